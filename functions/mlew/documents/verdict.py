"""A verdict to read: computed, so nothing of it is edited here. Decisions are taken by a command, with a name."""

from collections.abc import Collection, Iterable, Sequence
from typing import NoReturn

from mlew.documents.bullets import bullets
from mlew.documents.criteria import write_line
from mlew.documents.evidence_numbers import moment
from mlew.documents.figures import figure
from mlew.documents.inline import cell, inline
from mlew.documents.milestones import NAMES
from mlew.documents.page import document, section
from mlew.documents.table import table
from mlew.documents.verdict_cautions import cautions
from mlew.documents.verdict_words import (
    CERTAINTIES,
    DECISIONS,
    GROUPS,
    HEADERS,
    OUTCOMES,
    POPULATIONS,
    REASONS,
    SOURCES,
    one_of,
    said,
)
from mlew.domain.base import Locale
from mlew.domain.iteration import Criterion
from mlew.domain.verdict import CriterionChange, Decision, Measure, Outcome, Proposal, Result, Verdict
from mlew.domain.workshop import phase_name
from mlew.errors import InputError
from mlew.metrics.wording import NOTHING, percent

_DASH = NOTHING


def render(verdict: Verdict, locale: Locale) -> str:
    """Markdown: what is proposed and decided first, then criterion by criterion, then what to be careful about."""
    return document(
        f"# {said('title', locale)}{f' – {inline(verdict.title)}' if verdict.title else ''}",
        bullets(_intro(verdict, locale)),
        section(said("proposal", locale), _proposal(verdict.proposal, locale)),
        section(said("decisions", locale), _decisions(verdict.decisions, locale)),
        section(said("criteria", locale), _criteria(verdict.results, locale), _notes(verdict, locale)),
        section(said("beside", locale), _beside(verdict.results, locale)),
        section(said("changes", locale), _changes(verdict.changes, locale)),
        section(said("cautions", locale), bullets(cautions(verdict, locale))),
    )


def parse(text: str, locale: Locale, *, taken: Collection[str] = ()) -> NoReturn:  # noqa: ARG001 - nothing is read
    """Raises InputError: whoever thinks otherwise brings evidence, or decides by name."""
    raise InputError(said("computed", locale), hint=said("computed_hint", locale))


def outcome_text(outcome: Outcome, measure: Measure | None, criterion: Criterion, locale: Locale) -> str:
    """`passed`, `2 of 5 so far`, …"""
    of = measure.of if measure else 0
    return one_of(OUTCOMES[outcome], locale).format(of=of, need=criterion.minimum_sample)


def reason_text(proposal: Proposal, locale: Locale) -> str:
    """Why the rule proposes it, and which group has no criterion at all."""
    missing = [
        said("missing_group", locale, group=said(group, locale))
        for group, state in (("solved", proposal.solved), ("decided", proposal.decided))
        if state == "missing"
    ]
    return " ".join([one_of(REASONS[proposal.reason], locale), *missing])


def value_text(measure: Measure | None, criterion: Criterion) -> str:
    """With what it is of; a dash if nobody told it."""
    if measure is None or measure.value is None:
        return _DASH
    if measure.basis == "share":
        return f"{_rounded(measure.value, criterion.threshold)}% ({measure.hits:,}/{measure.of:,})"
    shown = f"{_rounded(measure.value, criterion.threshold)} {criterion.unit}".strip()
    return shown if measure.basis == "figure" else f"{shown} (n={measure.of:,})"


def interval_text(measure: Measure | None) -> str:
    """Where the true value may lie; a dash where there is no interval."""
    if measure is None or measure.low is None or measure.high is None:
        return _DASH
    if measure.basis == "share":
        return f"{percent(measure.low / 100).removesuffix('%')}–{percent(measure.high / 100)}"
    return f"{figure(round(measure.low, 2))} – {figure(round(measure.high, 2))}"


def _rounded(value: float, threshold: float) -> str:
    """To one decimal, or so many that a value beside the line is not taken for one on it."""
    digits = next((n for n in range(1, 7) if round(value, n) != threshold or value == threshold), 7)
    return figure(round(value, digits))


def _intro(verdict: Verdict, locale: Locale) -> list[str]:
    found = [
        said("pair", locale, name=verdict.pair),
        said("milestone", locale, name=NAMES(verdict.milestone, locale)),
        said("population", locale, name=one_of(POPULATIONS[verdict.population], locale)),
    ]
    return [*found, *([said("taken", locale, at=moment(verdict.evidence_at))] if verdict.evidence_at else [])]


