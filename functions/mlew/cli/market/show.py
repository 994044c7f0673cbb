"""`mlew market show`: the computed table, what moves the answer, where each figure comes from."""

from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import RenderableType
from rich.text import Text

from mlew.cli.invocation import Invocation
from mlew.cli.market.picture import picture, width_in
from mlew.cli.output import Cell, heading, line, table
from mlew.cli.plan.asked import today_in, workshop_of
from mlew.cli.show import WorkshopOption
from mlew.cli.written_files import write_files
from mlew.documents.market_page import MarketPage, render_market_page
from mlew.documents.market_page.amounts import amount, unit_text
from mlew.documents.market_page.content import cost_name, cost_names, inputs
from mlew.documents.money import rough_money
from mlew.domain.market_estimate import Bound, Market
from mlew.domain.market_rules import market_warnings
from mlew.services.default_multiple import BY_DEFAULT
from mlew.services.market import market_of
from mlew.services.plan_pages import market_page

_BOUNDS: tuple[Bound, ...] = ("low", "middle", "high")


def show(
    cli: Invocation,
    workshop: WorkshopOption = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE")] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
) -> None:
    """In the terminal; with --out also as a page of its own."""
    record = workshop_of(cli, workshop)
    market, ref = market_of(cli.workbench.stores, record)
    today = today_in(cli, record.plan.time_zone)
    if out is not None:
        _write(cli, market_page(cli.workbench.stores, record, today=today, locale=cli.words.language), out, force)
    warnings = market_warnings(market.inputs, locale=cli.words.language)
    cli.out.answer(
        {"workshop": record.id, "version": ref.version, "market": market, "warnings": warnings, "file": out},
        *_answer(cli, market),
        heading(cli.words("market.cases")),
        _cases(cli, market),
        *_moves(cli, market),
        heading(cli.words("market.inputs")),
        _inputs(cli, market),
        heading(cli.words("market.n")),
        *(line(f"  {text}") for text in _multiples(cli, market, ZoneInfo(record.plan.time_zone))),
        *(line(f"! {warning.where}: {warning.message}", "yellow") for warning in warnings),
    )


def _write(cli: Invocation, page: MarketPage | None, out: Path, force: bool) -> None:
    if page is not None:
        write_files(cli, {out: render_market_page(page).encode()}, force=force)
        cli.note("market.written", "green", file=out)


def _answer(cli: Invocation, market: Market) -> list[RenderableType]:
    estimate = market.estimate
    key = "market.reached" if estimate.middle.reached else "market.not-reached"
    said = cli.words(key, ratio=f"{estimate.middle.ratio:.3g}", n=f"{estimate.n:g}")
    found: list[RenderableType] = [line(said, "green" if estimate.middle.reached else "red")]
    found.append(line(cli.words("market.sure" if estimate.sure else "market.provisional"), "dim"))
    if estimate.n_changed:
        found.append(line(cli.words("market.n-changed"), "yellow"))
    return found


def _cases(cli: Invocation, market: Market) -> RenderableType:
    estimate, locale = market.estimate, cli.words.language
    rows: list[list[Cell]] = []
    for bound, case in zip(_BOUNDS, (estimate.low, estimate.middle, estimate.high), strict=True):
        share = estimate.break_even.get(bound)
        rows.append(
            [
                cli.words(f"market.bound.{bound}"),
                rough_money(case.value, estimate.currency, locale),
                rough_money(case.cost, estimate.currency, locale),
                rough_money(case.needed, estimate.currency, locale),
                line(f"{case.ratio:.3g} {'✓' if case.reached else '✗'}", "green" if case.reached else "red"),
                cli.words("market.out-of-reach") if share is None or share > 100 else f"{share:.3g} %",
            ]
        )
    names = ("case", "value", "cost", "needed", "ratio", "break-even")
    return table([cli.words(f"market.column.{name}", n=f"{estimate.n:g}") for name in names], rows)


def _moves(cli: Invocation, market: Market) -> list[RenderableType]:
    estimate, names = market.estimate, cost_names(market, cli.words.language)
    told = [names.get(s.input) or cli.words(f"market.input.{s.input}") for s in estimate.sensitivities]
    drawn = picture(estimate, told, width=width_in(cli.out.console.width, told))
    if not drawn:
        return []
    rows: list[list[Text | str]] = [[row.name, row.low, row.bar, row.high] for row in drawn]
    legend = line(cli.words("market.legend", n=f"{estimate.n:g}"), "dim")
    return [heading(cli.words("market.moves")), table(["", "", "", ""], rows, narrow=(1, 2, 3)), legend]


def _inputs(cli: Invocation, market: Market) -> RenderableType:
    locale = cli.words.language
    rows: list[list[Cell]] = []
    names = cost_names(market, locale)
    for one in inputs(market):
        name = names.get(one.key) or (cli.words(f"market.input.{one.key}") if one.key else "")
        if one.cost is not None and not one.key:
            name = cli.words("market.cost-periods", name=cost_name(one.cost, locale))
        unit = unit_text(one.figure, locale)
        found, check = one.figure.source, one.figure.check
        source = (
            found if not one.figure.assumed else " – ".join(filter(None, [cli.words("market.assumed"), found, check]))
        )
        rows.append(
            [
                f"{name} ({unit})" if unit else name,
                *(amount(one.figure, bound, locale) for bound in _BOUNDS),
                line(source, "yellow" if one.figure.assumed else ""),
            ]
        )
    columns = ["input", *(f"{bound}" for bound in _BOUNDS), "source"]
    titles = [
        cli.words(f"market.bound.{c}") if c in _BOUNDS else cli.words(f"market.column.{c}", n="") for c in columns
    ]
    return table(titles, rows)


def _multiples(cli: Invocation, market: Market, zone: ZoneInfo) -> list[str]:
    """N and every change of it."""
    found: list[str] = []
    for one in market.inputs.multiples:
        who = cli.words("market.default") if one.set_by == BY_DEFAULT else one.set_by
        when = f"{one.set_at.astimezone(zone):%Y-%m-%d %H:%M}"
        found.append(" – ".join(filter(None, [f"N = {one.n:g}", when, who, one.reason])))
    return found
