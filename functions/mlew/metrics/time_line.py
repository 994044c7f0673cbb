"""Rollups by hour or day of a time zone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Literal

from mlew.domain.figures import TimePoint
from mlew.domain.tally import Counts, Rollup
from mlew.metrics import counters
from mlew.metrics.buckets import parsed
from mlew.metrics.summing import summed

Span = Literal["hour", "day"]
MOST_POINTS = 5000


def time_line(rollups: Iterable[Rollup], zone: tzinfo, span: Span) -> tuple[TimePoint, ...]:
    """From the first to the last hour or day with events, those without any too, as far as `MOST_POINTS` reach.

    A day with a change of the clocks has 23 or 25 hours; an hour that comes twice is two points.
    """
    found: defaultdict[datetime, list[Rollup]] = defaultdict(list)
    for rollup in rollups:
        found[_start(parsed(rollup.key)[0], zone, span)].append(rollup)
    if not found:
        return ()
    starts = _between(min(found), max(found), zone, span)
    return tuple(
        _point(start.astimezone(zone), summed(found.get(start, ())))
        for start, _ in zip(starts, range(MOST_POINTS), strict=False)
    )


def _start(at: datetime, zone: tzinfo, span: Span) -> datetime:
    """In UTC, which orders and compares without surprises."""
    local = at.astimezone(zone)
    if span == "day":
        return local.replace(hour=0, minute=0, fold=0).astimezone(UTC)
    return at - timedelta(minutes=local.minute)


def _between(first: datetime, last: datetime, zone: tzinfo, span: Span) -> Iterator[datetime]:
    at = first
    while at <= last:
        yield at
        if span == "hour":
            at = _start(at + timedelta(hours=1), zone, span)
        else:
            following = at.astimezone(zone).date() + timedelta(days=1)
            at = datetime(following.year, following.month, following.day, tzinfo=zone).astimezone(UTC)


def _point(start: datetime, counts: Counts) -> TimePoint:
    return TimePoint(
        start=start,
        events=counts.get(counters.EVENTS, 0),
        sessions=counts.get(counters.SESSIONS, 0),
        visitors=counts.get(counters.VISITORS, 0),
        started=counts.get(counters.reached(counters.START), 0),
        done=counts.get(counters.reached(counters.DONE), 0),
    )
