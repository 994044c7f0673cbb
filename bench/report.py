"""A table for the terminal, and JSON with everything that is needed to read the figures later."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.measure import Measure

RESULTS = Path(__file__).parent / "results"
_SIGNS = {True: "✓", False: "✗", None: ""}


def show(measures: Sequence[Measure]) -> None:
    """As a table."""
    table = Table("measure", "value", "target", "")
    for found in measures:
        side = "≤" if found.better == "lower" else "≥"
        target = "" if found.limit is None else f"{side} {found.limit:g}"
        table.add_row(found.name, f"{found.value:g} {found.unit}", target, _SIGNS[found.reached])
    Console().print(table)


def write(name: str, measures: Sequence[Measure], machine: dict[str, object]) -> Path:
    """Replace the results of this part."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.json"
    content = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine,
        "measures": [
            {
                "name": m.name,
                "value": m.value,
                "unit": m.unit,
                "target": m.limit,
                "reached": m.reached,
                "samples": list(m.samples),
                "method": m.method,
            }
            for m in measures
        ],
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path
