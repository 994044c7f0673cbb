"""What people change in a plan that is under way."""

from datetime import date, timedelta
from typing import Any

import pytest

from mlew.domain.plan import Plan
from mlew.domain.plan_changes import change_point, change_request, change_task
from mlew.domain.plan_errors import check_change
from mlew.errors import InputError, NotFound
from tests.unit.documents.plans import TODAY, TOOLS

LATER = TODAY + timedelta(days=60)


def task(plan: Plan, changes: dict[str, Any], *, today: date = TODAY) -> Plan:
    return change_task(plan, "T1", changes, today=today)


def test_only_the_named_fields_change() -> None:
    after = task(TOOLS, {"owner": "Somebody", "effort": 1.5})

    assert after.tasks[0] == TOOLS.tasks[0].model_copy(update={"owner": "Somebody", "effort": 1.5})
    assert after.tasks[1:] == TOOLS.tasks[1:]


@pytest.mark.parametrize("field", ["id", "colour"])
def test_an_id_or_an_unknown_field_cannot_be_changed(field: str) -> None:
    with pytest.raises(InputError, match=field):
        task(TOOLS, {field: "x"})


@pytest.mark.parametrize("changes", [{"due": "someday"}, {"effort": float("inf")}, {"depends_on": 3}])
def test_values_are_checked(changes: dict[str, Any]) -> None:
    with pytest.raises(InputError, match=next(iter(changes))):
        task(TOOLS, changes)


def test_what_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        change_task(TOOLS, "T9", {"owner": "x"}, today=TODAY)
    with pytest.raises(NotFound):
        change_request(TOOLS, "R9", {"note": "x"})
    for number in (0, 2):
        with pytest.raises(NotFound):
            change_point(TOOLS, number, {"who": "x"})


def test_nothing_is_finished_in_the_future_and_what_is_finished_can_be_opened() -> None:
    done = task(TOOLS, {"finished": TODAY})

    assert done.tasks[0].finished == TODAY
    assert task(done, {"finished": None}) == TOOLS
    with pytest.raises(InputError, match="after today"):
        task(TOOLS, {"finished": LATER})


@pytest.mark.parametrize(
    "changes",
    [{"title": "Another name"}, {"owner": "Somebody"}, {"due": LATER}, {"finished": None}, {"depends_on": ()}],
)
def test_days_that_stood_there_may_be_past(changes: dict[str, Any]) -> None:
    done = task(TOOLS, {"finished": TODAY})

    check_change(done, task(done, changes, today=LATER), LATER)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [({"start": LATER - timedelta(days=1)}, "before today"), ({"depends_on": ("T5",)}, "wait for each other")],
)
def test_a_new_day_in_the_past_or_a_circle_is_refused(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        check_change(TOOLS, task(TOOLS, {"due": LATER, **changes}, today=LATER), LATER)


def test_a_day_of_one_task_is_no_excuse_for_another() -> None:
    moved = change_task(TOOLS, "T2", {"start": TOOLS.tasks[0].start - timedelta(days=1)}, today=TODAY)

    with pytest.raises(InputError, match="T2"):
        check_change(TOOLS, moved, TODAY)


def test_requests_and_points_change() -> None:
    request = change_request(TOOLS, "R1", {"state": "approved", "note": "by mail"}).requests[0]
    point = change_point(TOOLS, 1, {"settled": "They do"}).open_points[0]

    assert (request.state, request.note, request.items) == ("approved", "by mail", TOOLS.requests[0].items)
    assert (point.settled, point.text) == ("They do", TOOLS.open_points[0].text)
