"""Days of a rehearsed plan: counted in working days from its start, meetings on days when nobody is off."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from mlew.domain.plan_warnings import months_after
from mlew.domain.working_days import is_working, next_working

_FAN = 32  # working days: about seven weeks
_SHARE, _RELEASE = 4, 6  # months
_DAY = timedelta(days=1)


class Calendar:
    """Of one team. `off`: its holidays."""

    def __init__(self, starts: date, off: Mapping[date, str]) -> None:
        self._off = off
        self._days = [next_working(starts, off)]
        self.fan = self.day(_FAN)
        self.share = max(next_working(months_after(starts, _SHARE), off), self.fan)
        self.release = max(next_working(months_after(starts, _RELEASE), off), self.share)

    def day(self, number: int) -> date:
        """The working day with this number; 0 is the first."""
        while len(self._days) <= number:
            self._days.append(next_working(self._days[-1] + _DAY, self._off))
        return self._days[number]

    def after(self, day: date) -> date:
        """The next working day."""
        return next_working(day + _DAY, self._off)

    def meeting(self) -> tuple[date, int, date]:
        """First day, weeks between, last day: weekly up to ③ if a weekday has no holiday until then.

        Else up to ②, else every other week.
        """
        return min(self._meetings(), key=lambda one: one[0])[1]

    def _meetings(self) -> Iterator[tuple[tuple[int, int], tuple[date, int, date]]]:
        """Each with how many of its days are off, and its place among those that are equal."""
        choices = [(until, weeks) for weeks in (1, 2) for until in (self.share, self.fan)]
        for place, (until, weeks) in enumerate(choices):
            for number in range(1, 5 * weeks + 1):
                first = self.day(number)
                days = [first + timedelta(weeks=weeks * n) for n in range((until - first).days // (7 * weeks) + 1)]
                yield (sum(not is_working(day, self._off) for day in days), place), (first, weeks, until)
