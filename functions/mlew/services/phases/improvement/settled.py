"""What became of a milestone, and who is asked next."""

from zoneinfo import ZoneInfo

from mlew.documents.milestone_result import decision_text, result_text
from mlew.domain.first_author import by_person
from mlew.domain.iteration import FeedbackSession, Iteration, Milestone
from mlew.domain.milestones_ahead import milestone_of
from mlew.domain.verdict import Verdict
from mlew.domain.workshop import Workshop
from mlew.services.evidence.masking import masking_for
from mlew.services.evidence.reading import evidence_of
from mlew.services.work import Work


def sessions_ahead(
    workshop: Workshop, before: Iteration, fan: Milestone, verdict: Verdict | None
) -> tuple[FeedbackSession, ...]:
    """Appointments with customers outside; inside once more as long as nobody decided to go on.

    As the plan fixes them, else as they stood, else one of each kind that is open.
    """
    pair = before.pair
    planned = tuple(s for s in workshop.plan.sessions if s.pair == pair and s.population == "external")
    written = tuple(s for s in before.sessions if s.population == "external")
    sample = max((c.minimum_sample for c in fan.criteria), default=FeedbackSession(pair=pair).expected)
    outside = planned or written or (FeedbackSession(pair=pair, population="external", expected=sample),)
    goes_on = verdict is not None and verdict.decision is not None and verdict.decision.decision == "go"
    return outside if goes_on else (FeedbackSession(pair=pair), *outside)


def settled(  # noqa: PLR0917 - what a result is made of
    work: Work,
    workshop: Workshop,
    milestones: tuple[Milestone, ...],
    verdict: Verdict | None,
    learned: str,
    authored: list[tuple[str, Iteration]],
) -> tuple[Milestone, ...]:
    """With result and decision of the milestone that the verdict is of; a day only once it is passed."""
    if verdict is None:
        return milestones
    locale, zone = workshop.plan.locale, ZoneInfo(workshop.plan.time_zone)
    evidence = evidence_of(work.stores, workshop, verdict.pair)
    masking = masking_for(work.stores, workshop, (evidence,))
    found = {"result": "\n".join(filter(None, (result_text(verdict, locale), learned.strip())))}
    if decision := verdict.decision:
        found["decision"] = decision_text(decision, zone, locale, reason=masking.mask(decision.reason))
        if decision.decision == "go":
            found["actual"] = decision.at.astimezone(zone).date().isoformat()
    return tuple(
        one.model_copy(update={key: text for key, text in found.items() if not _by_hand(one, key, authored)})
        if one.name == verdict.milestone
        else one
        for one in milestones
    )


def _by_hand(milestone: Milestone, field: str, authored: list[tuple[str, Iteration]]) -> bool:
    text = getattr(milestone, field)
    return bool(text) and by_person(authored, lambda i: getattr(milestone_of(i, milestone.name), field) == text)
