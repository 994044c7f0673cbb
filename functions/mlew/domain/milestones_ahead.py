"""Milestones ② to ④, as the improvement edition sets them (METHOD, Test/Iterate)."""

from collections.abc import Iterable, Mapping, Sequence

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
    known = {one.id: one for one in ever}
    drafts: dict[MilestoneName, FanDraft | InvestmentDraft] = {
        "fan": draft.fan,
        "share": draft.share,
        "release": draft.release,
    }
    found: list[Milestone] = []
    for name, one in drafts.items():
        criteria = _identified([_criterion(c) for c in one.criteria], known)
        known |= {c.id: c for c in criteria}
        found.append(
            Milestone(
                name=name,
                criteria=criteria,
                extra=one.if_missed,
                **one.model_dump(exclude={"criteria", "if_missed"}),
            )
        )
    return tuple(found)


def _criterion(draft: MeasureDraft) -> Criterion:
    fields = {"group": "share", **draft.model_dump()}
    return Criterion.model_validate({**fields, "id": "", "checks": tuple(draft.checks)})


def _identified(criteria: Sequence[Criterion], known: Mapping[str, Criterion]) -> tuple[Criterion, ...]:
    """The same criterion keeps its id, as evidence refers to it; any other gets a number that nobody had."""
    free = free_numbers("C", tuple(known))
    left = dict(known)
    found: list[Criterion] = []
    for one in criteria:
        same = next((key for key, before in left.items() if before.model_copy(update={"id": ""}) == one), None)
        found.append(one.model_copy(update={"id": same or next(free)}))
        left.pop(same or "", None)
    return tuple(found)


def ahead_kept(made: Milestone, versions: Sequence[tuple[str, Iteration]]) -> Milestone:
    """`made` with what people wrote for this milestone; one that was reached already stays as it is.

    `versions`: author and body, oldest first. Criteria make sense together: one by hand keeps all of the milestone.
    """
    if not versions:
        return made
    before = milestone_of(versions[-1][1], made.name)
    if before.actual:
        return before
    texts = {
        name: text
        for name in _TEXTS
        if (text := getattr(before, name))
        and by_person(versions, lambda i, n=name, t=text: getattr(milestone_of(i, made.name), n) == t)
    }
    theirs = any(
        by_person(versions, lambda i, c=criterion: c in milestone_of(i, made.name).criteria)
        for criterion in before.criteria
    )
    return made.model_copy(update={**texts, **({"criteria": before.criteria} if theirs else {})})


def milestone_of(iteration: Iteration, name: MilestoneName) -> Milestone:
    """An open one if it has none of the name."""
    return next((m for m in iteration.milestones if m.name == name), Milestone(name=name))
