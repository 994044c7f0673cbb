"""The day and the feedback sessions as an iCalendar file (RFC 5545). The Lambdas have no library for it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Event

from mlew.documents.agenda import PRACTICE_DAY, Day, Slot, blocks, slots, title
from mlew.documents.calendar_event import new_calendar, new_event
from mlew.documents.time_box_names import box_name, circle_name
from mlew.domain.base import Locale
from mlew.domain.feedback_session import FeedbackSession, Population
from mlew.domain.workshop import WorkshopPlan, phase_name

MockLinks = Mapping[tuple[str, Population], str]
"""Pair and population → the address that its testers open."""
_SESSION = timedelta(hours=1)
"""Length of a feedback session in the calendar; nobody fixes it, and it can be moved there."""
_AROUND = timedelta(days=366)
"""How far the changes of the clocks are told before and after the events."""


def render_calendar(
    plan: WorkshopPlan,
    locale: Locale,
    *,
    workshop: str,
    stamp: datetime,
    time_scale: float = 1.0,
    revision: int = 0,
    sessions: Sequence[FeedbackSession] = (),
    links: MockLinks | None = None,
    day: Day = PRACTICE_DAY,
) -> str:
    """One event a phase or break, and one a session with a date. UIDs follow from `workshop`: sent again, they update.
    Each edition has a `workshop` of its own.

    `stamp`: when the file is made, with offset. `links`: of the mocks that the sessions try. Sessions without a
    readable date are left out. Raises InputError like `agenda.slots`.
    """
    found = slots(plan, time_scale, day)
    name = title(plan, locale, day.edition)
    calendar = new_calendar(name)
    for block in blocks(found):
        event = new_event(f"{workshop}/{block[0].box.phase or block[0].box.id}", stamp, revision)
        event.add("summary", f"{_what(block, locale)} – {name}")
        event.add("dtstart", block[0].starts)
        event.add("dtend", block[-1].ends)
        event.add("description", _description(block, locale))
        if plan.day0.room:
            event.add("location", plan.day0.room)
        calendar.add_component(event)
    last = found[-1].ends.date()
    numbers = Counter[str]()
    for session in sessions:
        numbers[session.pair] += 1
        starts = _moment(session.starts, ZoneInfo(plan.time_zone))
        if starts is not None:
            event = new_event(f"{workshop}/{session.pair}/{numbers[session.pair]}", stamp, revision)
            link = (links or {}).get((session.pair, session.population), "")
            calendar.add_component(_session(event, session, starts, locale, link))
            last = max(last, starts.date() if isinstance(starts, datetime) else starts)
    calendar.add_missing_timezones(found[0].starts.date() - _AROUND, last + _AROUND)
    return str(calendar.to_ical(), "utf-8")


def _what(block: list[Slot], locale: Locale) -> str:
    phase = block[0].box.phase
    several = len(block) > 1 or block[0].box.id.endswith("-again")
    return phase_name(phase, locale) if phase and several else box_name(block[0].box.id, locale)


def _description(block: list[Slot], locale: Locale) -> str:
    return "\n".join(_line(slot, locale) for slot in block)


def _line(slot: Slot, locale: Locale) -> str:
    who = circle_name(slot.box.circle, locale)
    line = f"{slot.starts:%H:%M} {box_name(slot.box.id, locale)}"
    return f"{line}（{who}）" if who and locale == "ja" else f"{line} ({who})" if who else line


def _session(event: Event, session: FeedbackSession, starts: datetime | date, locale: Locale, link: str) -> Event:
    name = "モックのフィードバック" if locale == "ja" else "Feedback on the mock"
    event.add("summary", f"{name} – {session.mock or session.pair}")
    event.add("dtstart", starts)
    event.add("dtend", starts + (_SESSION if isinstance(starts, datetime) else timedelta(days=1)))
    people = (
        f"{session.who}（{session.expected} 人）" if locale == "ja" else f"{session.who} ({session.expected} people)"
    )
    event.add("description", f"{people}\n{link}" if link else people)
    if link:
        event.add("url", link)
    if session.place:
        event.add("location", session.place)
    return event


def _moment(text: str, zone: ZoneInfo) -> datetime | date | None:
    try:
        if len(text) <= len("2026-04-01"):
            return date.fromisoformat(text)
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
