"""Days of a calendar part as months of weeks. Dates come from the spec alone: there is no today."""

from calendar import Calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mlew.domain.screen_parts import Day


@dataclass(frozen=True)
class Cell:
    """One day of a month. `times` is None for a day that cannot be asked for, () for a full one."""

    date: date
    label: str
    times: tuple[str, ...] | None


@dataclass(frozen=True)
class Month:
    """`weeks` of seven cells each; None for days of the neighbours. `weekdays`: heads of the columns."""

    label: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Cell | None, ...], ...]

    @property
    def offered(self) -> tuple[Cell, ...]:
        """Days that can be asked for, full ones too."""
        return tuple(cell for week in self.weeks for cell in week if cell and cell.times is not None)


def months(days: Iterable[Day], words: Mapping[str, str]) -> tuple[Month, ...]:
    """Every month with a day in it, in order. `words`: weekdays, week_starts (0 = Monday), months and formats."""
    times: dict[date, tuple[str, ...]] = {}
    for day in days:
        times[day.day] = tuple(dict.fromkeys((*times.get(day.day, ()), *day.times)))
    return tuple(_month(year, month, times, words) for year, month in sorted({(d.year, d.month) for d in times}))


def _month(year: int, month: int, times: Mapping[date, tuple[str, ...]], words: Mapping[str, str]) -> Month:
    weekdays, names = words["weekdays"].split(), words["months"].split()
    first = int(words["week_starts"])

    def cell(number: int) -> Cell | None:
        if not number:
            return None
        day = date(year, month, number)
        label = words["day_format"].format(month=names[month - 1], day=number, weekday=weekdays[day.weekday()])
        return Cell(day, label, times.get(day))

    weeks = Calendar(first).monthdayscalendar(year, month)
    return Month(
        label=words["month_format"].format(year=year, month=names[month - 1]),
        weekdays=tuple(weekdays[(first + n) % 7] for n in range(7)),
        weeks=tuple(tuple(cell(number) for number in week) for week in weeks),
    )