def _criteria(results: Sequence[Result], locale: Locale) -> str:
    return (
        table(one_of(HEADERS["criteria"], locale), [_result(result, locale) for result in results]) if results else ""
    )


def _result(result: Result, locale: Locale) -> list[str]:
    criterion, settling = result.criterion, result.settling
    outcome = outcome_text(result.outcome, result.measure, criterion, locale)
    if result.judgement:
        outcome += f" ({result.judgement.by})"
    return [
        cell(criterion.id),
        cell(criterion.statement),
        write_line(criterion, locale),
        cell(value_text(result.measure, criterion)),
        interval_text(result.measure),
        cell(outcome),
        one_of(CERTAINTIES[result.certainty], locale) if result.certainty else _DASH,
        said(settling.outlook, locale, n=settling.testers) if settling else _DASH,
    ]


def _notes(verdict: Verdict, locale: Locale) -> str:
    provisional = any(r.certainty == "provisional" and r.outcome in ("passed", "failed") for r in verdict.results)
    notes = [said("strict", locale)] if verdict.strict else []
    return "\n\n".join([*notes, *([said("provisional_note", locale)] if provisional else [])])


def _beside(results: Sequence[Result], locale: Locale) -> str:
    rows = [
        [
            cell(result.criterion.id),
            one_of(SOURCES[beside.measure.source], locale),
            cell(value_text(beside.measure, result.criterion)),
            interval_text(beside.measure),
            outcome_text(beside.outcome, beside.measure, result.criterion, locale),
        ]
        for result in results
        for beside in result.beside
    ]
    return table(one_of(HEADERS["beside"], locale), rows) if rows else ""


def _proposal(proposal: Proposal, locale: Locale) -> str:
    lines = [
        f"{said('solved', locale)}: {one_of(GROUPS[proposal.solved], locale)}",
        f"{said('decided', locale)}: {one_of(GROUPS[proposal.decided], locale)}",
    ]
    lines += [
        said("missing_group", locale, group=said(group, locale))
        for group, state in (("solved", proposal.solved), ("decided", proposal.decided))
        if state == "missing"
    ]
    if proposal.back_to:
        lines.append(
            said("back_to", locale, phases=" / ".join(phase_name(phase, locale) for phase in proposal.back_to))
        )
    if proposal.otherwise:
        lines.append(said("otherwise", locale, decision=one_of(DECISIONS[proposal.otherwise], locale)))
    if proposal.waiting_for:
        lines.append(said("waiting", locale, ids=", ".join(proposal.waiting_for)))
    reason = one_of(REASONS[proposal.reason], locale)
    if proposal.decision:
        sure = one_of(CERTAINTIES[proposal.certainty], locale)
        reason = f"**{one_of(DECISIONS[proposal.decision], locale)}** ({sure}) – {reason}"
    return f"{reason}\n\n{bullets(lines)}"


def _decisions(decisions: Sequence[Decision], locale: Locale) -> str:
    """The last one first: it counts."""
    if not decisions:
        return said("undecided", locale)
    rows = [
        [
            moment(one.at),
            cell(one.by),
            one_of(DECISIONS[one.decision], locale),
            phase_name(one.back_to, locale) if one.back_to else _DASH,
            cell(one.reason),
            one_of(DECISIONS[one.proposed], locale) if one.proposed else _DASH,
            "" if one.supported else said("unsupported", locale),
        ]
        for one in reversed(decisions)
    ]
    return table(one_of(HEADERS["decisions"], locale), rows)


def _changes(changes: Iterable[CriterionChange], locale: Locale) -> str:
    rows = [
        [
            cell(change.id),
            _stood(change.before, locale) if change.before else said("added", locale),
            _stood(change.after, locale) if change.after else said("removed", locale),
            old_outcome(change, locale),
        ]
        for change in changes
    ]
    return table(one_of(HEADERS["changes"], locale), rows) if rows else ""


def old_outcome(change: CriterionChange, locale: Locale) -> str:
    """What the criterion would give as it was; a dash if it was not there."""
    if change.before is None or change.outcome_before is None:
        return _DASH
    if change.outcome_before == "so_far":
        return said("too_few", locale)
    return outcome_text(change.outcome_before, None, change.before, locale)


def _stood(criterion: Criterion, locale: Locale) -> str:
    source = one_of(SOURCES[criterion.source], locale)
    return f"{cell(criterion.statement)}<br>{write_line(criterion, locale)}, {source}, n ≥ {criterion.minimum_sample}"
