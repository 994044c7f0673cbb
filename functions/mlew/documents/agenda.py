"""The day's time table with clock times."""

from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mlew.documents.inline import cell
from mlew.documents.page import document
from mlew.documents.table import table
from mlew.documents.time_box_names import box_name, circle_name
from mlew.domain.base import Edition, Locale
from mlew.domain.schedule import PRACTICE, TimeBox
from mlew.domain.workshop import WorkshopPlan, phase_name
from mlew.errors import InputError


class Day(NamedTuple):
    """Of which edition, and its time table (`mlew.domain.schedule.time_table`)."""

    edition: Edition
    boxes: tuple[TimeBox, ...]


PRACTICE_DAY = Day("practice", PRACTICE)


class Slot(NamedTuple):
    """A time box with its clock times, in the workshop's time zone."""

    box: TimeBox
    starts: datetime
    ends: datetime

    @property
    def minutes(self) -> float:
        """Elapsed minutes; wall times differ from them when the clocks change."""
        return (self.ends.timestamp() - self.starts.timestamp()) / 60


def slots(plan: WorkshopPlan, time_scale: float, day: Day = PRACTICE_DAY) -> list[Slot]:
    """All time boxes one after the other from the plan's start; minutes are scaled.

    A start without an offset is meant in the plan's time zone. Raises InputError without a start, or for a time
    zone that does not exist.
    """
    if plan.starts is None:
        raise _missing_start(day.edition)
    zone = _zone(plan.time_zone)
    moment = plan.starts.replace(tzinfo=zone) if plan.starts.tzinfo is None else plan.starts
    found: list[Slot] = []
    elapsed = timedelta()
    for box in day.boxes:
        until = elapsed + timedelta(minutes=box.minutes * time_scale)
        found.append(Slot(box, _after(moment, elapsed, zone), _after(moment, until, zone)))
        elapsed = until
    return found


def blocks(found: list[Slot]) -> list[list[Slot]]:
    """Slots of one phase together; what is outside the phases stands alone."""
    return [list(group) for _, group in groupby(found, key=lambda slot: slot.box.phase or slot.box.id)]


def render_agenda(plan: WorkshopPlan, locale: Locale, *, time_scale: float = 1.0, day: Day = PRACTICE_DAY) -> str:
    """Markdown table: clock times, minutes, what, who together. Raises InputError like `slots`."""
    found = slots(plan, time_scale, day)
    header = ["時刻", "分", "フェーズ", "内容", "進め方"] if locale == "ja" else ["Time", "Min", "Phase", "What", "Who"]
    rows = [
        [
            f"{_clock(slot.starts)}–{_clock(slot.ends)}",
            f"{round(slot.minutes, 1):g}",
            phase_name(slot.box.phase, locale) if slot.box.phase else "",
            box_name(slot.box.id, locale),
            circle_name(slot.box.circle, locale),
        ]
        for slot in found
    ]
    return document(
        f"# {title(plan, locale, day.edition)}",
        _when(found, plan.time_zone, locale),
        table(header, [[cell(text) for text in row] for row in rows]),
    )


def title(plan: WorkshopPlan, locale: Locale, edition: Edition = "practice") -> str:
    """Name of the event, on one line."""
    of = " ".join((plan.product or plan.company).split())
    kanji = "実践編" if edition == "practice" else "改善編"
    name = f"ML Enablement Workshop {kanji}" if locale == "ja" else f"ML Enablement Workshop, {edition} edition"
    return f"{name}{'：' if locale == 'ja' else ': '}{of}" if of else name


def _when(found: list[Slot], zone: str, locale: Locale) -> str:
    day = found[0].starts
    date = f"{day.year} 年 {day.month} 月 {day.day} 日（{'月火水木金土日'[day.weekday()]}）"
    if locale == "en":
        date = f"{day:%A}, {day.day} {day:%B} {day.year}"
    total = round(sum(slot.minutes for slot in found))
    length = f"全体で {total} 分" if locale == "ja" else f"{total} minutes in all"
    return f"{date} {_clock(day)}–{_clock(found[-1].ends)} ({zone}), {length}"


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"


def _after(moment: datetime, elapsed: timedelta, zone: ZoneInfo) -> datetime:
    """Elapsed time, not wall time: right on the day when the clocks change too."""
    return datetime.fromtimestamp(moment.timestamp() + elapsed.total_seconds(), zone)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise InputError.told("agenda.no-zone", name=name) from error


def _missing_start(edition: Edition) -> InputError:
    """The plan has the start of the practice edition only."""
    return InputError.told("agenda.unsettled", hint="agenda.start-option" if edition == "improvement" else "")
