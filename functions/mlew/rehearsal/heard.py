"""Reading the input `evidence`: voices by what they lean to, and results by criterion."""

import re
from dataclasses import dataclass

from mlew.documents.inline import decode

_VOICE = re.compile(r"^- (?P<id>(?:[a-z0-9-]+-)?V\d+) \([^()]*(?:\([^()]*\)[^()]*)*\): (?P<text>.+)$")
_RESULT = re.compile(r"^- (?P<id>(?:[a-z0-9-]+-)?C\d+): (?P<statement>.+) → (?P<value>[^→]+) \((?P<outcome>[^()]+)\)$")
_LEANING = re.compile(r"^### .*[（(](?P<leaning>賛成|反対|for|against)[,、]")
_FOR = {"賛成": True, "for": True, "反対": False, "against": False}
_PASSED = ("合格", "passed")


@dataclass(frozen=True)
class Voice:
    """`favours`: None if nobody has said."""

    id: str
    text: str
    favours: bool | None = None


@dataclass(frozen=True)
class Result:
    """A criterion with its value and sample as they are written."""

    id: str
    statement: str
    value: str
    passed: bool


@dataclass(frozen=True)
class Heard:
    """What people showed; empty if nobody has tried anything."""

    voices: tuple[Voice, ...] = ()
    results: tuple[Result, ...] = ()

    @property
    def warm(self) -> tuple[Voice, ...]:
        """Those that speak for it; of voices that nobody has grouped, all."""
        return tuple(v for v in self.voices if v.favours is not False)

    @property
    def hesitant(self) -> tuple[Voice, ...]:
        """Those that speak against it."""
        return tuple(v for v in self.voices if v.favours is False)


def heard(text: str) -> Heard:
    """Of any text; lines of another form are passed over."""
    voices: dict[str, Voice] = {}
    results: dict[str, Result] = {}
    favours: bool | None = None
    for line in text.splitlines():
        if line.startswith("#"):
            leaning = _LEANING.match(line)
            favours = _FOR[leaning["leaning"]] if leaning else None
        elif found := _VOICE.match(line):
            voices.setdefault(found["id"], Voice(found["id"], decode(found["text"]), favours))
        elif found := _RESULT.match(line):
            passed = found["outcome"] in _PASSED
            results.setdefault(found["id"], Result(found["id"], found["statement"], found["value"], passed))
    return Heard(tuple(voices.values()), tuple(results.values()))
