"""The plan's calendar, read by two libraries that know nothing of each other."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from mlew.documents.plan_calendar import render_plan_calendar
from mlew.documents.public_holidays import public_holidays
from mlew.domain.plan import MilestoneDate, Plan, ProgressMeeting, Task
from mlew.errors import InputError
from tests.unit.documents.plans import CANTEEN, TODAY, TOOLS

STAMP = datetime(2026, 10, 28, 8, 0, tzinfo=UTC)


def written(plan: Plan = TOOLS, locale: Any = "en", **options: Any) -> str:
    return render_plan_calendar(plan, locale, workshop="w1", stamp=STAMP, **options)


def events(text: str) -> dict[str, Any]:
    """By summary; libraries type a property by all that it can be."""
    calendar = Calendar.from_ical(text)
    assert not calendar.errors
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def second_reading(text: str) -> list[Any]:
    return list(vobject.readOne(text).vevent_list)


@pytest.mark.parametrize(("plan", "locale"), [(CANTEEN, "ja"), (TOOLS, "en")])
def test_two_libraries_read_the_same_events(plan: Plan, locale: str) -> None:
    text = written(plan, locale)
    first = [(str(e["uid"]), str(e["summary"]), e["dtstart"].dt) for e in events(text).values()]
    second = [(e.uid.value, e.summary.value, e.dtstart.value) for e in second_reading(text)]

    assert [one[:2] for one in first] == [one[:2] for one in second]
    for (_, _, mine), (_, _, theirs) in zip(first, second, strict=True):
        assert (mine.timestamp() if isinstance(mine, datetime) else mine) == (
            theirs.timestamp() if isinstance(theirs, datetime) else theirs
        )


def test_milestones_tasks_meeting_and_reports_are_there() -> None:
    names = list(events(written()))

    assert len(names) == 4 + 6 + 1 + 1
    assert "② Winning fans – Ready at Seven" in names
    assert "Due: T4 Booking by photo of the wall calendar" in names
    assert "Report to executives: ② Winning fans – Ready at Seven" in names


def test_the_meeting_repeats_at_the_same_wall_time_over_the_change_of_clocks() -> None:
    text = written()
    found = next(e for e in second_reading(text) if e.summary.value.startswith("Progress"))
    days = [moment.replace(tzinfo=None) for moment in found.getrruleset(addRDate=True)]

    assert {(moment.hour, moment.minute) for moment in days} == {(8, 30)}
    assert days[0] == datetime(2026, 11, 2, 8, 30)  # noqa: DTZ001
    assert days[-1] == datetime(2027, 4, 19, 8, 30)  # noqa: DTZ001 - after the last Sunday of March
    assert {b - a for a, b in pairwise(days)} == {timedelta(weeks=2)}
    assert "UNTIL=20270419T225959Z" in text.replace("\r\n ", "")


def test_there_is_no_meeting_on_a_holiday() -> None:
    off = public_holidays("Asia/Tokyo", TODAY, date(2027, 4, 30), "ja")
    found = next(e for e in second_reading(written(CANTEEN, "ja", off=off)) if e.summary.value.startswith("進捗会議"))
    days = [moment.date() for moment in found.getrruleset(addRDate=False)]

    assert date(2026, 11, 3) not in days  # 文化の日
    assert days[0] == date(2026, 11, 10)
    assert days[-1] == date(2027, 1, 19)


@pytest.mark.parametrize(("plan", "zone"), [(CANTEEN, "Asia/Tokyo"), (TOOLS, "Europe/London")])
def test_the_zone_is_described(plan: Plan, zone: str) -> None:
    calendar = Calendar.from_ical(written(plan))

    assert [str(one["tzid"]) for one in calendar.walk("VTIMEZONE")] == [zone]
    report = next(e for e in events(written(plan)).values() if str(e["summary"]).startswith("Report"))
    assert report["dtstart"].params["TZID"] == zone


def test_days_are_days_and_a_due_date_keeps_nobody_busy() -> None:
    found = events(written())
    due = found["Due: T4 Booking by photo of the wall calendar"]

    assert (due["dtstart"].dt, due["dtend"].dt) == (date(2026, 11, 10), date(2026, 11, 11))
    assert str(due["transp"]) == "TRANSPARENT"
    assert "After: T2 Forecast one depot from four years of hires" in str(due["description"])
    assert found["① Winning a sponsor – Ready at Seven"]["dtstart"].dt == date(2026, 10, 23)


def test_a_later_version_keeps_the_uids_and_counts_on() -> None:
    moved = TOOLS.model_copy(
        update={
            "title": "Ready at Six",
            "milestones": (*TOOLS.milestones[:1], MilestoneDate(name="fan", planned=date(2027, 1, 20))),
        }
    )
    before = Calendar.from_ical(written(revision=3)).walk("VEVENT")
    after = Calendar.from_ical(written(moved, revision=4)).walk("VEVENT")

    uids = {str(event["uid"]) for event in before}
    assert len(uids) == len(before)
    assert {str(event["uid"]) for event in after} < uids
    assert {event["sequence"] for event in before} == {3}
    assert {event["sequence"] for event in after} == {4}
    assert {str(e["uid"]) for e in Calendar.from_ical(render_plan_calendar(
        TOOLS, "en", workshop="w2", stamp=STAMP)).walk("VEVENT")}.isdisjoint(uids)  # fmt: skip


def test_what_is_gone_is_cancelled_in_the_calendars_that_have_it() -> None:
    shorter = TOOLS.model_copy(update={"tasks": TOOLS.tasks[:2], "meeting": None})
    found = events(written(shorter, revision=2, before=[TOOLS]))
    cancelled = [name for name, event in found.items() if event.get("status") == "CANCELLED"]

    assert len(cancelled) == 4 + 1
    assert len(found) == 12
    assert any(name.startswith("Progress meeting") for name in cancelled)


def test_one_person_gets_their_own_tasks() -> None:
    names = list(events(written(owner="Planning A")))

    assert [name for name in names if name.startswith("Due")] == [
        "Due: T3 Write the request for people and budget",
        "Due: T6 Compare numbers and voices with the line",
    ]


def test_marks_of_the_format_and_line_breaks_do_not_leave_their_field() -> None:
    hostile = "a; b, c\\n\r\nEND:VCALENDAR\r\nBEGIN:VALARM"
    plan = CANTEEN.model_copy(
        update={
            "title": hostile,
            "tasks": (Task(id="T1", title=hostile, start=TODAY, due=TODAY, done_when=hostile),),
            "meeting": ProgressMeeting(first=datetime(2026, 11, 4, 9, 0), until=TODAY.replace(day=31, month=12),  # noqa: DTZ001
                                       agenda=hostile, place=hostile, people=(hostile,)),
        }
    )  # fmt: skip
    text = written(plan)

    assert text.count("BEGIN:VCALENDAR") == 1
    assert text.replace("\r\n ", "").count("\r\nEND:VCALENDAR") == 1
    assert len(second_reading(text)) == 4 + 1 + 1 + 3
    assert not Calendar.from_ical(text).walk("VALARM")


def test_a_plan_that_cannot_be_makes_no_calendar() -> None:
    stuck = TOOLS.model_copy(update={"tasks": (Task(id="T1", title="x", start=TODAY, due=TODAY, depends_on=("T1",)),)})
    with pytest.raises(InputError, match="wait for each other"):
        written(stuck)
