"""`String.prototype.replace` with a pattern and a text (ECMA-262, 22.1.3.19): the text is itself a small language."""

import re
from collections.abc import Mapping

from usecases.genu.regexp.pattern import Match, Pattern

_SIGN = re.compile(r"\$(?:([$&`'])|([0-9][0-9]?))")
_SIGN_OR_NAME = re.compile(_SIGN.pattern + r"|\$<([^>]*)>")
"""Names count only if the pattern has any."""


def replace_all(units: str, pattern: Pattern, replacement: str) -> str:
    """`units.replace(new RegExp(pattern, "g"), replacement)`, all in UTF-16 units. Raises TooComplex."""
    parts, done = [], 0
    for match in pattern.matches(units):
        parts += [units[done : match.start], expand(replacement, units, match, pattern.names)]
        done = match.end
    return "".join([*parts, units[done:]])


def expand(template: str, text: str, match: Match, names: Mapping[str, int]) -> str:
    """What stands for one match: `$$`, `$&`, `` $` ``, `$'`, `$1`, `$<name>` are filled in."""

    def filled(sign: re.Match[str]) -> str:
        kind, number = sign[1], sign[2]
        if kind:
            return parts[kind]
        if number:
            return _numbered(number, text, match)
        return _group(text, match, names[sign[3]]) if sign[3] in names else ""

    parts = {"$": "$", "&": text[match.start : match.end], "`": text[: match.start], "'": text[match.end :]}
    return (_SIGN_OR_NAME if names else _SIGN).sub(filled, template)


def _numbered(digits: str, text: str, match: Match) -> str:
    """`$12` is group 12 if there is one, else group 1 and a "2"; without such groups it stays as it is."""
    for length in (2, 1):
        taken = digits[:length]
        if len(taken) == length and 1 <= int(taken) < len(match.spans):
            return _group(text, match, int(taken)) + digits[length:]
    return f"${digits}"


def _group(text: str, match: Match, number: int) -> str:
    span = match.spans[number]
    return text[span[0] : span[1]] if span else ""
