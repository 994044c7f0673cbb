"""Listen: the customer's journey, in time order (METHOD, Listen)."""

from typing import Literal

from pydantic import Field

from mlew.domain.base import Draft, Line, Model
from mlew.domain.quantity import Quantity, parse_quantity
from mlew.domain.violation import Violation

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


def journey_violations(draft: JourneyDraft) -> list[Violation]:
    """At least three stages, each with actions; amounts with units; feelings; a trigger (METHOD, Listen)."""
    found: list[Violation] = []
    if not draft.trigger.strip():
        found.append(Violation(rule="trigger", where="trigger", message="Say what makes the journey start."))
    if len(draft.stages) < 3:
        found.append(
            Violation(
                rule="enough-stages",
                where="stages",
                message=f"{len(draft.stages)} stages are a summary. Write at least 3, in time order.",
            )
        )
    for stage in draft.stages:
        if len(stage.actions) < 2:
            found.append(
                Violation(
                    rule="several-actions",
                    where=stage.name,
                    message="Split this stage into at least 2 actions that one could film.",
                )
            )
        if not stage.feelings:
            found.append(Violation(rule="feelings", where=stage.name, message="Say what the customer feels here."))
        resources = [*stage.resources, *(r for a in stage.actions for r in a.resources)]
        if not resources:
            found.append(
                Violation(
                    rule="resources",
                    where=stage.name,
                    message="Name the time or money that this stage takes, as an assumption if need be.",
                )
            )
        for resource in resources:
            if (
                resource.kind != "other"
                and any(c.isdigit() for c in resource.amount)
                and parse_quantity(resource.amount) is None
            ):
                found.append(
                    Violation(
                        rule="unit-present",
                        where=f"{stage.name}: {resource.amount}",
                        message="Give the amount with a unit of time or money.",
                    )
                )
    if not any(s.strip() for s in draft.insights):
        found.append(
            Violation(rule="insights", where="insights", message="Write at least one insight below the journey.")
        )
    return found


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
                    resources=_resources(action.resources),
                    assumed=action.assumed,
                )
            )
        stages.append(
            Stage(
                name=stage.name,
                actions=tuple(actions),
                resources=_resources(stage.resources),
                feelings=tuple(stage.feelings),
            )
        )
    return Journey(segment=draft.segment, trigger=draft.trigger, stages=tuple(stages), insights=tuple(draft.insights))


def _resources(drafts: list[ResourceDraft]) -> tuple[Resource, ...]:
    return tuple(
        Resource(
            kind=d.kind,
            text=d.amount,
            quantity=parse_quantity(d.amount),
            per=d.per,
            note=d.note,
            assumed=d.assumed,
        )
        for d in drafts
    )
