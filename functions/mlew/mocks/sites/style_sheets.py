"""Addresses in CSS."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mlew.mocks.sites.edits import Edit, edited

# One that is never closed ends with its line, or with the file: so every place is looked at once.
_END = r"\\?\Z|(?=\n)"
_STRING = rf""""(?:[^"\\\n]|\\.)*(?:"|{_END})|'(?:[^'\\\n]|\\.)*(?:'|{_END})"""
_FOUND = re.compile(
    rf"/\*.*?(?:\*/|\Z)|@namespace\b[^;]*;?|(?P<begin>\burl\(\s*|@import\s+)(?P<quoted>{_STRING})"
    rf"|\burl\(\s*(?P<bare>[^\s\"'()\\]+)\s*\)|{_STRING}",
    re.IGNORECASE | re.DOTALL,
)


class CssAddress(NamedTuple):
    """`start`, `end`: its place, without quotes."""

    value: str
    start: int
    end: int


def css_addresses(text: str) -> Iterator[CssAddress]:
    """What `url()` and `@import` name, outside of comments and texts."""
    for found in _FOUND.finditer(text):
        if found["quoted"]:
            start, end = found.span("quoted")
            if end - start < 2 or text[end - 1] != text[start]:
                continue
            yield CssAddress(text[start + 1 : end - 1], start + 1, end - 1)
        elif found["bare"]:
            yield CssAddress(found["bare"], *found.span("bare"))


def rewritten_css(text: str, change: Callable[[str], str | None]) -> str:
    """With other addresses where `change` gives one."""
    changes = ((one, change(one.value)) for one in css_addresses(text))
    return edited(text, [Edit(one.start, one.end, _written(new)) for one, new in changes if new is not None])


def _written(address: str) -> str:
    return re.sub(
        r"""["'()\\\s]""", lambda found: f"%{ord(found[0]):02X}" if ord(found[0]) < 128 else found[0], address
    )
