"""Listen of the improvement edition: the journey corrected by evidence (METHOD, Listen)."""

from collections.abc import Collection
from typing import Literal

from pydantic import Field

from mlew.domain.base import Draft, Locale
from mlew.domain.free_numbers import free_numbers
from mlew.domain.grounds import Grounds
from mlew.domain.journey import Action, Journey, ResourceDraft, Stage, resources_from
from mlew.domain.journey_review_notes import head_of, kept_notes, note_of, removal, stage_evidence, written_ease

Ease = Literal["easy", "conditional", "hard", "unknown"]


class ReviewedActionDraft(Draft):
    """One thing that the customer does, as it was found to be."""

    number: str = Field(description="Number of the action in the journey, such as A1; empty for a new action")
    text: str
    resources: list[ResourceDraft]
    assumed: bool = Field(description="true as long as no number and no voice bears it out")
    because: str = Field(description="The number or voice that bears it out or corrects it; empty if nothing does")


class ReviewedStageDraft(Draft):
    """A stage after correction, and how easily today's way changes."""

    name: str
    actions: list[ReviewedActionDraft]
    resources: list[ResourceDraft] = Field(description="Resources of the stage as a whole; may be empty")
    feelings: list[str]
    ease: Ease = Field(description="How easily customers change today's way; unknown if nothing was found out")
    ease_reason: str = Field(description="What holds them back, and under which condition it falls away")
    people: int = Field(description="How many people showed or said it; 0 if nothing was found out")
    asked: int = Field(description="Of how many; 0 if nothing was found out")
    evidence: str = Field(description="What they did or said, word for word; empty if nothing was found out")


class RemovedActionDraft(Draft):
    """An action that customers turned out not to take."""

    number: str
    because: str = Field(description="The number or voice that says so")


class JourneyReviewDraft(Draft):
    """The whole journey after correction."""

    segment: str
    trigger: str
    because: str = Field(description="The number or voice behind a changed segment or trigger; empty if both stay")
    stages: list[ReviewedStageDraft] = Field(description="In time order, with all actions")
    removed: list[RemovedActionDraft]
    insights: list[str] = Field(description="What differs from what was expected, and what leads to new questions")


def journey_reviewed(
    draft: JourneyReviewDraft,
    before: Journey,
    base: Journey,
    grounds: Grounds,
    *,
    taken: Collection[str],
    locale: Locale,
) -> Journey:
    """The draft where evidence bears it out, `before` everywhere else. Action ids stay, new ones are above `taken`.

    `base`: the journey with which this edition began; `before`: the last one that people saw.
    """
    review = _Review(before, base, grounds, taken, locale)
    stages = [stage for stage in map(review.stage, draft.stages) if stage.actions]
    kept = review.with_lost(stages or [s.model_copy(update={"actions": ()}) for s in before.stages], draft.removed)
    framed = grounds.bear(draft.because)
    return Journey(
        segment=draft.segment if framed else before.segment,
        trigger=draft.trigger if framed else before.trigger,
        stages=tuple(stage for stage in kept if stage.actions),
        insights=(*(i for i in draft.insights if i.strip()), *review.removals(draft.removed)),
        extra=before.extra,
    )


class _Review:
    def __init__(
        self, before: Journey, base: Journey, grounds: Grounds, taken: Collection[str], locale: Locale
    ) -> None:
        self._before = before
        self._base = {action.id: action for action in base.actions}
        self._known = {**self._base, **{action.id: action for action in before.actions}}
        self._grounds = grounds
        self._fresh = free_numbers("A", {*taken, *self._known})
        self._locale = locale
        self._notes = kept_notes(before)
        self._seen: set[str] = set()

    def stage(self, draft: ReviewedStageDraft) -> Stage:
        actions: list[Action] = []
        notes: list[str] = []
        for one in draft.actions:
            action, note = self._action(one)
            actions.append(action)
            notes += [note] if note else []
        heard = self._grounds.any and draft.asked > 0
        same = next((s for s in self._before.stages if s.name == draft.name.strip()), None)
        told = stage_evidence(draft.people, draft.asked, draft.evidence, self._locale) if heard else ""
        ease = written_ease(draft.ease if heard else "unknown", draft.ease_reason, self._locale)
        return Stage(
            name=draft.name,
            actions=tuple(actions),
            resources=same.resources if same and not heard else resources_from(draft.resources),
            feelings=same.feelings if same and not heard else tuple(draft.feelings),
            change_ease=(same.change_ease if same and not heard else "") or ease,
            evidence="\n".join(filter(None, [head_of(same) if same and not heard else told, *notes])),
        )

    def _action(self, draft: ReviewedActionDraft) -> tuple[Action, str]:
        """The action, and what it rests on."""
        borne = self._grounds.bear(draft.because)
        number = draft.number.strip()
        old = self._known.get(number) if number not in self._seen else None
        found = Action(
            id=number if old else next(self._fresh),
            text=draft.text,
            resources=resources_from(draft.resources),
            assumed=draft.assumed or not borne,
        )
        if old is None:
            return found, note_of(found, draft.because, None, self._locale) if borne else ""
        self._seen.add(number)
        if borne:
            return found, note_of(found, draft.because, self._base.get(number), self._locale)
        undone = number in self._base and same_action(draft_of(draft), self._base[number])
        return (self._base[number], "") if undone else (old, self._notes.get(number, ""))

    def with_lost(self, stages: list[Stage], removed: list[RemovedActionDraft]) -> list[Stage]:
        """Actions that the draft forgot stand behind the one that they stood behind before."""
        gone = {one.number.strip() for one in removed if self._grounds.bear(one.because)}
        last = ""
        for action in self._before.actions:
            if action.id not in self._seen and action.id not in gone:
                stages = self._put_back(stages, action, behind=last)
            last = action.id if action.id not in gone else last
        return stages

    def _put_back(self, stages: list[Stage], action: Action, *, behind: str) -> list[Stage]:
        name = self._before.stage_of(action.id)
        places = [n for n, s in enumerate(stages) if any(a.id == behind for a in s.actions)]
        own = [n for n, s in enumerate(stages) if s.name == name]
        at = (places or own or [0])[0]
        if own and places and own[0] != at and self._before.stage_of(behind) != name:
            at = own[0]
        ids = [a.id for a in stages[at].actions]
        cut = ids.index(behind) + 1 if behind in ids else 0
        actions = (*stages[at].actions[:cut], action, *stages[at].actions[cut:])
        note = self._notes.get(action.id, "")
        evidence = "\n".join(filter(None, [stages[at].evidence, note]))
        stage = stages[at].model_copy(update={"actions": actions, "evidence": evidence})
        return [*stages[:at], stage, *stages[at + 1 :]]

    def removals(self, removed: list[RemovedActionDraft]) -> list[str]:
        """For the insights: what was taken out, and why."""
        there = {action.id: action for action in self._before.actions}
        return [
            removal(there[one.number.strip()], one.because, self._locale)
            for one in removed
            if one.number.strip() in there and one.number.strip() not in self._seen and self._grounds.bear(one.because)
        ]


def draft_of(draft: ReviewedActionDraft) -> Action:
    """The action as the draft says it."""
    return Action(
        id=draft.number.strip(), text=draft.text, resources=resources_from(draft.resources), assumed=draft.assumed
    )


def same_action(one: Action, other: Action) -> bool:
    """Whether both say the same of what is done and what it takes; marks as assumption count too."""
    first, second = (a.model_dump(exclude={"id": True, "resources": {"__all__": {"quantity"}}}) for a in (one, other))
    return first == second
