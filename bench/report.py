"""A table for the terminal, JSON with all that is needed to read the figures later, a page of the newest."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.measure import Measure

RESULTS = Path(__file__).parent / "results"
_SIGNS = {True: "✓", False: "✗", None: ""}


def show(measures: Sequence[Measure]) -> None:
    """As a table."""
    table = Table("measure", "value", "target", "")
    for found in measures:
        table.add_row(
            found.name, f"{found.value:g} {found.unit}", _target(found.limit, found.better), _SIGNS[found.reached]
        )
    Console().print(table)


def _target(limit: float | None, better: str) -> str:
    if limit is None:
        return ""
    return f"{'≤' if better == 'lower' else '≥'} {limit:g}"


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
                "better": m.better,
                "reached": m.reached,
                "samples": list(m.samples),
                "method": m.method,
            }
            for m in measures
        ],
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path


def write_page(parts: Sequence[str]) -> Path:
    """Replace the page of the newest results of these parts, in this order; a part that never ran is left out."""
    sections = [
        "# Results",
        "",
        "Written by `python -m bench`; what each part measures, and how, stands in "
        "[bench/README.md](../README.md) and, figure by figure, in the JSON files beside this page.",
    ]
    for part in parts:
        path = RESULTS / f"{part}.json"
        if path.exists():
            sections += ["", *_section(part, json.loads(path.read_text(encoding="utf-8")))]
    page = RESULTS / "README.md"
    page.write_text("\n".join(sections) + "\n", encoding="utf-8")
    return page


def _section(part: str, content: dict[str, Any]) -> list[str]:
    rows = [
        f"| {m['name']} | {m['value']:g} {m['unit']} | {_target(m['target'], m['better'])} | {_SIGNS[m['reached']]} |"
        for m in content["measures"]
    ]
    machine = content["machine"]
    return [
        f"## {part}",
        "",
        f"{content['measured_at'][:10]}, {machine['cores']} cores",
        "",
        "| measure | value | target | |",
        "|---|---|---|---|",
        *rows,
    ]
