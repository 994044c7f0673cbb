"""Where a workshop stands, as people see it."""

from datetime import datetime

from rich.console import Group, RenderableType
from rich.text import Text

from mlew.cli.naming import in_order, name_of
from mlew.cli.output import Cell, Style, line, table
from mlew.cli.words import Words
from mlew.domain.artifact import PHASE_OF
from mlew.domain.gate import Gate
from mlew.domain.progress import Progress
from mlew.domain.workshop import Workshop, WorkshopState, phase_name
from mlew.services.gates import seconds_left
from mlew.services.runs import PhaseState, PhaseStatus, WorkshopStatus

_STYLES: dict[PhaseState, Style] = {"done": "green", "running": "cyan", "waiting": "yellow", "open": "dim"}
_SIGNS: dict[PhaseState, str] = {"done": "✓", "running": "▶", "waiting": "?", "open": "·"}
STATE_STYLES: dict[WorkshopState, Style] = {
    "created": "dim",
    "running": "cyan",
    "waiting": "yellow",
    "failed": "red",
    "finished": "green",
}


def state_of(status: WorkshopStatus) -> WorkshopState:
    """The workshop's state; while a gate is open it waits, whatever the execution does."""
    state = status.workshop.state
    return "waiting" if state == "running" and waiting_gate(status) is not None else state


def waiting_gate(status: WorkshopStatus) -> Gate | None:
    """The gate that waits for people, if one does."""
    return next((p.gate for p in status.phases if p.state == "waiting"), None)


def standing(status: WorkshopStatus, words: Words, now: datetime) -> RenderableType:
    """Head, phases, what it cost."""
    workshop = status.workshop
    state = state_of(status)
    head = Text.assemble(
        (workshop.id, "bold"), "  ", _subject(status), "  ", (words(f"state.{state}"), STATE_STYLES[state])
    )
    parts: list[RenderableType] = [
        head,
        *_edition(workshop, words),
        phase_table(status, words, now),
        line(usage_line(status, words), "dim"),
    ]
    if workshop.failure:
        parts.append(line(words("status.failed", failure=workshop.failure), "red"))
    return Group(*parts)


def _edition(workshop: Workshop, words: Words) -> list[RenderableType]:
    if workshop.edition == "practice":
        return []
    told = words("improve.edition", round=workshop.edition_round - 1)
    if workshop.past_pairs:
        told += " · " + words("improve.aside", pairs=", ".join(pair.id for pair in workshop.past_pairs))
    return [line(told, "dim")]


def phase_table(status: WorkshopStatus, words: Words, now: datetime) -> RenderableType:
    """One line a phase."""
    columns = [words(f"status.column.{c}") for c in ("phase", "state", "decision", "artifacts")]
    rows: list[list[Cell]] = [
        [
            line(f"{_SIGNS[p.state]} {phase_name(p.phase, words.language)}", _STYLES[p.state]),
            line(words(f"phase-state.{p.state}"), _STYLES[p.state]),
            decision_text(p, words, now),
            ", ".join(name_of(r) for r in in_order(status.artifacts) if PHASE_OF[r.kind] == p.phase),
        ]
        for p in status.phases
    ]
    return table(columns, rows, narrow=(0, 1))


def decision_text(phase: PhaseStatus, words: Words, now: datetime) -> str:
    """Who decided, or how long there is left to."""
    gate = phase.gate
    if gate is None:
        return ""
    if gate.decision is None:
        return time_left(gate, words, now)
    by = words("by.auto") if gate.decision.by == "auto" else gate.decision.by
    by = words("by.time-box") if by == "time box" else by
    return f"{by} *" if gate.decision.against_numbers else by


def time_left(gate: Gate, words: Words, now: datetime) -> str:
    """Of the time box or of the longest wait."""
    left = seconds_left(gate, now)
    if left is None:
        return ""
    if left <= 0:
        return words("time.up")
    if left >= 2 * 86_400:
        return words("time.days", days=int(left // 86_400))
    return words("time.left", clock=f"{int(left // 60)}:{int(left % 60):02d}")


def usage_line(status: WorkshopStatus, words: Words) -> str:
    """Calls, tokens, cost."""
    usage = status.usage
    return words(
        "status.usage",
        calls=usage.calls,
        tokens=f"{usage.input_tokens + usage.output_tokens:,}",
        cost=f"{usage.cost:.2f}",
        budget=f"{status.workshop.budget_usd:.2f}",
    )


def event_line(event: Progress, words: Words) -> str:
    """A line of the progress log."""
    about = "/".join(part for part in (event.step, event.scope) if part)
    text = words(f"event.{event.kind}", phase=phase_name(event.phase, words.language))
    return " ".join(part for part in (text, about, f"– {event.detail}" if event.detail else "") if part)


def _subject(status: WorkshopStatus) -> str:
    plan = status.workshop.plan
    return " / ".join(part for part in (plan.company, plan.product) if part)
