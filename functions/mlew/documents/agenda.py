"""The day's time table with clock times."""

from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mlew.documents.inline import cell
from mlew.documents.page import document
from mlew.documents.table import table
from mlew.documents.time_box_names import box_name, circle_name
from mlew.domain.base import Locale
from mlew.domain.schedule import PRACTICE, TimeBox
from mlew.domain.workshop import WorkshopPlan, phase_name
from mlew.errors import InputError


class Slot(NamedTuple):
    """A time box with its clock times, in the workshop's time zone."""

    box: TimeBox
    starts: datetime
    ends: datetime

    @property
    def minutes(self) -> float:
        """Elapsed minutes; wall times differ from them when the clocks change."""
        return (self.ends.timestamp() - self.starts.timestamp()) / 60


def slots(plan: WorkshopPlan, time_scale: float, locale: Locale) -> list[Slot]:
    """All time boxes one after the other from the plan's start; minutes are scaled.

    A start without an offset is meant in the plan's time zone. Raises InputError without a start, or for a time
    zone that does not exist.
    """
    if plan.starts is None:
        raise _missing_start(locale)
    zone = _zone(plan.time_zone, locale)
    moment = plan.starts.replace(tzinfo=zone) if plan.starts.tzinfo is None else plan.starts
    found: list[Slot] = []
    elapsed = timedelta()
    for box in PRACTICE:
        until = elapsed + timedelta(minutes=box.minutes * time_scale)
        found.append(Slot(box, _after(moment, elapsed, zone), _after(moment, until, zone)))
        elapsed = until
    return found


def blocks(found: list[Slot]) -> list[list[Slot]]:
    """Slots of one phase together; what is outside the phases stands alone."""
    return [list(group) for _, group in groupby(found, key=lambda slot: slot.box.phase or slot.box.id)]


def render_agenda(plan: WorkshopPlan, locale: Locale, *, time_scale: float = 1.0) -> str:
    """Markdown table: clock times, minutes, what, who together. Raises InputError like `slots`."""
    found = slots(plan, time_scale, locale)
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
        f"# {title(plan, locale)}",
        _when(found, plan.time_zone, locale),
        table(header, [[cell(text) for text in row] for row in rows]),
    )


def title(plan: WorkshopPlan, locale: Locale) -> str:
    """Name of the event, on one line."""
    of = " ".join((plan.product or plan.company).split())
    name = "ML Enablement Workshop 実践編" if locale == "ja" else "ML Enablement Workshop, practice edition"
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


def _zone(name: str, locale: Locale) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        if locale == "ja":
            raise InputError(
                f"タイムゾーン「{name}」は存在しません。",
                hint="workshop.toml の time_zone を Asia/Tokyo のように書いてください。",
            ) from error
        raise InputError(
            f"there is no time zone '{name}'.", hint="Write time_zone in workshop.toml like Europe/Berlin."
        ) from error


def _missing_start(locale: Locale) -> InputError:
    if locale == "ja":
        return InputError(
            "開始日時が決まっていません。", hint="workshop.toml の starts に 2026-04-01T13:00 のように書いてください。"
        )
    return InputError("the start is not settled.", hint="Write starts in workshop.toml like 2026-04-01T13:00.")
