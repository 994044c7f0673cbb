"""The pairs that go on, and those that stand aside."""

from typing import Any

from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.output import table
from mlew.domain.workshop import Workshop


def pairs_data(workshop: Workshop) -> dict[str, Any]:
    """For --json."""
    return {"workshop": workshop.id, "pairs": workshop.pairs, "past_pairs": workshop.past_pairs}


def pairs_view(cli: Invocation, workshop: Workshop) -> RenderableType:
    """One line a pair, those that stand aside at the end."""
    columns = [cli.words(f"improve.column.{c}") for c in ("pair", "name", "questions", "state")]
    rows = [
        [pair.id, pair.name, ", ".join(pair.questions), cli.words(f"improve.pair.{state}")]
        for state, pairs in (("works", workshop.pairs), ("aside", workshop.past_pairs))
        for pair in pairs
    ]
    return table(columns, rows, narrow=(0, 3))
