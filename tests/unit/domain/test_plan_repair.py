"""Whatever a model writes that fits the form becomes a plan without errors, and every change is told."""

from datetime import date, timedelta
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlew.documents.plan import parse, render
from mlew.domain.iteration import MilestoneName
from mlew.domain.plan import InvestmentKind
from mlew.domain.plan_conversion import PlanFrame, plan_from, plan_written
from mlew.domain.plan_draft import (
    CheckName,
    ItemDraft,
    MeetingDraft,
    MilestoneDateDraft,
    PlanDraft,
    PointDraft,
    ReportDraft,
    RequestDraft,
    TaskDraft,
)
from mlew.domain.plan_errors import plan_errors
from mlew.domain.plan_people import Person
from mlew.domain.working_days import is_working

TODAY = date(2026, 4, 27)
OFF = {date(2026, 4, 29): "Showa Day", date(2026, 5, 4): "Greenery Day", date(2026, 5, 5): "Children's Day"}
FRAME = PlanFrame(starts=TODAY, time_zone="Asia/Tokyo", currency="JPY")
PEOPLE = (Person(alias="P-1", name="Planning A"), Person(alias="P-2", name="Development A"))

_day = st.integers(-40, 300).map(lambda n: (TODAY + timedelta(days=n)).isoformat())
_moment = _day.map(lambda day: f"{day} 10:00")
_text = st.sampled_from(["", "P-1", "P-2 asks P-1", "P-7", "something else"])
_name = st.sampled_from(get_args(MilestoneName))
_number = st.integers(-3, 60)
_check = st.sampled_from(get_args(CheckName))
_tasks = st.builds(
    TaskDraft, title=_text, role=_text, owner=_text, milestone=_name, start=_day, due=_day,
    effort=st.floats(-2, 20), depends_on=st.lists(st.integers(-1, 7), max_size=3), done_when=_text, serves=_check,
)  # fmt: skip
_requests = st.builds(
    RequestDraft, kind=st.sampled_from(get_args(InvestmentKind)), approver=_text, needed_by=_day, note=_text,
    items=st.lists(st.builds(ItemDraft, name=_text, amount=st.floats(-10, 1e9)), max_size=2),
)  # fmt: skip
drafts = st.builds(
    PlanDraft,
    title=_text,
    milestones=st.lists(st.builds(MilestoneDateDraft, name=_name, planned=_day, line=_text), max_size=5),
    tasks=st.lists(_tasks, max_size=6),
    requests=st.lists(_requests, max_size=2),
    meeting=st.builds(
        MeetingDraft, first=_moment, minutes=_number, weeks=_number, until=_day, people=st.lists(_text, max_size=2),
        place=_text, agenda=_text,
    ),
    reports=st.lists(
        st.builds(
            ReportDraft, milestone=_name, when=_moment, minutes=_number, people=st.lists(_text, max_size=2),
            place=_text, asks=_text,
        ),
        max_size=3,
    ),
    open_points=st.lists(st.builds(PointDraft, text=_text, check=_check, who=_text, until=_day), max_size=2),
)  # fmt: skip


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(drafts)
def test_any_draft_becomes_a_plan_that_can_be_carried_out_and_read_back(draft: PlanDraft) -> None:
    plan = plan_from(draft, FRAME, PEOPLE, OFF)

    assert plan_errors(plan, TODAY) == []
    assert parse(render(plan, "en"), "en") == plan
    assert all(report.minutes > 0 for report in plan.reports)
    assert all(is_working(m.planned, OFF) for m in plan.milestones if m.planned)
    assert all(is_working(task.due, OFF) for task in plan.tasks)
    assert {check.check for check in plan.open_points} | {t.serves for t in plan.tasks} >= {"ask_others", "try_first"}


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(drafts)
def test_dates_that_were_moved_are_told(draft: PlanDraft) -> None:
    written, plan = plan_written(draft, FRAME), plan_from(draft, FRAME, PEOPLE, OFF)

    for before, after in zip(written.tasks, plan.tasks, strict=True):
        if before.start != after.start:
            assert f"{before.start} → {after.start}" in plan.extra


def test_a_plan_that_can_be_carried_out_stays_as_it_is() -> None:
    one = _tasks_of("2026-04-27", "2026-04-28")
    draft = PlanDraft(
        title="x",
        milestones=[MilestoneDateDraft(name="fan", planned="2026-06-01", line="")],
        tasks=[one],
        requests=[],
        meeting=MeetingDraft(
            first="2026-04-30 10:00", minutes=30, weeks=1, until="2026-06-01", people=["P-1"], place="", agenda=""
        ),
        reports=[],
        open_points=[],
    )

    plan = plan_from(draft, FRAME, PEOPLE, OFF)

    assert plan.extra == ""
    assert plan.tasks[0].owner == "Development A"
    assert (plan.tasks[0].start, plan.tasks[0].due) == (date(2026, 4, 27), date(2026, 4, 28))
    assert plan.meeting is not None
    assert plan.meeting.people == ("Planning A",)


def _tasks_of(start: str, due: str) -> TaskDraft:
    return TaskDraft(
        title="Ask", role="sales", owner="P-2", milestone="fan", start=start, due=due, effort=1, depends_on=[],
        done_when="asked", serves="none",
    )  # fmt: skip
