"""What became of a milestone, and who is asked next."""

from zoneinfo import ZoneInfo

from mlew.documents.milestone_result import decision_text, result_text
from mlew.domain.feedback_session import FeedbackSession
from mlew.domain.first_author import by_person
from mlew.domain.iteration import Iteration, Milestone, MilestoneName
from mlew.domain.milestones_ahead import milestone_of
from mlew.domain.verdict import Verdict
from mlew.domain.workshop import Workshop
from mlew.services.evidence.masking import masking_for
from mlew.services.evidence.reading import evidence_of
from mlew.services.judged_mocks import criteria_of
from mlew.services.work import Stores, Work


def sessions_ahead(
    workshop: Workshop, before: Iteration, fan: Milestone, verdict: Verdict | None
) -> tuple[FeedbackSession, ...]:
    """Appointments with customers outside; inside once more as long as nobody decided to go on after ①.

    As the plan fixes them, else as they stood, else one of each kind that is open.
    """
    pair = before.pair
    planned = tuple(s for s in workshop.plan.sessions if s.pair == pair and s.population == "external")
    written = tuple(s for s in before.sessions if s.population == "external")
    sample = max((c.minimum_sample for c in fan.criteria), default=FeedbackSession(pair=pair).expected)
    outside = planned or written or (FeedbackSession(pair=pair, population="external", expected=sample),)
    goes_on = verdict is not None and (verdict.milestone != "sponsor" or reached_now(verdict) == "sponsor")
    return outside if goes_on else (FeedbackSession(pair=pair), *outside)


def reached_now(verdict: Verdict | None) -> MilestoneName | None:
    """The milestone that this round has ended with "go"."""
    goes_on = verdict is not None and verdict.decision is not None and verdict.decision.decision == "go"
    return verdict.milestone if verdict is not None and goes_on else None


def settled(  # noqa: PLR0917 - what a result is made of
    work: Work,
    workshop: Workshop,
    milestones: tuple[Milestone, ...],
    verdict: Verdict | None,
    learned: str,
    authored: list[tuple[str, Iteration]],
) -> tuple[Milestone, ...]:
    """With result and decision of the milestone that the verdict is of; a day only once it is passed.

    One that an earlier round has settled stays as it was.
    """
    if verdict is None or _settled_before(work.stores, workshop, verdict):
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


def _settled_before(stores: Stores, workshop: Workshop, verdict: Verdict) -> bool:
    judged_by = criteria_of(stores, workshop, verdict.pair)
    return judged_by is not None and bool(milestone_of(judged_by, verdict.milestone).actual)


def _by_hand(milestone: Milestone, field: str, authored: list[tuple[str, Iteration]]) -> bool:
    text = getattr(milestone, field)
    return bool(text) and by_person(authored, lambda i: getattr(milestone_of(i, milestone.name), field) == text)
