"""Listen: the customer's journey, in time order (METHOD, Listen)."""

from typing import Literal

from pydantic import Field

from mlew.domain.base import Draft, Line, Locale, Model
from mlew.domain.quantity import Quantity, parse_quantity
from mlew.domain.violation import Violation, place, violation

ResourceKind = Literal["time", "money", "other"]


class ResourceDraft(Draft):
    """What an action or a stage uses up."""

    kind: ResourceKind
    amount: str = Field(description="With unit, range if it varies (15–30 min), or words (within working hours)")
    per: str = Field(description="For what the amount is: each time, a month, a stage; empty if clear")
    note: str = Field(description="What else matters about it; empty if nothing")
    assumed: bool = Field(description="true unless the customer sheet says it")


class ActionDraft(Draft):
    """One thing that the customer does."""

    text: str
    resources: list[ResourceDraft]
    assumed: bool = Field(description="true unless the customer sheet says it")


class StageDraft(Draft):
    """A part of the journey with several actions."""

    name: str
    actions: list[ActionDraft]
    resources: list[ResourceDraft] = Field(description="Resources of the stage as a whole; may be empty")
    feelings: list[str]


class JourneyDraft(Draft):
    """The journey as the model writes it."""

    segment: str = Field(description="Which customers, in one sentence")
    trigger: str = Field(description="What makes the journey start")
    stages: list[StageDraft] = Field(description="In time order")
    insights: list[str] = Field(description="What surprises or contradicts in this journey")


class Resource(Model):
    """`text` as written; `quantity` read from it, None if it could not be read (then it stays a note)."""

    kind: ResourceKind
    text: Line
    quantity: Quantity | None = None
    per: Line = ""
    note: Line = ""
    assumed: bool = True


class Action(Model):
    """`id` is stable within the journey ("A1", "A2", … in time order)."""

    id: str
    text: Line
    resources: tuple[Resource, ...] = ()
    assumed: bool = True


class Stage(Model):
    """`change_ease` and `evidence` are filled in the improvement edition."""

    name: Line
    actions: tuple[Action, ...]
    resources: tuple[Resource, ...] = ()
    feelings: tuple[Line, ...] = ()
    change_ease: Line = ""
    evidence: Line = ""


class Journey(Model):
    """Artifact of Listen. `extra` is text that has no field."""

    segment: Line
    trigger: Line
    stages: tuple[Stage, ...]
    insights: tuple[Line, ...] = ()
    extra: str = ""

    @property
    def actions(self) -> tuple[Action, ...]:
        """All actions in time order."""
        return tuple(action for stage in self.stages for action in stage.actions)

    def stage_of(self, action_id: str) -> str:
        """Name of the stage that holds the action; empty if there is none."""
        return next((s.name for s in self.stages for a in s.actions if a.id == action_id), "")


def read_amount(kind: ResourceKind, text: str) -> Quantity | None:
    """The quantity in the text of a resource, of its kind if there are several; None if it cannot be read."""
    return parse_quantity(text, prefer=None if kind == "other" else kind)


def journey_violations(draft: JourneyDraft, *, locale: Locale = "en") -> list[Violation]:
    """At least three stages, each with actions; amounts with units; feelings; a trigger (METHOD, Listen)."""
    found: list[Violation] = []
    if not draft.trigger.strip():
        found.append(violation("trigger", place("trigger", locale), locale))
    if len(draft.stages) < 3:
        found.append(violation("enough-stages", place("stages", locale), locale, count=len(draft.stages)))
    for number, stage in enumerate(draft.stages, 1):
        found += _stage_violations(stage, stage.name.strip() or place("stage", locale, number), locale)
    if not any(s.strip() for s in draft.insights):
        found.append(violation("insights", place("insights", locale), locale))
    return found


def _stage_violations(stage: StageDraft, where: str, locale: Locale) -> list[Violation]:
    resources = [*stage.resources, *(r for a in stage.actions for r in a.resources)]
    broken = {
        "stage-named": not stage.name.strip(),
        "several-actions": len(stage.actions) < 2,
        "action-written": not all(a.text.strip() for a in stage.actions),
        "feelings": not any(f.strip() for f in stage.feelings),
        "resources": not resources,
    }
    unread = [r.amount for r in resources if r.kind != "other" and _lacks_unit(r.amount)]
    return [
        *(violation(rule, where, locale) for rule, is_broken in broken.items() if is_broken),
        *(violation("unit-present", f"{where}: {amount}", locale) for amount in unread),
    ]


def _lacks_unit(amount: str) -> bool:
    """Words without a number ("within working hours") need none."""
    return any(c.isdigit() for c in amount) and parse_quantity(amount) is None


def journey_from(draft: JourneyDraft) -> Journey:
    """Number the actions in time order and read the amounts."""
    number = 0
    stages: list[Stage] = []
    for stage in draft.stages:
        actions: list[Action] = []
        for action in stage.actions:
            number += 1
            actions.append(
                Action(
                    id=f"A{number}",
                    text=action.text,
                    resources=resources_from(action.resources),
                    assumed=action.assumed,
                )
            )
        stages.append(
            Stage(
                name=stage.name,
                actions=tuple(actions),
                resources=resources_from(stage.resources),
                feelings=tuple(stage.feelings),
            )
        )
    return Journey(segment=draft.segment, trigger=draft.trigger, stages=tuple(stages), insights=tuple(draft.insights))


def resources_from(drafts: list[ResourceDraft]) -> tuple[Resource, ...]:
    """Resources with their amounts read."""
    return tuple(
        Resource(
            kind=d.kind,
            text=d.amount,
            quantity=read_amount(d.kind, d.amount),
            per=d.per,
            note=d.note,
            assumed=d.assumed,
        )
        for d in drafts
    )
