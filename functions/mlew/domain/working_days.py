"""Days on which people work: not on weekends, nor on the days off that are passed in."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from mlew.domain.base import Locale

DaysOff = Mapping[date, str]
"""Public holidays and closing days of the company, with their names."""
_DAY = timedelta(days=1)


def is_working(day: date, off: DaysOff) -> bool:
    """Monday to Friday, and nobody's holiday."""
    return day.weekday() < 5 and day not in off


def working_days(first: date, last: date, off: DaysOff) -> Iterator[date]:
    """From the first to the last day, both included."""
    day = first
    while day <= last:
        if is_working(day, off):
            yield day
        day += _DAY


def count_working(first: date, last: date, off: DaysOff) -> int:
    """How many there are; 0 if the last day lies before the first."""
    return sum(1 for _ in working_days(first, last, off))


def next_working(day: date, off: DaysOff) -> date:
    """That day, or the first working day after it."""
    while not is_working(day, off):
        day += _DAY
    return day


def why_off(day: date, off: DaysOff, locale: Locale) -> str:
    """Name of the holiday, or of the day of the weekend; "" on a working day."""
    if day in off:
        return off[day]
    if day.weekday() < 5:
        return ""
    return ("土曜日", "日曜日")[day.weekday() - 5] if locale == "ja" else ("Saturday", "Sunday")[day.weekday() - 5]
