"""The plan as an iCalendar file (RFC 5545), for Outlook and Google Calendar. The Lambdas have no library for it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from mlew.documents.calendar_event import new_calendar, new_event
from mlew.domain.base import Locale
from mlew.domain.plan import ExecutiveReport, MilestoneDate, Plan, ProgressMeeting, Task
from mlew.domain.plan_errors import check_plan, milestone_name, task_name
from mlew.domain.plan_warnings import meeting_days
from mlew.domain.working_days import DaysOff

_AROUND = timedelta(days=366)
"""How far the changes of the clocks are told before and after the events."""
_DAY = timedelta(days=1)


def render_plan_calendar(
    plan: Plan,
    locale: Locale,
    *,
    workshop: str,
    stamp: datetime,
    revision: int = 0,
    off: DaysOff | None = None,
    owner: str | None = None,
    before: Sequence[Plan] = (),
) -> str:
    """Milestones and due dates as days, the progress meeting as one event that repeats, a report a milestone.

    `stamp`: when the file is made, with offset. UIDs follow from `workshop` and what the event is about; `revision`
    grows with every version, so that a calendar takes the newer one. `off`: days on which there is no meeting.
    `owner`: tasks of this person alone; all are in the file if not given. `before`: versions that calendars may hold,
    in order; what is gone since is cancelled there. Raises InputError if the plan has errors, whatever day it is.
    """
    check_plan(plan, date.min, locale=locale)
    calendar = new_calendar(_title(plan, locale))
    events = _events(plan, locale, off or {}, owner)
    gone: dict[str, Event] = {}
    for plan_before in before:
        gone |= _events(plan_before, locale, {}, owner)
    for key, event in {**gone, **events}.items():
        made = new_event(f"{workshop}/plan/{key}", stamp, revision)
        made.update(event)
        if key not in events:
            made.add("status", "CANCELLED")
        calendar.add_component(made)
    _tell_zones(calendar, plan)
    return str(calendar.to_ical(), "utf-8")


def _events(plan: Plan, locale: Locale, off: DaysOff, owner: str | None) -> Mapping[str, Event]:
    """What each event says, by what it is about."""
    zone = ZoneInfo(plan.time_zone)
    found = {f"milestone/{m.name}": _milestone(m, plan, locale) for m in plan.milestones if m.planned or m.actual}
    found |= {f"task/{t.id}": _task(t, plan, locale) for t in plan.tasks if owner in (None, t.owner)}
    if plan.meeting:
        found["meeting"] = _meeting(plan, plan.meeting, zone, off, locale)
    counted: dict[str, int] = {}
    for report in plan.reports:
        counted[report.milestone] = number = counted.get(report.milestone, 0) + 1
        found[f"report/{report.milestone}/{number}"] = _report(report, plan, zone, locale)
    return found


def _milestone(milestone: MilestoneDate, plan: Plan, locale: Locale) -> Event:
    day = milestone.actual or milestone.planned or plan.starts
    return _all_day(f"{milestone_name(milestone.name, locale)} – {_title(plan, locale)}", day, milestone.line)


def _task(task: Task, plan: Plan, locale: Locale) -> Event:
    ja = locale == "ja"
    lines = [
        task.owner or task.role,
        (f"終わったと言える状態：{task.done_when}" if ja else f"Done when: {task.done_when}") if task.done_when else "",
        *((f"先に終える：{name}" if ja else f"After: {name}") for name in _names(task, plan)),
    ]
    word = "期限" if ja else "Due"
    event = _all_day(f"{word}: {task_name(task.id, plan)}", task.due, "\n".join(filter(None, lines)))
    event.add("transp", "TRANSPARENT")
    return event


def _names(task: Task, plan: Plan) -> list[str]:
    return [task_name(before, plan) for before in task.depends_on]


def _meeting(plan: Plan, meeting: ProgressMeeting, zone: ZoneInfo, off: DaysOff, locale: Locale) -> Event:
    """Until is told in UTC, as it has to be where the start has a zone (RFC 5545, 3.3.10)."""
    name = "進捗会議" if locale == "ja" else "Progress meeting"
    starts = meeting.first.replace(tzinfo=zone)
    event = _timed(f"{name} – {_title(plan, locale)}", starts, meeting.minutes, meeting.people, meeting.agenda)
    end = datetime.combine(meeting.until, time.max.replace(microsecond=0), zone).astimezone(UTC)
    event.add("rrule", {"freq": "weekly", "interval": meeting.weeks, "until": end})
    left_out = [day for day in meeting_days(plan) if day in off]
    if left_out:
        event.add("exdate", [datetime.combine(day, starts.time(), zone) for day in left_out])
    if meeting.place:
        event.add("location", meeting.place)
    return event


def _report(report: ExecutiveReport, plan: Plan, zone: ZoneInfo, locale: Locale) -> Event:
    name = "経営層への報告" if locale == "ja" else "Report to executives"
    summary = f"{name}: {milestone_name(report.milestone, locale)} – {_title(plan, locale)}"
    event = _timed(summary, report.when.replace(tzinfo=zone), report.minutes, report.people, report.asks)
    if report.place:
        event.add("location", report.place)
    return event


def _timed(summary: str, starts: datetime, minutes: int, people: tuple[str, ...], text: str) -> Event:
    event = Event()
    event.add("summary", " ".join(summary.split()))
    event.add("dtstart", starts)
    event.add("dtend", starts + timedelta(minutes=minutes))
    described = "\n".join(filter(None, [text, ", ".join(people)]))
    if described:
        event.add("description", described)
    return event


def _all_day(summary: str, day: date, text: str) -> Event:
    event = Event()
    event.add("summary", " ".join(summary.split()))
    event.add("dtstart", day)
    event.add("dtend", day + _DAY)
    if text:
        event.add("description", text)
    return event


def _tell_zones(calendar: Calendar, plan: Plan) -> None:
    days = [event.start.date() if isinstance(event.start, datetime) else event.start for event in calendar.events]
    if plan.meeting:
        days.append(plan.meeting.until)
    if days:
        calendar.add_missing_timezones(min(days) - _AROUND, max(days) + _AROUND)


def _title(plan: Plan, locale: Locale) -> str:
    return " ".join(plan.title.split()) or ("実行計画" if locale == "ja" else "Plan")
