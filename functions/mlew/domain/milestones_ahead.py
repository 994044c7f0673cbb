"""Milestones ② to ④, as the improvement edition sets them (METHOD, Test/Iterate)."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice

from pydantic import Field

from mlew.domain.base import Draft
from mlew.domain.first_author import by_person
from mlew.domain.free_numbers import free_numbers
from mlew.domain.iteration import (
    Criterion,
    CriterionDraft,
    Iteration,
    MeasureDraft,
    Milestone,
    MilestoneName,
    TestScriptDraft,
)

AHEAD: tuple[MilestoneName, ...] = ("fan", "share", "release")
_TEXTS = ("measured_by", "how_measured", "subjects", "planned", "actual", "result", "decision", "extra")


class FanDraft(Draft):
    """② winning fans."""

    measured_by: str = Field(description="People inside the company who measure and decide")
    how_measured: str
    subjects: str = Field(description="Customers outside who try the mock, and how many")
    criteria: list[CriterionDraft]
    planned: str = Field(description="ISO date, within three months")
    if_missed: str = Field(description="Where to go back")


class InvestmentDraft(Draft):
    """③ or ④."""

    measured_by: str = Field(description="People inside the company who measure and decide")
    how_measured: str
    criteria: list[MeasureDraft]
    planned: str = Field(description="ISO date, within about six months")
    if_missed: str = Field(description="Where to go back")


class MilestonesDraft(Draft):
    """What the result of ① tells, and the three that are left."""

    learned: str = Field(description="What the result of ① tells for the next ones; empty if there is none")
    fan: FanDraft
    share: InvestmentDraft
    release: InvestmentDraft


class CustomerScriptDraft(TestScriptDraft):
    """The script for customers outside."""

    __test__ = False

    invitation: str = Field(description="What customers are sent: time, what they will do, what becomes of the records")


def milestones_from(draft: MilestonesDraft, ever: Iterable[Criterion]) -> tuple[Milestone, ...]:
    """② to ④. `ever`: all criteria that the pair has had, oldest first; their ids mean nothing else from now on."""
    drafts: dict[MilestoneName, FanDraft | InvestmentDraft] = {
        "fan": draft.fan,
        "share": draft.share,
        "release": draft.release,
    }
    criteria = iter(_identified([_criterion(c) for one in drafts.values() for c in one.criteria], ever))
    return tuple(
        Milestone(
            name=name,
            criteria=tuple(islice(criteria, len(one.criteria))),
            extra=one.if_missed,
            **one.model_dump(exclude={"criteria", "if_missed"}),
        )
        for name, one in drafts.items()
    )


def _criterion(draft: MeasureDraft) -> Criterion:
    fields = {"group": "share", **draft.model_dump()}
    return Criterion.model_validate({**fields, "id": "", "checks": tuple(draft.checks)})


def _identified(criteria: Sequence[Criterion], ever: Iterable[Criterion]) -> list[Criterion]:
    """The same criterion keeps its id, as evidence refers to it; any other gets a number that nobody had."""
    left = {one.id: one for one in ever}
    free = free_numbers("C", tuple(left))
    found: list[Criterion] = []
    for one in criteria:
        same = next((key for key, before in left.items() if before.model_copy(update={"id": ""}) == one), None)
        found.append(one.model_copy(update={"id": same or next(free)}))
        left.pop(same or "", None)
    return found


def ahead_kept(made: Milestone, versions: Sequence[tuple[str, Iteration]]) -> Milestone:
    """`made` with what people wrote for this milestone; one that was reached already stays as it is.

    `versions`: author and body, oldest first. Criteria make sense together: one by hand keeps all of the milestone.
    """
    if not versions:
        return made
    before = milestone_of(versions[-1][1], made.name)
    if before.actual:
        return before
    texts = {name: getattr(before, name) for name in _TEXTS if _theirs(versions, before, name)}
    theirs = any(by_person(versions, partial(_has_criterion, made.name, criterion)) for criterion in before.criteria)
    return made.model_copy(update={**texts, **({"criteria": before.criteria} if theirs else {})})


def _theirs(versions: Sequence[tuple[str, Iteration]], milestone: Milestone, field: str) -> bool:
    text = getattr(milestone, field)
    return bool(text) and by_person(versions, partial(_has_text, milestone.name, field, text))


def _has_text(name: MilestoneName, field: str, text: str, iteration: Iteration) -> bool:
    return bool(getattr(milestone_of(iteration, name), field) == text)


def _has_criterion(name: MilestoneName, criterion: Criterion, iteration: Iteration) -> bool:
    return criterion in milestone_of(iteration, name).criteria


def milestone_of(iteration: Iteration, name: MilestoneName) -> Milestone:
    """An open one if it has none of the name."""
    return next((m for m in iteration.milestones if m.name == name), Milestone(name=name))
