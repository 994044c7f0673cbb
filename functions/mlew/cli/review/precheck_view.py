"""What people settle at the precheck: a decision on each mock, and how the time is spread."""

from typing import Any

from rich.console import RenderableType

from mlew.cli.improve.allocation import allocation, pattern_line
from mlew.cli.invocation import Invocation
from mlew.cli.output import Cell, heading, line, table
from mlew.documents.verdict_words import DECISIONS
from mlew.domain.schedule import PATTERNS
from mlew.domain.verdict import DecisionKind, Verdict
from mlew.domain.workshop import Workshop
from mlew.services.verdicts import undecided, verdicts_now


def precheck_data(cli: Invocation, workshop: Workshop) -> dict[str, Any]:
    """For --json."""
    found = verdicts_now(cli.workbench.stores, workshop)
    return {
        "verdicts": {
            scope: {"proposed": one.proposal.decision, "decided": one.decision.decision if one.decision else None}
            for scope, one in found.items()
        },
        "undecided": undecided(cli.workbench.stores, workshop),
        "minutes": workshop.minutes,
    }


def precheck_view(cli: Invocation, workshop: Workshop) -> list[RenderableType]:
    """One line a mock: what the rule proposes, who decided what; then the minutes."""
    found = verdicts_now(cli.workbench.stores, workshop)
    columns = [cli.words(f"improve.column.{c}") for c in ("pair", "mock", "proposed", "decided")]
    rows: list[list[Cell]] = [
        [scope, one.title, _named(cli, one.proposal.decision), _decided(cli, one)] for scope, one in found.items()
    ]
    shown: list[RenderableType] = [heading(cli.words("improve.verdicts")), table(columns, rows, narrow=(0, 2))]
    open_ = undecided(cli.workbench.stores, workshop)
    if open_:
        shown.append(line(cli.words("improve.undecided", pairs=", ".join(open_), workshop=workshop.id), "yellow"))
    minutes = workshop.minutes or PATTERNS["customer"]
    change = line(cli.words("improve.change-minutes", workshop=workshop.id), "dim")
    heading_ = heading(cli.words("improve.minutes"))
    return [*shown, heading_, allocation(minutes, cli.words), pattern_line(minutes, cli.words), change]


def _named(cli: Invocation, kind: DecisionKind | None) -> str:
    return cli.words("improve.nothing-yet") if kind is None else DECISIONS[kind][0 if cli.words.language == "ja" else 1]


def _decided(cli: Invocation, verdict: Verdict) -> str:
    taken = verdict.decision
    if taken is None:
        return ""
    by = cli.words("by.auto") if taken.by == "auto" else taken.by
    return cli.words("improve.decided-by", decision=_named(cli, taken.decision), by=by)
