"""`srcset` and `imagesrcset`: several pictures in one attribute."""

from collections.abc import Callable, Iterator

_BLANK = "\t\n\f\r "


def source_addresses(value: str) -> Iterator[tuple[int, int]]:
    """Places of the addresses; commas inside of one (`data:`) belong to it."""
    position = 0
    while position < len(value):
        if value[position] in _BLANK + ",":
            position += 1
            continue
        start = position
        while position < len(value) and value[position] not in _BLANK:
            position += 1
        address = value[start:position]
        bare = address.rstrip(",")
        yield start, start + len(bare)
        if bare == address:
            comma = value.find(",", position)
            position = len(value) if comma < 0 else comma


def rewritten_sources(value: str, change: Callable[[str], str | None]) -> str:
    """With other addresses where `change` gives one."""
    parts: list[str] = []
    position = 0
    for start, end in source_addresses(value):
        parts += [value[position:start], change(value[start:end]) or value[start:end]]
        position = end
    return "".join([*parts, value[position:]])
