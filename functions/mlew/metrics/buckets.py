"""Rollup keys: `<start of the quarter of an hour>#<population>`, with `#<page>` for elements that are many."""

from datetime import UTC, datetime
from functools import lru_cache

from mlew.domain.mock import Population

QUARTER = 15 * 60 * 1000
"""Milliseconds. Every time zone in use is a whole number of quarters from UTC, so hours and days add up exactly."""
_FORMAT = "%Y-%m-%dT%H:%MZ"


@lru_cache(maxsize=4096)
def quarter(start: int) -> str:
    """Start of a quarter as text whose order is the order in time."""
    return datetime.fromtimestamp(start / 1000, UTC).strftime(_FORMAT)


def rollup_key(at: int, population: Population, page: int = 0) -> str:
    """The rollup of a time in ms since 1970. Page 0 holds everything but the later elements."""
    key = f"{quarter(at - at % QUARTER)}#{population}"
    return f"{key}#{page}" if page else key


def parsed(key: str) -> tuple[datetime, Population]:
    """Start and population of a rollup key, as `rollup_key` made it."""
    start, population, *_ = key.split("#")
    known: dict[str, Population] = {"internal": "internal", "external": "external", "open": "open"}
    return datetime.strptime(start, _FORMAT).replace(tzinfo=UTC), known[population]
