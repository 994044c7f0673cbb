"""Verdicts on the mocks of a workshop, and the decisions that people take on them.

A verdict is computed anew whenever evidence or criteria change; the decisions on it stay, the last one counts.
"""

from collections.abc import Iterator
from typing import NamedTuple

from mlew.decision.verdict import decided
from mlew.documents.verdict_words import REASONS, one_of
from mlew.domain.verdict import Decision, DecisionKind, Verdict, Whose
from mlew.domain.workshop import Phase, Workshop
from mlew.errors import InputError, NotFound
from mlew.ports.clock import Clock
from mlew.services.evidence.reading import evidence_of
from mlew.services.gate_reading import gate_of
from mlew.services.judging import judged_now, keep, verdict_of
from mlew.services.lost_race import until_won
from mlew.services.recording_decisions import record_decision
from mlew.services.work import Stores, Work
from mlew.services.working_pairs import all_cut, taking_part, working_pairs

__all__ = [
    "Deciding",
    "all_cut",
    "decide_as_proposed",
    "judged_now",
    "plan_closed",
    "shown_round",
    "taken_decisions",
    "taking_part",
    "undecided",
    "verdict_of",
    "verdicts_now",
    "verdicts_of_round",
    "working_pairs",
]
BACK_TO: tuple[Phase, ...] = ("listen", "define", "invent", "refine")
"""Phases that a pivot can go back to."""


class Taken(NamedTuple):
    """A decision with what it was taken on."""

    verdict: Verdict
    decision: Decision


def verdicts_now(stores: Stores, workshop: Workshop, population: Whose | None = None) -> dict[str, Verdict]:
    """Scope → verdict by today's evidence, of all pairs that took part in this round, with the decisions so far."""
    found: dict[str, Verdict] = {}
    for pair in taking_part(stores, workshop):
        found |= judged_now(stores, workshop, pair, population)
    return found


def verdicts_of_round(
    stores: Stores, workshop: Workshop, round_: int, population: Whose | None = None
) -> dict[str, Verdict]:
    """By today's evidence for the round that people bring evidence of; as they were last stored for earlier ones."""
    if round_ == workshop.evidence_round:
        return verdicts_now(stores, workshop, population)
    stored = ((scope, verdict_of(stores, workshop, scope, round_)) for scope in _scopes(stores, workshop))
    return {scope: found for scope, found in stored if found is not None}


def shown_round(stores: Stores, workshop: Workshop) -> int:
    """The round that people bring evidence of; as long as nothing of it came in, the last one that was judged."""
    now = workshop.evidence_round
    brought = (
        evidence_of(stores, workshop, ref.scope)
        for ref in stores.artifacts.heads(workshop.id)
        if ref.kind == "evidence"
    )
    if any(not one.empty for one in brought):
        return now
    return max((one.verdict.round for one in taken_decisions(stores, workshop)), default=now)


def taken_decisions(stores: Stores, workshop: Workshop) -> tuple[Taken, ...]:
    """All decisions of all rounds, oldest first."""
    found = [Taken(one, decision) for one in _last_of_rounds(stores, workshop) for decision in one.decisions]
    return tuple(sorted(found, key=lambda taken: taken.decision.at))


def undecided(stores: Stores, workshop: Workshop) -> tuple[str, ...]:
    """Pairs of which the rule says something and nobody has."""
    open_ = (one.pair for one in verdicts_now(stores, workshop).values() if one.proposal.decision and not one.decisions)
    return tuple(dict.fromkeys(open_))


def plan_closed(stores: Stores, workshop: Workshop) -> bool:
    """The plan of this edition round is approved: decisions stand."""
    gate = gate_of(stores, workshop, "plan")
    return gate is not None and gate.decision is not None and gate.decision.verb == "approve"


def decide_as_proposed(work: Work, workshop: Workshop, by: str) -> tuple[str, ...]:
    """Take what the rule proposes wherever nobody decided; returns the pairs."""
    deciding, locale = Deciding(work.stores, work.clock), workshop.plan.locale
    taken: list[str] = []
    for one in verdicts_now(work.stores, workshop).values():
        proposed = one.proposal
        if proposed.decision and not one.decisions:
            reason = one_of(REASONS[proposed.reason], locale)
            back_to = proposed.back_to[0] if proposed.back_to else None
            deciding.decide(
                workshop, one.pair, proposed.decision, by=by, arn="", reason=reason, back_to=back_to, mock=one.mock
            )
            taken.append(one.pair)
    return tuple(dict.fromkeys(taken))


class Deciding:
    """Keeps what people decide."""

    def __init__(self, stores: Stores, clock: Clock) -> None:
        self._stores = stores
        self._clock = clock

    def decide(
        self,
        workshop: Workshop,
        pair: str,
        kind: DecisionKind,
        *,
        by: str,
        arn: str,
        reason: str,
        back_to: Phase | None = None,
        mock: str = "",
    ) -> Verdict:
        """On the newest evidence; pairs move by it, and a plan that is there tells it.

        `mock`: where a pair has several, else its only one.

        Raises InputError without name or reason, WorkshopClosed once the plan is approved, NotFound, Conflict.
        """
        if back_to is not None and (kind != "pivot" or back_to not in BACK_TO):
            raise InputError.told("verdict.no-way-back", kind=kind, back_to=back_to, known=", ".join(BACK_TO))

        def attempt() -> Verdict:
            scope, found = self._found(workshop, pair, mock)
            taken = decided(
                found,
                kind,
                by=by,
                arn=arn,
                reason=reason,
                at=self._clock.now(),
                back_to=back_to,
                closed=plan_closed(self._stores, workshop),
                locale=workshop.plan.locale,
            )
            keep(self._stores, self._clock, workshop, scope, taken, by=by, arn=arn)
            # Its place may have been that of another mock of the pair, whose decisions stay too.
            for place, other in judged_now(self._stores, workshop, pair).items():
                keep(self._stores, self._clock, workshop, place, other)
            return taken

        taken = until_won(attempt)
        working_pairs(self._stores, workshop)
        record_decision(self._stores, self._clock, workshop, taken)
        return taken

    def _found(self, workshop: Workshop, pair: str, mock: str) -> tuple[str, Verdict]:
        if pair not in taking_part(self._stores, workshop):
            known = ", ".join(taking_part(self._stores, workshop))
            raise InputError.told("verdict.no-pair", pair=pair, known=known)
        found = {scope: v for scope, v in judged_now(self._stores, workshop, pair).items() if mock in ("", v.mock)}
        if not found:
            raise NotFound.told("verdict.no-criteria", pair=pair)
        if len(found) > 1:
            named = " / ".join(f"--mock {one.mock} ({one.title})" for one in found.values())
            raise InputError.told("verdict.several-mocks", pair=pair, known=named)
        return next(iter(found.items()))


def _scopes(stores: Stores, workshop: Workshop) -> list[str]:
    return [ref.scope for ref in stores.artifacts.heads(workshop.id) if ref.kind == "verdict"]


def _last_of_rounds(stores: Stores, workshop: Workshop) -> Iterator[Verdict]:
    """Of each mock and round the newest version: it has all decisions before it."""
    for scope in _scopes(stores, workshop):
        newest: dict[int, Verdict] = {}
        for ref in stores.artifacts.versions(workshop.id, "verdict", scope):
            body = stores.artifacts.get(workshop.id, ref).body
            if isinstance(body, Verdict):
                newest[body.round] = body
        yield from newest.values()
