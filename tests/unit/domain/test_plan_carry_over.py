"""What people recorded in a plan stays when a model writes the next one."""

from datetime import UTC, date, datetime

import pytest

from mlew.domain.iteration import MilestoneName
from mlew.domain.plan import InvestmentItem, InvestmentRequest, MilestoneDate, OpenPoint, Plan, Task
from mlew.domain.plan_carry_over import Former, carried_over, ids_of
from mlew.domain.plan_edits import Edits, task_edits
from mlew.domain.plan_errors import plan_errors
from mlew.domain.plan_repair import sound

OLD, NEW = date(2026, 4, 1), date(2026, 6, 1)
MADE: dict[MilestoneName, datetime] = {"sponsor": datetime(2026, 4, 1, tzinfo=UTC)}


def task(task_id: str, title: str, day: date = NEW, **changes: object) -> Task:
    return Task.model_validate({"id": task_id, "title": title, "start": day, "due": day, **changes})


def request(request_id: str, item: str, **changes: object) -> InvestmentRequest:
    items = (InvestmentItem(name=item, amount=100),)
    return InvestmentRequest.model_validate({"id": request_id, "kind": "validation", "items": items, **changes})


BEFORE = Plan(
    starts=OLD,
    milestones=(
        MilestoneDate(name="sponsor", planned=OLD, actual=OLD, decision="go", decided_by="Head", reason="seen"),
        MilestoneDate(name="fan", planned=date(2026, 5, 20), actual=date(2026, 5, 28), result="7 of 10", decision="go"),
        MilestoneDate(name="share", planned=date(2026, 5, 29)),
    ),
    tasks=(
        task("T1", "Ask shops", OLD, finished=OLD, depends_on=("T2",)),
        task("T2", "Build", OLD),
        task("T3", "Try", OLD),
    ),
    requests=(
        request("R1", "Prototype", state="approved", needed_by=OLD, note="paid"),
        request("R2", "Travel", needed_by=OLD),
        request("R3", "Fair", state="rejected"),
    ),
    open_points=(OpenPoint(text="Who pays?", settled="Sales", until=OLD), OpenPoint(text="Where?", until=OLD)),
    days_per_week={"Planning A": 2.0},
)
WRITTEN = Plan(
    starts=NEW,
    milestones=(
        MilestoneDate(name="sponsor"),
        MilestoneDate(name="fan", planned=date(2026, 7, 1)),
        MilestoneDate(name="share", planned=date(2026, 8, 3)),
    ),
    tasks=(
        task("T1", "Compare", milestone="share"),
        task("T2", "  build "),
        task("T3", "Ask shops"),
        task("T4", "Sell", depends_on=("T3", "T2")),
    ),
    requests=(request("R1", "prototype"), request("R2", "Fair"), request("R3", "Travel")),
    open_points=(OpenPoint(text="Where?"), OpenPoint(text="who pays?")),
)


def carried(
    *, same_round: bool = True, ever: frozenset[str] = frozenset(), edits: Edits | None = None, asked: str = ""
) -> Plan:
    return carried_over(WRITTEN, Former(BEFORE, MADE, ever, same_round, edits or {}, asked))


def test_milestones_that_were_reached_stay_as_they_were_recorded_and_others_get_their_new_dates() -> None:
    plan = carried()

    assert [plan.milestone(name) for name in ("sponsor", "fan")] == list(BEFORE.milestones[:2])
    assert plan.milestone("share") == WRITTEN.milestones[2]


def test_a_new_decision_on_a_milestone_counts_more_than_the_old_one() -> None:
    anew = MilestoneDate(name="sponsor", planned=NEW, actual=NEW, decision="pivot", decided_by="Head", reason="wider")
    written = WRITTEN.model_copy(update={"milestones": (anew, *WRITTEN.milestones[1:])})

    assert carried_over(written, Former(BEFORE, MADE)).milestone("sponsor") == anew


def test_finished_tasks_stay_once_and_an_id_never_means_two_tasks() -> None:
    plan = carried(ever=frozenset({"T9", "R4"}))

    assert [(t.id, t.title.strip()) for t in plan.tasks] == [
        ("T1", "Ask shops"),
        ("T10", "Compare"),
        ("T2", "build"),
        ("T11", "Sell"),
    ]
    first, *_, last = plan.tasks
    assert (first.finished, first.depends_on) == (OLD, ())
    assert last.depends_on == ("T1", "T2")


def test_work_that_is_done_again_in_a_later_round_is_a_task_of_its_own() -> None:
    plan = carried(same_round=False)

    assert [t.id for t in plan.tasks if t.title == "Ask shops"] == ["T1", "T5"]
    assert plan.tasks[-1].depends_on == ("T5", "T2")


def test_open_tasks_that_a_later_plan_leaves_out_stay_as_they_are_and_are_marked() -> None:
    plan = carried(same_round=False)

    left = plan.task("T3")
    assert left == task("T3", "Try", OLD, carried=OLD)
    assert [t.id for t in plan.tasks if t.carried] == ["T3"]
    once_more = carried_over(WRITTEN, Former(plan.model_copy(update={"starts": NEW}), MADE, same_round=False)).task(
        "T3"
    )
    assert once_more == left


