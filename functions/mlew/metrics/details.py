"""Details of an event: whatever a page added, flat and little of it."""

from collections.abc import Iterator

from mlew.domain.click_record import LONGEST_NAME, MOST_DETAILS, Scalar
from mlew.metrics.text import cleaned

DEEPEST = 3
"""Levels below the details themselves."""
LARGEST_NUMBER = 1e15


class TooDeep(Exception):
    """Raise for details nested deeper than DEEPEST."""


def flat(given: dict[str, object]) -> dict[str, Scalar]:
    """Nested names joined by dots; the first MOST_DETAILS that hold anything. Raises TooDeep."""
    found: dict[str, Scalar] = {}
    for name, value in _leaves("", given, 0):
        if len(found) < MOST_DETAILS and name and value not in ("", None):
            found.setdefault(name, value)
    return found


def _leaves(name: str, value: object, depth: int) -> Iterator[tuple[str, Scalar]]:
    if isinstance(value, dict | list):
        if depth > DEEPEST:
            raise TooDeep
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for key, below in inner:
            yield from _leaves(f"{name}.{key}" if name else str(key), below, depth + 1)
    elif isinstance(value, str):
        yield cleaned(name, LONGEST_NAME), cleaned(value, LONGEST_NAME)
    elif isinstance(value, bool) or (isinstance(value, int | float) and abs(value) <= LARGEST_NUMBER):
        yield cleaned(name, LONGEST_NAME), value
