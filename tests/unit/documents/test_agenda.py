"""The time table and its calendar."""

from datetime import UTC, datetime
from itertools import pairwise
from typing import get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from mlew.documents.agenda import blocks, render_agenda, slots
from mlew.documents.calendar_file import render_calendar
from mlew.domain.base import Locale
from mlew.domain.feedback_session import FeedbackSession
from mlew.domain.schedule import PRACTICE
from mlew.domain.workshop import WorkshopPlan
from mlew.errors import InputError

_LOCALES: tuple[Locale, ...] = get_args(Locale)
_STAMP = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
_PLAN = WorkshopPlan(product="Umbrellas", starts=datetime(2026, 4, 1, 13, 0))  # noqa: DTZ001 - as people write it


def calendar(plan: WorkshopPlan = _PLAN, locale: Locale = "en", **options: object) -> Calendar:
    """The file, read by a library."""
    text = render_calendar(plan, locale, workshop="w1", stamp=_STAMP, **options)  # type: ignore[arg-type]
    read = Calendar.from_ical(text)
    assert isinstance(read, Calendar)
    return read


def test_the_day_takes_three_and_a_half_hours_without_a_gap() -> None:
    found = slots(_PLAN, 1.0)
    assert (found[0].starts, found[-1].ends) == (
        datetime(2026, 4, 1, 13, 0, tzinfo=ZoneInfo("Asia/Tokyo")),
        datetime(2026, 4, 1, 16, 30, tzinfo=ZoneInfo("Asia/Tokyo")),
    )
    assert all(one.ends == next_.starts for one, next_ in pairwise(found))


@given(st.floats(0.01, 20), st.datetimes(datetime(2025, 1, 1), datetime(2035, 1, 1)))  # noqa: DTZ001
def test_minutes_are_elapsed_ones_on_every_day_of_the_year(scale: float, starts: datetime) -> None:
    found = slots(WorkshopPlan(starts=starts, time_zone="Europe/Berlin"), scale)
    assert sum(slot.minutes for slot in found) == pytest.approx(210 * scale, abs=0.01)
    assert [round(slot.minutes / scale) for slot in found] == [box.minutes for box in PRACTICE]


def test_a_start_with_an_offset_is_shown_in_the_workshops_zone() -> None:
    found = slots(WorkshopPlan(starts=datetime(2026, 4, 1, 4, 0, tzinfo=UTC)), 1.0)
    assert f"{found[0].starts:%H:%M}" == "13:00"


def test_a_phase_is_one_block() -> None:
    names = [block[0].box.phase or block[0].box.id for block in blocks(slots(_PLAN, 1.0))]
    assert names == [
        "introduction", "day0", "listen", "define", "break-1", "invent", "refine", "break-2", "iterate", "next-steps",
    ]  # fmt: skip


@pytest.mark.parametrize(("locale", "row"), [("ja", "| 14:55–15:05 | 10 | Invent | 発明する | ペア |"),
                                             ("en", "| 14:55–15:05 | 10 | Invent | Invent | pair |")])  # fmt: skip
def test_the_table_has_clock_times(locale: Locale, row: str) -> None:
    assert row in render_agenda(_PLAN, locale)


@pytest.mark.parametrize("locale", _LOCALES)
def test_a_plan_without_start_or_with_a_zone_that_does_not_exist_says_what_to_write(locale: Locale) -> None:
    with pytest.raises(InputError) as missing:
        render_agenda(WorkshopPlan(), locale)
    assert "workshop.toml" in missing.value.hint
    with pytest.raises(InputError, match="Mars") as unknown:
        render_agenda(_PLAN.model_copy(update={"time_zone": "Mars/Base"}), locale)
    assert "time_zone" in unknown.value.hint


@pytest.mark.parametrize("locale", _LOCALES)
def test_the_calendar_has_one_event_a_block_in_its_zone(locale: Locale) -> None:
    read = calendar(locale=locale)
    assert [zone["TZID"] for zone in read.walk("VTIMEZONE")] == ["Asia/Tokyo"]
    events = read.events
    assert len(events) == 10
    assert events[2].start == datetime(2026, 4, 1, 13, 10, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert events[2].end == datetime(2026, 4, 1, 13, 40, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert "Umbrellas" in str(events[0]["SUMMARY"])


def test_sent_again_with_another_start_the_same_events_move() -> None:
    moved = _PLAN.model_copy(update={"starts": datetime(2026, 4, 2, 9, 0, tzinfo=ZoneInfo("Asia/Tokyo"))})
    first, second = (c.events for c in (calendar(), calendar(moved, revision=3)))
    assert [e["UID"] for e in first] == [e["UID"] for e in second]
    assert len({e["UID"] for e in first}) == len(first)
    assert (first[0]["SEQUENCE"], second[0]["SEQUENCE"]) == (0, 3)


def test_lines_are_folded_at_75_octets_and_end_with_crlf() -> None:
    text = render_calendar(_PLAN, "ja", workshop="w1", stamp=_STAMP)
    assert text.count("\n") == text.count("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_feedback_sessions_with_a_date_are_in_it() -> None:
    sessions = (
        FeedbackSession(pair="web", mock="Rent", who="Sales", starts="2026-04-10T10:00", place="Room, 3"),
        FeedbackSession(pair="web", mock="Rent", starts="2026-04-12"),
        FeedbackSession(pair="web", mock="Open", starts="soon"),
        FeedbackSession(pair="web", mock="Unset"),
    )
    events = calendar(sessions=sessions).events[10:]
    assert [e.start.isoformat() for e in events] == ["2026-04-10T10:00:00+09:00", "2026-04-12"]
    assert str(events[0]["LOCATION"]) == "Room, 3"
