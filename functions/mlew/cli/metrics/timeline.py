"""`mlew metrics timeline`."""

from collections.abc import Sequence
from typing import Annotated, Literal

import typer
from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.metrics.asked import NumbersOf, asked
from mlew.cli.metrics.numbers_view import bar, filters, no_data
from mlew.cli.output import Cell, heading, line, table
from mlew.domain.figures import TimePoint
from mlew.metrics.time_line import Span


def timeline(
    cli: Invocation,
    of: NumbersOf,
    by: Annotated[Literal["hour", "day"], typer.Option("--by")] = "hour",
) -> None:
    """By hour or day of the workshop's time zone."""
    one = asked(cli, of)
    summaries = one.numbers.summaries(one.mocks, one.period, one.population)
    lines = [one.numbers.time_line(m, one.zone, by, one.period, one.population) for m in one.mocks]
    shown: list[RenderableType] = []
    for mock_, points in zip(one.mocks, lines, strict=True):
        shown += [heading(f"{mock_.pair}: {mock_.title}"), _table(cli, points, by) if points else no_data(cli, one)]
    data = [{"mock": m.id, "title": m.title, "points": p} for m, p in zip(one.mocks, lines, strict=True)]
    cli.out.answer({**one.data(), "by": by, "timelines": data}, *shown, *filters(cli, one, summaries))


def _table(cli: Invocation, points: Sequence[TimePoint], by: Span) -> RenderableType:
    columns = [
        cli.words(f"metrics.column.{c}") if c else "" for c in ("time", "sessions", "", "visitors", "started", "done")
    ]
    most = max(point.sessions for point in points) or 1
    rows: list[list[Cell]] = [
        [
            f"{point.start:%Y-%m-%d}" if by == "day" else f"{point.start:%Y-%m-%d %H:%M}",
            f"{point.sessions:,}",
            line(bar(point.sessions / most), "cyan"),
            f"{point.visitors:,}",
            f"{point.started:,}",
            f"{point.done:,}",
        ]
        for point in points
    ]
    return table(columns, rows, narrow=(0, 1, 2, 3, 4, 5))
