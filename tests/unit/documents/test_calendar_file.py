"""The calendar, taken apart by hand: what Outlook and Google read, whatever the library makes of its own output."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import dropwhile, takewhile
from typing import Any

import pytest

from mlew.documents.calendar_file import render_calendar
from mlew.domain.feedback_session import FeedbackSession
from mlew.domain.workshop import Day0Facts, WorkshopPlan

STAMP = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)
PLAN = WorkshopPlan(
    product="A; B, C\nand D",
    time_zone="Europe/Berlin",
    starts=datetime(2026, 3, 29, 1, 0),  # noqa: DTZ001 - as people write it: an hour before the clocks change
    day0=Day0Facts(room="会議室 5、本館"),
)
SESSIONS = (
    FeedbackSession(pair="a", who="staff", starts="2026-04-10T10:00+09:00"),
    FeedbackSession(pair="b", who="shops", starts="2026-04-11T10:00"),
    FeedbackSession(pair="a", who="guests", starts="2026-04-12"),
)


def written(sessions: tuple[FeedbackSession, ...] = SESSIONS, **options: Any) -> str:
    return render_calendar(PLAN, "en", workshop="w1", stamp=STAMP, sessions=sessions, **options)


def lines_of(text: str) -> list[str]:
    """Content lines, unfolded as RFC 5545 §3.1 has it: nothing but CRLF and a blank goes."""
    assert text.endswith("\r\n")
    unfolded = text.removesuffix("\r\n").replace("\r\n ", "")
    assert "\r" not in unfolded.replace("\r\n", "")
    assert "\n" not in unfolded.replace("\r\n", "")
    return unfolded.split("\r\n")


def events_of(text: str) -> list[dict[str, str]]:
    """Properties with their parameters → values, in order."""
    found: list[dict[str, str]] = []
    left = lines_of(text)
    while left := list(dropwhile(lambda line: line != "BEGIN:VEVENT", left)):
        body = list(takewhile(lambda line: line != "END:VEVENT", left[1:]))
        found.append(dict(tuple(line.split(":", 1)) for line in body))  # type: ignore[misc]
        left = left[len(body) + 2 :]
    return found


def test_it_is_a_calendar_that_is_published_without_alarms() -> None:
    lines = lines_of(written())

    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert {"VERSION:2.0", "METHOD:PUBLISH"} <= set(lines)
    assert not any("VALARM" in line for line in lines)
    assert {line.partition(":")[2] for line in lines if line.startswith("BEGIN:")} == {
        "VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT",
    }  # fmt: skip


def test_every_zone_that_is_named_is_described_around_the_days_that_matter() -> None:
    lines = lines_of(written())

    named = {line.split("TZID=")[1].split(":")[0] for line in lines if "TZID=" in line}
    described = [line.removeprefix("TZID:") for line in lines if line.startswith("TZID:")]
    assert named == set(described) == {"Europe/Berlin"}
    changes = lines[: lines.index("BEGIN:VEVENT")]
    assert any("20260329T0" in line for line in changes)
    assert not any("1970" in line for line in changes)


def test_every_event_has_what_the_standard_demands() -> None:
    events = events_of(written(revision=7))

    assert len(events) == 13
    assert len({event["UID"] for event in events}) == 13
    assert {event["DTSTAMP"] for event in events} == {"20260301T180000Z"}
    assert {event["SEQUENCE"] for event in events} == {"7"}
    assert all(event["SUMMARY"] for event in events)


def test_marks_of_the_format_in_names_are_escaped() -> None:
    summary = events_of(written())[0]["SUMMARY"]

    assert r"A\; B\, C and D" in summary
    assert r"X-WR-CALNAME:ML Enablement Workshop\, practice edition: A\; B\, C and D" in lines_of(written())


def test_the_day_goes_on_over_the_hour_that_does_not_exist() -> None:
    events = events_of(written())[:10]

    starts = [event["DTSTART;TZID=Europe/Berlin"] for event in events]
    ends = [event["DTEND;TZID=Europe/Berlin"] for event in events]
    assert starts[0] == "20260329T010000"
    assert ends[-1] == "20260329T053000"
    assert starts[1:] == ends[:-1]


def test_who_works_together_stands_in_the_description() -> None:
    listen = events_of(written())[2]

    assert "01:10 What Listen is about (everybody)" in listen["DESCRIPTION"]
    assert "(group)" in listen["DESCRIPTION"]
    assert listen["LOCATION"] == "会議室 5、本館"


def test_appointments_stand_in_the_workshops_zone_or_take_the_day() -> None:
    first, second, third = events_of(written())[10:]

    assert first["DTSTART;TZID=Europe/Berlin"] == "20260410T030000"
    assert second["DTSTART;TZID=Europe/Berlin"] == "20260411T100000"
    assert (third["DTSTART;VALUE=DATE"], third["DTEND;VALUE=DATE"]) == ("20260412", "20260413")


def test_an_appointment_of_one_pair_leaves_the_events_of_the_others_as_they_are() -> None:
    more = (FeedbackSession(pair="c", starts="2026-04-09T10:00"), *SESSIONS)

    assert {e["UID"] for e in events_of(written())} <= {e["UID"] for e in events_of(written(more))}


@pytest.mark.parametrize("hours", [-9, 0, 9])
def test_the_stamp_is_in_utc_wherever_it_comes_from(hours: int) -> None:
    stamp = STAMP.astimezone(timezone(timedelta(hours=hours)))
    text = render_calendar(PLAN, "en", workshop="w1", stamp=stamp)

    assert events_of(text)[0]["DTSTAMP"] == "20260301T180000Z"
