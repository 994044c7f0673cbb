"""From what a model wrote to a plan: as it stands for the rules, and one that can be carried out for people."""

from collections.abc import Sequence
from datetime import date, datetime

from mlew.domain.base import Locale, Model
from mlew.domain.market_unit import Currency
from mlew.domain.plan import (
    ExecutiveReport,
    InvestmentItem,
    InvestmentRequest,
    MilestoneDate,
    OpenPoint,
    Plan,
    PlanCheck,
    ProgressMeeting,
    Task,
)
from mlew.domain.plan_carry_over import Former, carried_over
from mlew.domain.plan_draft import CheckName, PlanDraft
from mlew.domain.plan_people import Person, named
from mlew.domain.plan_repair import sound
from mlew.domain.plan_warnings import open_checks
from mlew.domain.working_days import DaysOff


class PlanFrame(Model):
    """What the plan stands in and no model decides. `starts`: today. `sponsor`, `fan`: what came of ① and ②.

    `fan` is None as long as nobody has decided; without a planned day it is tried again on the one in the draft.
    """

    starts: date
    time_zone: str
    currency: Currency
    sponsor: MilestoneDate = MilestoneDate(name="sponsor")
    fan: MilestoneDate | None = None


def plan_written(draft: PlanDraft, frame: PlanFrame) -> Plan:
    """As it stands in the draft, with ids; it may be impossible."""
    meeting = draft.meeting.model_dump()
    first = datetime.fromisoformat(draft.meeting.first)
    return Plan(
        title=draft.title,
        starts=frame.starts,
        time_zone=frame.time_zone,
        currency=frame.currency,
        milestones=_milestones(draft, frame),
        tasks=tuple(
            Task(
                id=f"T{number}",
                **task.model_dump(exclude={"depends_on", "serves"}),
                depends_on=tuple(f"T{other}" for other in task.depends_on),
                serves=_check(task.serves),
            )
            for number, task in enumerate(draft.tasks, 1)
        ),
        requests=tuple(
            InvestmentRequest(
                id=f"R{number}",
                **request.model_dump(exclude={"items"}),
                items=tuple(InvestmentItem(**item.model_dump()) for item in request.items),
            )
            for number, request in enumerate(draft.requests, 1)
        ),
        meeting=ProgressMeeting(**{**meeting, "first": first, "people": tuple(draft.meeting.people)}),
        reports=tuple(
            ExecutiveReport(
                **{**report.model_dump(), "when": datetime.fromisoformat(report.when), "people": tuple(report.people)}
            )
            for report in draft.reports
        ),
        open_points=tuple(
            OpenPoint(**{**point.model_dump(), "check": _check(point.check)}) for point in draft.open_points
        ),
    )


def plan_from(
    draft: PlanDraft,
    frame: PlanFrame,
    people: Sequence[Person],
    off: DaysOff,
    *,
    former: Former | None = None,
    locale: Locale = "en",
) -> Plan:
    """A plan without errors, in people's names. METHOD's checks that nothing answers are added as open points.

    What people recorded in the plan before stays (`carried_over`). What rules still
    found is mended as `plan_repair.sound` does and told in `extra`.
    """
    plan = Plan.model_validate(named(plan_written(draft, frame).model_dump(), people))
    plan = plan.model_copy(update={"milestones": tuple(_tried(one, frame.fan) for one in plan.milestones)})
    if former is not None:
        plan = carried_over(plan, former)
    mended, notes = sound(plan, frame.starts, off, locale=locale)
    checks = open_checks(mended, locale=locale)
    return mended.model_copy(update={"open_points": (*mended.open_points, *checks), "extra": "\n".join(notes)})


def _milestones(draft: PlanDraft, frame: PlanFrame) -> tuple[MilestoneDate, ...]:
    """What is known of ① counts more than what the draft says of it."""
    written = [MilestoneDate(**milestone.model_dump()) for milestone in draft.milestones]
    if frame.sponsor.actual is None and any(milestone.name == "sponsor" for milestone in written):
        return tuple(written)
    return (frame.sponsor, *(milestone for milestone in written if milestone.name != "sponsor"))


def _tried(written: MilestoneDate, fan: MilestoneDate | None) -> MilestoneDate:
    """② as it was decided on; the day of one that is not reached is the draft's."""
    if fan is None or written.name != fan.name:
        return written
    planned = fan.planned if fan.actual else None
    return fan.model_copy(update={"planned": planned or written.planned, "line": fan.line or written.line})


def _check(name: CheckName) -> PlanCheck | None:
    return None if name == "none" else name
