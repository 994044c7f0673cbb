"""What people who tried a mock said and did, as the evidence of one or several pairs tells it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from mlew.documents.inline import decode
from mlew.domain.base import Locale
from mlew.rehearsal.language import quote, shorten

_PAIR = re.compile(r"^## (?:ペア (?P<ja>\S+) の|.* of pair (?P<en>\S+) \()")
_THEME = re.compile(r"^### .*[（(](?P<leaning>賛成|反対|for|against)[,、]")
_CONTRADICTS = re.compile(r"^(?:食い違う行動|Contradicts actions): (?P<ids>.+)$")
_VOICE = re.compile(r"^- (?P<id>(?:[a-z0-9-]+-)?V\d+) \((?P<who>[^()]*(?:\([^()]*\)[^()]*)*)\): (?P<text>.+)$")
_RECORD = re.compile(r"^- (?P<id>[OS]\d+) (?P<who>[^:：]*):")
_FOR = {"賛成": True, "for": True, "反対": False, "against": False}
_WARM = re.compile(
    r"助か|便利|使いた|使う|ほしい|欲しい|うれし|嬉し|楽に|続けたい|払[うい]"
    r"|\b(?:saves?|saved|love|great|handy|would use|will use|want (?:it|this|one)|glad|easier|pay)\b",
    re.IGNORECASE,
)
_COLD = re.compile(
    r"不安|面倒|難し|分かりにく|わかりにく|いらない|要らない|今のまま|使わない|迷|待た|困った|高い"
    r"|\b(?:not sure|confus\w+|unclear|annoy\w+|too (?:much|long|many|slow|dear|expensive)|would not|wouldn[’']t"
    r"|don[’']t need|hard to|worr\w+|price)\b",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    r"困っていない|困ってはいない|今のままで(?:よい|いい|十分)|気にならない"
    r"|\b(?:fine as it is|do(?:es)? not bother|don[’']t mind|not a problem|happy with (?:it|today))\b",
    re.IGNORECASE,
)
QUOTED = 90


@dataclass(frozen=True)
class Said:
    """One voice. `id`: "V1", or "a-V1" where there are voices of several pairs; `pair`: whose mock it is on, "" for
    a participant's own wish; `who`: whoever said it, "" if nobody knows; `contradicts`: actions that its theme speaks
    against.
    """

    id: str
    pair: str
    who: str
    text: str
    favours: bool | None
    contradicts: tuple[str, ...]

    @property
    def content(self) -> bool:
        """Whether they are content with how things are."""
        return bool(_CONTENT.search(self.text))

    def quoted(self, locale: Locale) -> str:
        """Briefly, word for word, with its number."""
        return (
            f"{self.id}{quote(shorten(self.text, QUOTED), locale)}"
            if locale == "ja"
            else (f"{self.id} {quote(shorten(self.text, QUOTED), locale)}")
        )


@dataclass(frozen=True)
class Reception:
    """Empty if nobody has tried anything."""

    voices: tuple[Said, ...] = ()
    testers: frozenset[str] = frozenset()

    @cached_property
    def asked(self) -> int:
        """How many people there were."""
        return len(self.testers)

    @property
    def warm(self) -> tuple[Said, ...]:
        """Voices for it."""
        return tuple(v for v in self.voices if v.favours)

    @property
    def cold(self) -> tuple[Said, ...]:
        """Voices against it."""
        return tuple(v for v in self.voices if v.favours is False)


def reception(text: str) -> Reception:
    """Of any text; lines of another form are passed over."""
    voices: dict[tuple[str, str], Said] = {}
    testers: set[str] = set()
    pair, favours, contradicts = "-", None, tuple[str, ...]()
    for line in text.splitlines():
        if line.startswith("#"):
            title = _PAIR.match(line)
            pair = (title["ja"] or title["en"]) if title else pair
            theme = _THEME.match(line)
            favours, contradicts = (_FOR[theme["leaning"]] if theme else None), ()
        elif against := _CONTRADICTS.match(line):
            contradicts = tuple(re.split(r"[,、\s]+", against["ids"].strip()))
        elif found := _VOICE.match(line):
            who = (re.split(r"[,、]\s*", found["who"], maxsplit=1)[1:] or [""])[0]
            said = decode(found["text"])
            leaning = favours if favours is not None else leaning_of(said)
            voices.setdefault((pair, found["id"]), Said(found["id"], pair, who, said, leaning, contradicts))
            testers.add(who or f"{pair}/{found['id']}")
        elif record := _RECORD.match(line):
            testers.add(record["who"].strip() or f"{pair}/{record['id']}")
    return Reception(tuple(voices.values()), frozenset(testers))


def leaning_of(text: str) -> bool | None:
    """For, against, or None if the words do not tell."""
    warm, cold = bool(_WARM.search(text)), bool(_COLD.search(text))
    return None if warm == cold else warm


def people_of(voices: Sequence[Said]) -> int:
    """How many different people said these."""
    return len({voice.who or f"{voice.pair}/{voice.id}" for voice in voices})
