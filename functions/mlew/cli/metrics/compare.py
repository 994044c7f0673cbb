"""`mlew metrics compare`: two mocks, or two periods of one."""

from typing import Annotated

import typer
from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.metrics.asked import Asked, NumbersOf, asked, the_only
from mlew.cli.metrics.moment import begin_of, end_of
from mlew.cli.metrics.numbers_view import filters
from mlew.cli.output import Cell, heading, line, table
from mlew.domain.figures import Compared, Comparison, Period
from mlew.domain.mock import Mock
from mlew.errors import InputError
from mlew.metrics.wording import NOTHING, duration, duration_change, percent, points, points_interval


def compare(
    cli: Invocation,
    of: NumbersOf,
    other: Annotated[str | None, typer.Option("--with", metavar="PAIR|ID")] = None,
    split: Annotated[str | None, typer.Option("--split", metavar="TIME")] = None,
    against: Annotated[str | None, typer.Option("--against", metavar="FROM/TO")] = None,
) -> None:
    """Differences are the second minus the first, each with whether it is sure."""
    if sum(given is not None for given in (other, split, against)) > 1:
        raise InputError(cli.words("metrics.compare-one"), hint="--with PAIR | --split TIME | --against FROM/TO")
    one = asked(cli, of)
    if split is None and against is None:
        first, second = _two(cli, one, other)
        found = one.numbers.compare_mocks(first, second, one.period, one.population)
        names = (f"{first.pair}: {first.title}", f"{second.pair}: {second.title}")
    else:
        mock_ = the_only(cli, one)
        periods = _split(cli, one, split) if split is not None else (_given(cli, one, str(against)), one.period)
        found = one.numbers.compare_periods(mock_, *periods, one.population)
        names = (_text(one, periods[0]), _text(one, periods[1]))
    shown = [heading(f"A  {names[0]}"), line(f"B  {names[1]}", "bold"), line(""), _table(cli, found)]
    cli.out.answer(
        {**one.data(), "first": names[0], "second": names[1], "comparison": found},
        *shown,
        *filters(cli, one, (found.first, found.second)),
    )


def _two(cli: Invocation, one: Asked, other: str | None) -> tuple[Mock, Mock]:
    if other is None:
        if len(one.mocks) != 2:
            raise InputError(cli.words("metrics.compare-what"), hint="--pair PAIR --with PAIR | --split TIME")
        return one.mocks[0], one.mocks[1]
    first = the_only(cli, one)
    listed = [m for m in cli.workbench.stores.mocks.list(one.workshop.id) if not m.is_reserved]
    fitting = [m for m in listed if other in (m.id, m.pair) and m.id != first.id]
    if len(fitting) != 1:
        named = " / ".join(f"--with {m.id} ({m.pair}: {m.title})" for m in listed if m.id != first.id)
        raise InputError(cli.words("mocks.which"), hint=named)
    return first, fitting[0]


def _split(cli: Invocation, one: Asked, split: str) -> tuple[Period, Period]:
    at = begin_of(split, one.zone)
    begin, end = one.period.begin, one.period.end
    if (begin and at <= begin) or (end and at >= end):
        raise InputError(cli.words("metrics.split-outside"), hint=cli.words("metrics.time-hint"))
    return Period(begin=begin, end=at), Period(begin=at, end=end)


def _given(cli: Invocation, one: Asked, interval: str) -> Period:
    begin, slash, end = interval.partition("/")
    if not slash or not (begin or end):
        raise InputError(cli.words("metrics.no-interval", given=interval), hint="--against 2026-04-01/2026-04-03")
    return Period(
        begin=begin_of(begin, one.zone) if begin else None,
        end=end_of(end, one.zone) if end else None,
    )


def _text(one: Asked, period: Period) -> str:
    ends = (at.astimezone(one.zone) if at else None for at in (period.begin, period.end))
    return " – ".join(f"{at:%Y-%m-%d %H:%M}" if at else "…" for at in ends)


def _table(cli: Invocation, found: Comparison) -> RenderableType:
    names = ("measure", "first", "second", "difference", "interval", "verdict")
    rows = [_row(cli, one) for one in found.measures]
    return table([cli.words(f"metrics.column.{name}") for name in names], rows, narrow=(3, 4))


def _row(cli: Invocation, one: Compared) -> list[Cell]:
    change, locale = one.difference, cli.words.language
    if one.measure == "duration":
        values = [duration(value, locale) for value in (one.first, one.second)]
        difference = duration_change(change.value, locale)
        ends = (duration_change(change.low, locale), duration_change(change.high, locale))
        interval = " … ".join(ends) if change.low is not None else ""
    else:
        values = [percent(one.first), percent(one.second)]
        difference = cli.words("metrics.points", points=points(change)) if change.value is not None else NOTHING
        interval = points_interval(change)
    based = [f"{value} ({of:,})" for value, of in zip(values, (one.first_of, one.second_of), strict=True)]
    verdict = "no-data" if change.value is None else "sure" if change.sure else "unsure"
    style = {"sure": "green", "unsure": "yellow", "no-data": "dim"}
    shown = line(cli.words(f"metrics.verdict.{verdict}"), style[verdict])  # type: ignore[arg-type]  # a Style
    return [cli.words(f"metrics.measure.{one.measure}"), *based, difference, interval, shown]
