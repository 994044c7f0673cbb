"""On what a correction can rest: numbers and voices, and what participants ask for (METHOD, Improvement edition)."""

import re
import unicodedata
from collections.abc import Iterable

from mlew.domain.base import Locale, Model
from mlew.domain.violation import Violation, violation

_QUOTED = re.compile(r"「([^「」]+)」|“([^“”]+)”|\"([^\"]+)\"")
_REFERENCE = re.compile(r"&#(\d{1,7});")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_SHORTEST = 8
"""Characters. What is shorter is the name of a thing rather than a voice."""


class Grounds(Model):
    """`evidence`: as the model reads it, "" if there is none; `requests`: what people asked for, with the last result.

    `known`: other material that may be quoted; `people`: how many were observed or asked at most, 0 = nobody knows.
    """

    evidence: str = ""
    requests: str = ""
    known: str = ""
    people: int = 0

    @property
    def any(self) -> bool:
        """Whether a correction can rest on anything at all."""
        return bool(self.evidence.strip() or self.requests.strip())

    def bear(self, because: str) -> bool:
        """Whether a correction with this reason rests on something."""
        return self.any and bool(because.strip())

    def invented(self, text: str) -> list[str]:
        """Voices quoted in `text` that nobody said in these words."""
        said = _plain(f"{self.evidence}\n{self.requests}\n{self.known}")
        quoted = ("".join(found) for found in _QUOTED.findall(text))
        return [voice for voice in quoted if len(_plain(voice)) >= _SHORTEST and _plain(voice) not in said]


def reason_violations(grounds: Grounds, reasons: Iterable[tuple[str, str]], locale: Locale) -> list[Violation]:
    """Of (where, reason): no reason where nothing was found out; no voice that nobody raised."""
    found: list[Violation] = []
    for where, because in reasons:
        if not because.strip():
            continue
        if not grounds.any:
            found.append(violation("nothing-found-out", where, locale))
        found += [violation("words-as-spoken", where, locale, quoted=voice) for voice in grounds.invented(because)]
    return found


def _plain(text: str) -> str:
    text = _REFERENCE.sub(lambda found: chr(min(int(found[1]), 0x10FFFF)), _BREAK.sub("", text))
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
