"""Times as people type them, in the workshop's time zone, and quarters of an hour, which numbers are kept by."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mlew.errors import InputError

_QUARTER = timedelta(minutes=15)
_DAY = len("2026-04-01")


def begin_of(text: str, zone: ZoneInfo) -> datetime:
    """`2026-04-01` is its first moment; `2026-04-01T13:00` with an offset of its own, or in the zone.

    In UTC, at the start of its quarter. Raises InputError.
    """
    try:
        return _quarter(_moment(text, zone))
    except (ValueError, OverflowError) as error:
        raise _no_time(text) from error


def end_of(text: str, zone: ZoneInfo) -> datetime:
    """The same at the end of its quarter; a day alone belongs to the period, so its end is the next one's begin."""
    try:
        if len(text) <= _DAY:
            return _quarter(datetime.combine(date.fromisoformat(text) + timedelta(days=1), time(), zone))
        at = _moment(text, zone)
        start = _quarter(at)
        return start if start == at else start + _QUARTER
    except (ValueError, OverflowError) as error:
        raise _no_time(text) from error


def _moment(text: str, zone: ZoneInfo) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _quarter(at: datetime) -> datetime:
    exact = at.astimezone(UTC)
    return exact.replace(minute=exact.minute // 15 * 15, second=0, microsecond=0)


def _no_time(text: str) -> InputError:
    return InputError.told("metrics.no-time", text=text)
