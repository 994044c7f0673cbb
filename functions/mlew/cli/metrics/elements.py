"""`mlew metrics elements`."""

from collections.abc import Sequence

from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.metrics.asked import NumbersOf, asked
from mlew.cli.metrics.numbers_view import bar, filters, no_data
from mlew.cli.output import Cell, heading, line, table
from mlew.domain.figures import ElementFigure
from mlew.metrics.wording import base, percent, rate_interval


def elements(cli: Invocation, of: NumbersOf) -> None:
    """What was clicked, most sessions first."""
    one = asked(cli, of)
    summaries = one.numbers.summaries(one.mocks, one.period, one.population)
    found = [one.numbers.elements(m, one.period, one.population) for m in one.mocks]
    shown: list[RenderableType] = []
    for mock_, summary, clicked in zip(one.mocks, summaries, found, strict=True):
        shown.append(heading(f"{mock_.pair}: {mock_.title}"))
        none = line(cli.words("metrics.no-clicks")) if summary.total.sessions else no_data(cli, one)
        shown.append(_table(cli, clicked) if clicked else none)
    data = [{"mock": m.id, "title": m.title, "elements": e} for m, e in zip(one.mocks, found, strict=True)]
    cli.out.answer({**one.data(), "mocks": data}, *shown, *filters(cli, one, summaries))


def _table(cli: Invocation, found: Sequence[ElementFigure]) -> RenderableType:
    columns = [cli.words(f"metrics.column.{c}") if c else "" for c in ("element", "clicks", "", "conversion")]
    rows: list[list[Cell]] = [
        [
            cli.words("metrics.other") if one.other else one.name,
            f"{one.clicks:,}",
            line(bar(one.conversion.value), "cyan"),
            f"{percent(one.conversion.value)} ({base(one.conversion)}) [{rate_interval(one.conversion)}]",
        ]
        for one in found
    ]
    return table(columns, rows, narrow=(1, 2))
