"""Text as JavaScript has it: each sign outside the basic plane is two units (surrogates)."""

import re

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def to_units(text: str) -> str:
    """Every character of the result is one UTF-16 unit."""
    return _ASTRAL.sub(lambda sign: _pair(ord(sign.group()) - 0x10000), text)


def from_units(units: str) -> str:
    """Pairs of surrogates become one character again; halves stay halves."""
    return _PAIR.sub(lambda pair: _joined(*pair.group()), units)


def _pair(rest: int) -> str:
    return chr(0xD800 + (rest >> 10)) + chr(0xDC00 + (rest & 0x3FF))


def _joined(high: str, low: str) -> str:
    return chr(0x10000 + ((ord(high) - 0xD800) << 10) + ord(low) - 0xDC00)