def test_their_order_stays_where_the_tasks_before_them_are_still_there() -> None:
    before = BEFORE.model_copy(
        update={"tasks": (*BEFORE.tasks, task("T4", "Report", OLD, depends_on=("T1", "T2", "T3", "T8")))}
    )

    plan = carried_over(WRITTEN, Former(before, MADE, same_round=False))

    assert getattr(plan.task("T4"), "depends_on", ()) == ("T1", "T2", "T3")


def test_days_of_a_task_that_is_carried_over_are_not_moved_so_that_people_see_it_is_late() -> None:
    plan, notes = sound(carried(same_round=False), NEW, {})

    assert plan.task("T3") == task("T3", "Try", OLD, carried=OLD)
    assert notes == []


def test_sent_back_only_what_people_wrote_is_carried_over_and_nothing_that_they_name() -> None:
    hand = {"T3": frozenset({"owner"})}

    assert carried().task("T3") is None
    assert carried(edits=hand, asked="Fewer meetings, and T31 is odd").task("T3") is not None
    assert carried(edits=hand, asked="Without T3, please").task("T3") is None
    assert carried(edits=hand, asked="We need not  TRY any more").task("T3") is None


def test_what_people_wrote_in_a_task_stays_where_it_is_written_again() -> None:
    before = BEFORE.model_copy(
        update={"tasks": (task("T2", "Build", due=date(2026, 7, 1), owner="Mori", effort=4.0, depends_on=("T9",)),)}
    )
    edits = {"T2": frozenset({"owner", "due", "depends_on"})}

    again = carried_over(WRITTEN, Former(before, MADE, same_round=False, edits=edits)).task("T2")
    asked = carried_over(WRITTEN, Former(before, MADE, edits=edits, asked="T2 anew")).task("T2")

    assert again is not None and asked is not None
    assert (again.owner, again.start, again.due, again.effort) == ("Mori", NEW, date(2026, 7, 1), 1.0)
    assert again.depends_on == ()
    assert (asked.owner, asked.due) == ("", NEW)


def test_a_day_by_hand_that_is_past_gives_way_to_the_new_one() -> None:
    before = BEFORE.model_copy(update={"tasks": (task("T2", "Build", OLD, owner="Mori"),)})
    former = Former(before, MADE, same_round=False, edits={"T2": frozenset({"owner", "start", "due"})})

    again = carried_over(WRITTEN, former).task("T2")

    assert again is not None
    assert (again.owner, again.start, again.due) == ("Mori", NEW, NEW)


def test_what_people_wrote_is_known_from_the_versions_until_a_model_changes_it() -> None:
    first = Plan(starts=OLD, tasks=(task("T1", "Ask"), task("T2", "Build")))
    second = first.model_copy(update={"tasks": (task("T1", "Ask", owner="Mori"), first.tasks[1], task("T3", "Sell"))})
    third = second.model_copy(update={"tasks": (task("T1", "Ask", owner="Tani"), *second.tasks[1:])})

    by_hand = task_edits([("model:x", first), ("Mori", second)])
    assert by_hand["T1"] == {"owner"}
    assert {"title", "due", "owner"} <= by_hand["T3"]
    assert "T2" not in by_hand
    assert "T1" not in task_edits([("model:x", first), ("Mori", second), ("model:x", third)])
    assert task_edits([("model:x", first), ("model:x", second)]) == {}


def test_requests_that_were_made_stand_and_are_not_made_a_second_time() -> None:
    plan = carried()

    assert plan.requests[:2] == (BEFORE.requests[0], BEFORE.requests[2])
    assert [(r.id, r.items[0].name, r.state) for r in plan.requests[2:]] == [
        ("R4", "Fair", "planned"),
        ("R2", "Travel", "planned"),
    ]


def test_points_that_were_settled_stay_settled_and_time_of_people_stays() -> None:
    plan = carried()

    assert [(p.text, p.settled) for p in plan.open_points] == [("Who pays?", "Sales"), ("Where?", "")]
    assert plan.days_per_week == {"Planning A": 2.0}


def test_what_is_over_is_not_moved_and_makes_no_plan_impossible() -> None:
    plan, notes = sound(carried(), NEW, {})

    assert plan_errors(plan, NEW) == []
    assert notes == []
    assert plan.tasks[0].due == OLD
    assert plan.open_points[0].until == OLD
    fan = plan.milestone("fan")
    assert fan is not None
    assert (fan.planned, fan.actual) == (date(2026, 5, 20), date(2026, 5, 28))


@pytest.mark.parametrize("planned", [date(2026, 7, 1), date(2026, 6, 1)])
def test_a_milestone_reached_early_does_not_hold_up_the_next_one(planned: date) -> None:
    fan = MilestoneDate(name="fan", planned=date(2026, 9, 1), actual=NEW)
    milestones = (fan, MilestoneDate(name="share", planned=planned))

    plan, _ = sound(Plan(starts=NEW, milestones=milestones), NEW, {})

    assert plan.milestones == milestones
    assert plan_errors(plan, NEW) == []


def test_ids_of_all_versions_are_known() -> None:
    assert ids_of([BEFORE, Plan(starts=OLD, tasks=(task("T7", "x"),))]) == {"T1", "T2", "T3", "T7", "R1", "R2", "R3"}
