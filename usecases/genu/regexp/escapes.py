r"""What a backslash stands for when it names one unit (ECMA-262, B.1.2): `\n`, `\cA`, `\x41`, `\101`, `\.`."""

import re

from usecases.genu.regexp.errors import PatternError

_CONTROLS = {"t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r"}
_HEX = {"x": re.compile(r"[0-9A-Fa-f]{2}"), "u": re.compile(r"[0-9A-Fa-f]{4}")}
_OCTAL = re.compile(r"[0-3][0-7]{0,2}|[4-7][0-7]?")


def escaped_unit(pattern: str, at: int, *, in_class: bool, named: bool) -> tuple[str, int]:
    """`at`: behind the backslash. Returns the unit and where it goes on. Raises PatternError.

    `named`: the pattern has named groups, so that `\\k` means nothing else.
    """
    letter = pattern[at]
    if letter in _CONTROLS:
        return _CONTROLS[letter], at + 1
    if letter == "c":
        return _control(pattern, at, in_class=in_class)
    if letter in _HEX:
        digits = _HEX[letter].match(pattern, at + 1)
        return (chr(int(digits.group(), 16)), digits.end()) if digits else (letter, at + 1)
    octal = _OCTAL.match(pattern, at)
    if octal:
        return chr(int(octal.group(), 8)), octal.end()
    if letter == "k" and named:
        raise PatternError("Invalid escape")
    return letter, at + 1


def _control(pattern: str, at: int, *, in_class: bool) -> tuple[str, int]:
    follows = pattern[at + 1 : at + 2]
    if follows.isascii() and (follows.isalpha() or (in_class and follows and (follows.isdigit() or follows == "_"))):
        return chr(ord(follows) % 32), at + 2
    return "\\", at
