"""The verdict on a mock, computed from its criteria and evidence, and the decision that a person takes on it."""

from datetime import datetime

from mlew.decision.changes import criterion_changes
from mlew.decision.judging import judged
from mlew.decision.rule import proposal
from mlew.decision.sampling import Asked
from mlew.domain.base import Locale
from mlew.domain.evidence import Evidence
from mlew.domain.iteration import Criterion, Iteration, Milestone, MilestoneName
from mlew.domain.mock import Population
from mlew.domain.verdict import Decision, DecisionKind, Verdict
from mlew.domain.workshop import Phase
from mlew.errors import InputError, WorkshopClosed

_CLOSED: dict[Locale, tuple[str, str]] = {
    "ja": ("計画が確定しているため、判断は変えられません。", "次のラウンドを始めると、新しい判断ができます。"),
    "en": ("The plan is closed, so the decision stands.", "Start another round to decide anew."),
}
_MISSING: dict[str, dict[Locale, tuple[str, str]]] = {
    "by": {
        "ja": ("誰の判断かが書かれていません。", "判断した人の名前を書いてください。"),
        "en": ("Nobody is named for the decision.", "Give the name of the person who decides."),
    },
    "reason": {
        "ja": ("判断の理由が書かれていません。", "数字や発言のどれを見て決めたのかを書いてください。"),
        "en": ("The decision has no reason.", "Say which numbers or voices it rests on."),
    },
    "back_to": {
        "ja": ("どのフェーズに戻るかが決まっていません。", "Listen、Define、Invent、Refine のどれかを選んでください。"),
        "en": ("It is open to which phase the team turns back.", "Choose Listen, Define, Invent or Refine."),
    },
}


def verdict(
    iteration: Iteration,
    evidence: Evidence,
    *,
    mock: str = "",
    title: str = "",
    milestone: MilestoneName = "sponsor",
    population: Population | None = None,
    strict: bool = False,
    decisions: tuple[Decision, ...] = (),
) -> Verdict:
    """`mock`: its id, "" for the pair's only one; `decisions`: taken before, they stay.

    Everything but the decisions is computed anew, so that it always belongs to this evidence and these criteria.
    """
    criteria = _criteria(iteration.milestones, milestone)
    asked = Asked(evidence, mock, population)
    results = tuple(judged(criterion, asked, strict=strict) for criterion in criteria)
    snapshot = evidence.snapshot_of(mock)
    contradicts = tuple(dict.fromkeys(action for theme in evidence.themes for action in theme.contradicts))
    leanings = {theme.leaning for theme in evidence.themes}
    people = asked.of((*evidence.observations, *evidence.responses))
    return Verdict(
        pair=evidence.pair,
        round=evidence.round,
        mock=mock or (snapshot.summary.mock if snapshot else ""),
        title=title or (snapshot.summary.title if snapshot else ""),
        milestone=milestone,
        population=population,
        strict=strict,
        evidence_at=snapshot.taken_at if snapshot else None,
        results=results,
        changes=criterion_changes(_criteria(evidence.milestones, milestone), criteria, asked, strict=strict)
        if evidence.since
        else (),
        proposal=proposal(results, contradicted=bool(contradicts)),
        divided="mixed" in leanings or leanings >= {"for", "against"},
        contradicts=contradicts,
        simulated=bool(snapshot and snapshot.simulated) or any(one.simulated for one in people),
        destroyed=bool(snapshot and snapshot.destroyed_at),
        destroyed_at=snapshot.destroyed_at if snapshot else None,
        decisions=decisions,
    )


def decided(
    verdict: Verdict,
    decision: DecisionKind,
    *,
    by: str,
    reason: str,
    at: datetime,
    back_to: Phase | None = None,
    arn: str = "",
    closed: bool = False,
    locale: Locale = "en",
) -> Verdict:
    """With the decision behind all earlier ones; it may differ from the proposal, and then says so.

    `closed`: the plan is. Raises InputError without a name, a reason or (for a pivot) a phase, WorkshopClosed.
    """
    if closed:
        message, hint = _CLOSED[locale]
        raise WorkshopClosed(message, hint=hint)
    back_to = back_to or _proposed_phase(verdict, decision)
    missing = {"by": not by.strip(), "reason": not reason.strip(), "back_to": decision == "pivot" and back_to is None}
    for field, lacks in missing.items():
        if lacks:
            message, hint = _MISSING[field][locale]
            raise InputError(message, hint=hint)
    proposed = verdict.proposal
    taken = Decision(
        decision=decision,
        back_to=back_to if decision == "pivot" else None,
        by=by,
        arn=arn,
        reason=reason,
        at=at,
        proposed=proposed.decision,
        supported=decision in (proposed.decision, proposed.otherwise),
    )
    return verdict.model_copy(update={"decisions": (*verdict.decisions, taken)})


def _criteria(milestones: tuple[Milestone, ...], name: MilestoneName) -> tuple[Criterion, ...]:
    return next((m for m in milestones if m.name == name), Milestone(name=name)).criteria


def _proposed_phase(verdict: Verdict, decision: DecisionKind) -> Phase | None:
    back = verdict.proposal.back_to
    return back[0] if decision == "pivot" and verdict.proposal.decision == "pivot" and back else None
