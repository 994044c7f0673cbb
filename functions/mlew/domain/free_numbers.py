"""Numbers of new things: above all that were ever used, so that an old number never means something new."""

import re
from collections.abc import Collection, Iterator
from itertools import count


def free_numbers(prefix: str, taken: Collection[str]) -> Iterator[str]:
    """ "A13", "A14", … where A12 is the highest of `taken`; ids of another form take no number."""
    pattern = re.compile(rf"{prefix}(\d+)")
    highest = max((int(found[1]) for found in map(pattern.fullmatch, taken) if found), default=0)
    return (f"{prefix}{number}" for number in count(highest + 1))
