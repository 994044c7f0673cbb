"""Quality rules of the corrected journey (METHOD, Listen: Improvement)."""

from collections.abc import Iterator

from mlew.domain.base import Locale
from mlew.domain.grounds import Grounds, reason_violations
from mlew.domain.journey import (
    ActionDraft,
    Journey,
    JourneyDraft,
    Resource,
    ResourceDraft,
    StageDraft,
    journey_violations,
)
from mlew.domain.journey_review import (
    JourneyReviewDraft,
    ReviewedActionDraft,
    ReviewedStageDraft,
    draft_of,
    same_action,
)
from mlew.domain.violation import Violation, place, violation


def journey_review_violations(
    draft: JourneyReviewDraft, before: Journey, base: Journey, grounds: Grounds, *, locale: Locale = "en"
) -> list[Violation]:
    """No correction without evidence, no action lost, people with of how many; and the rules of every journey.

    `base`: the journey with which this edition began; `before`: the last one that people saw. A rule of journeys that
    `before` breaks already is passed over: only evidence could mend it.
    """
    return [
        *_frame_violations(draft, before, base, grounds, locale),
        *_action_violations(draft, before, base, grounds, locale),
        *(v for stage in draft.stages for v in _stage_violations(stage, grounds, locale)),
        *reason_violations(grounds, _reasons(draft, locale), locale),
        *_journey_rules(draft, before, locale),
    ]


def _frame_violations(
    draft: JourneyReviewDraft, before: Journey, base: Journey, grounds: Grounds, locale: Locale
) -> Iterator[Violation]:
    for field in ("segment", "trigger"):
        new = getattr(draft, field).strip()
        if new not in (getattr(before, field), getattr(base, field)) and not grounds.bear(draft.because):
            yield violation("correction-needs-evidence", place(field, locale), locale)


def _action_violations(
    draft: JourneyReviewDraft, before: Journey, base: Journey, grounds: Grounds, locale: Locale
) -> Iterator[Violation]:
    old = [{a.id: a for a in journey.actions} for journey in (before, base)]
    known = {**old[1], **old[0]}
    seen: set[str] = set()
    for action in (a for stage in draft.stages for a in stage.actions):
        number = action.number.strip()
        if number in seen:
            yield violation("action-once", number, locale, action=number)
        if number and number not in known:
            shown = ", ".join(known)
            yield violation("known-action", action.text[:60], locale, unknown=number, known=shown)
        seen |= {number} & known.keys()
        same = any(number in there and same_action(draft_of(action), there[number]) for there in old)
        if not same and not grounds.bear(action.because):
            yield violation("correction-needs-evidence", number or action.text.strip()[:60], locale)
    removed = {one.number.strip(): one for one in draft.removed}
    for number in old[0]:
        if number not in seen and number not in removed:
            yield violation("action-lost", number, locale, action=number)
        elif number not in seen and not grounds.bear(removed[number].because):
            yield violation("correction-needs-evidence", number, locale)


def _stage_violations(stage: ReviewedStageDraft, grounds: Grounds, locale: Locale) -> Iterator[Violation]:
    where = stage.name.strip()
    nobody = stage.asked <= 0
    if not 0 <= stage.people <= max(0, stage.asked):
        yield violation("people-of-how-many", where, locale, people=stage.people, asked=stage.asked)
    if grounds.people and stage.asked > grounds.people:
        yield violation("people-there-were", where, locale, asked=stage.asked, people=grounds.people)
    if nobody and stage.ease != "unknown":
        yield violation("ease-needs-evidence", where, locale)
    if nobody and stage.evidence.strip():
        yield violation("evidence-counts-people", where, locale)
    if not nobody and stage.ease != "unknown" and not stage.ease_reason.strip():
        yield violation("ease-reason", where, locale)
    if not nobody and not grounds.any:
        yield violation("nothing-found-out", where, locale)


def _reasons(draft: JourneyReviewDraft, locale: Locale) -> Iterator[tuple[str, str]]:
    yield place("segment", locale), draft.because
    for stage in draft.stages:
        yield stage.name.strip(), stage.evidence
        for action in stage.actions:
            yield action.number.strip() or action.text.strip()[:60], action.because
    for one in draft.removed:
        yield one.number.strip(), one.because


def _journey_rules(draft: JourneyReviewDraft, before: Journey, locale: Locale) -> Iterator[Violation]:
    broken = {v.rule for v in journey_violations(_plain(before), locale=locale)}
    stages = [_plain_stage(stage) for stage in draft.stages]
    written = JourneyDraft(segment=draft.segment, trigger=draft.trigger, stages=stages, insights=draft.insights)
    yield from (v for v in journey_violations(written, locale=locale) if v.rule not in broken)


def _plain_stage(stage: ReviewedStageDraft) -> StageDraft:
    actions = [_plain_action(action) for action in stage.actions]
    return StageDraft(name=stage.name, actions=actions, resources=stage.resources, feelings=stage.feelings)


def _plain_action(action: ReviewedActionDraft) -> ActionDraft:
    return ActionDraft(text=action.text, resources=action.resources, assumed=action.assumed)


def _plain(journey: Journey) -> JourneyDraft:
    return JourneyDraft(
        segment=journey.segment,
        trigger=journey.trigger,
        stages=[
            StageDraft(
                name=stage.name,
                actions=[
                    ActionDraft(text=a.text, resources=_plain_resources(a.resources), assumed=a.assumed)
                    for a in stage.actions
                ],
                resources=_plain_resources(stage.resources),
                feelings=list(stage.feelings),
            )
            for stage in journey.stages
        ],
        insights=list(journey.insights),
    )


def _plain_resources(found: tuple[Resource, ...]) -> list[ResourceDraft]:
    return [ResourceDraft(kind=r.kind, amount=r.text, per=r.per, note=r.note, assumed=r.assumed) for r in found]
