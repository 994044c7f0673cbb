"""Precheck: every pair's verdict, and what is missing before the team begins. No model takes part."""

from mlew.documents.precheck import OUTPUTS
from mlew.domain.artifact import TEAM, ArtifactKind, ArtifactRef
from mlew.domain.iteration import Milestone
from mlew.domain.precheck import Precheck
from mlew.domain.precheck_of_pair import PairFacts
from mlew.domain.precheck_rules import TeamFacts, precheck_items
from mlew.domain.solution import SolutionList
from mlew.domain.workshop import Pair, Workshop
from mlew.services.artifacts import made_in, store_made
from mlew.services.evidence.reading import evidence_of
from mlew.services.judged_milestone import judged_milestone
from mlew.services.judged_mocks import criteria_of, scopes
from mlew.services.judging import judge, verdict_of
from mlew.services.work import Stores, Work

_OF_TEAM: tuple[ArtifactKind, ...] = ("journey", "questions", "solutions")
_OF_PAIR: tuple[ArtifactKind, ...] = ("inventions", "press_release", "iteration")


def run_precheck(work: Work, workshop: Workshop, round_: int) -> list[ArtifactRef]:
    """Judges all pairs first; the artifact for the team is the last of the list. Nothing in it keeps anybody out."""
    verdicts = [ref for pair in workshop.pairs if (ref := judge(work, workshop, pair.id)) is not None]
    made = made_in(work, workshop, "precheck", TEAM, round_)
    if made:
        return [*verdicts, made]
    facts = [_of_pair(work.stores, workshop, pair) for pair in workshop.pairs]
    items = precheck_items(workshop, facts, _of_team(work.stores, workshop))
    body = Precheck(round=workshop.edition_round, items=items)
    based_on = tuple(verdicts)
    return [
        *verdicts,
        store_made(work, workshop, "precheck", TEAM, body, round_=round_, drafts=(), based_on=based_on),
    ]


def _of_pair(stores: Stores, workshop: Workshop, pair: Pair) -> PairFacts:
    mocks = scopes(stores, workshop, pair.id)
    found = [verdict_of(stores, workshop, scope) for scope in mocks]
    return PairFacts(
        pair=pair,
        evidence=evidence_of(stores, workshop, pair.id),
        milestone=_milestone(stores, workshop, pair.id),
        verdicts=tuple(verdict for verdict in found if verdict),
        mocks={mock.id: mock.title or mock.id for mock in mocks.values() if mock},
    )


def _milestone(stores: Stores, workshop: Workshop, pair: str) -> Milestone | None:
    iteration = criteria_of(stores, workshop, pair)
    asked = judged_milestone(stores, workshop, pair)
    return next((one for one in iteration.milestones if one.name == asked), None) if iteration else None


def _of_team(stores: Stores, workshop: Workshop) -> TeamFacts:
    wanted = [*((kind, TEAM) for kind in _OF_TEAM), *((kind, p.id) for p in workshop.pairs for kind in _OF_PAIR)]
    missing = tuple(
        OUTPUTS(kind, workshop.plan.locale) + ("" if scope == TEAM else f" ({scope})")
        for kind, scope in wanted
        if stores.artifacts.head(workshop.id, kind, scope) is None
    )
    solutions = stores.artifacts.latest(workshop.id, "solutions", TEAM)
    gate = stores.gates.latest(workshop.id, "iterate")
    ended = gate.decision.at if gate and gate.decision else None
    return TeamFacts(
        outputs=len(wanted),
        missing=missing,
        solutions=solutions.body if solutions and isinstance(solutions.body, SolutionList) else None,
        refined=bool(solutions and ended and solutions.created_at > ended),
    )
