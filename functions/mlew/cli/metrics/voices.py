"""`mlew metrics voices`."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.metrics.asked import Asked, PopulationOption, SinceOption, UntilOption, asked, the_only
from mlew.cli.mocks.chosen import MockOption, PairOption
from mlew.cli.output import Cell, heading, line, table
from mlew.cli.show import WorkshopOption
from mlew.domain.voice import Voice

LimitOption = Annotated[int, typer.Option("--limit", "-n", min=1, max=1000)]
AfterOption = Annotated[str, typer.Option("--after", metavar="CURSOR")]


def voices(
    cli: Invocation,
    workshop: WorkshopOption = None,
    pair: PairOption = None,
    mock: MockOption = None,
    population: PopulationOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = 50,
    after: AfterOption = "",
) -> None:
    """Comments of people, oldest first, by page."""
    one = asked(cli, workshop, pair, mock, population, since, until)
    if after:
        the_only(cli, one)
    shown: list[RenderableType] = []
    data: list[dict[str, Any]] = []
    for mock_ in one.mocks:
        page = one.numbers.voices(mock_, after, limit)
        found = [voice for voice in page.lines if one.voice_fits(voice)]
        data.append({"mock": mock_.id, "title": mock_.title, "voices": found, "cursor": page.cursor})
        shown.append(heading(f"{mock_.pair}: {mock_.title}"))
        shown.append(voices_table(cli, one, found) if found else line(cli.words("metrics.no-voices"), "yellow"))
        if page.cursor:
            cli.note("metrics.more", "dim", command="voices", mock=mock_.id, cursor=page.cursor)
    cli.out.answer({**one.data(), "mocks": data}, *shown)


def voices_table(cli: Invocation, one: Asked, found: Sequence[Voice]) -> RenderableType:
    """One row a comment, in the workshop's time."""
    columns = [cli.words(f"metrics.column.{c}") for c in ("time", "population", "visitor", "voice")]
    rows: list[list[Cell]] = [
        [
            f"{datetime.fromtimestamp(voice.at / 1000, UTC).astimezone(one.zone):%Y-%m-%d %H:%M}",
            cli.words(f"metrics.population.{voice.population}"),
            voice.visitor,
            voice.text,
        ]
        for voice in found
    ]
    return table(columns, rows, narrow=(0, 1, 2))
