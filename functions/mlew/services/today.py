"""Today, where the workshop is."""

from datetime import date
from zoneinfo import ZoneInfo

from mlew.ports.clock import Clock


def today_of(clock: Clock, time_zone: str) -> date:
    """The date on which people in this time zone are."""
    return clock.now().astimezone(ZoneInfo(time_zone)).date()
