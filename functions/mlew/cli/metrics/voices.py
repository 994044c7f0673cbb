"""`mlew metrics voices`."""

from collections.abc import Sequence
from datetime import UTC, datetime

from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.metrics.asked import Asked, NumbersOf, asked
from mlew.cli.metrics.pages import AfterOption, LimitOption, show_pages
from mlew.cli.output import Cell, table
from mlew.domain.voice import Voice


def voices(
    cli: Invocation,
    of: NumbersOf,
    limit: LimitOption = 50,
    after: AfterOption = "",
) -> None:
    """Comments of people, oldest first, by page."""
    one = asked(cli, of)
    show_pages(
        cli,
        one,
        "voices",
        after,
        read=lambda mock: one.numbers.voices(mock, after, limit),
        fits=one.voice_fits,
        view=lambda found: voices_table(cli, one, found),
        nothing=cli.words("metrics.no-voices"),
    )


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
