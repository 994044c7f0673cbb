"""What customers handle, as a noun that fits into any sentence of a mock."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from mlew.domain.base import Locale
from mlew.rehearsal.language import action_phrase
from mlew.rehearsal.mock_clean import clean

_MOST = 28  # columns
_FORE_JA = re.compile(r"^.*(?:ながら|ごとの|たびの|ほかの|別の|次の|新しい|今日の|明日の)")
_REST_JA = re.compile(r"の(?:重さ|数|量|長さ|大きさ|様子|状態|残り|一部)$")
_NO_NOUN_JA = re.compile(
    r"[をがはへ、，]|(?:こと|もの|ところ|とき|ため|よう|[0-9一二三四五六七八九十数何]+[つ人個件回枚本])$"
)
_REST_EN = re.compile(r"\s(?:over|under|around|during|nobody|everybody|beside|inside|outside)\b.*$", re.IGNORECASE)
_NO_NOUN_EN = re.compile(
    r"^(?:one|two|three|four|five|several|many|more|most|much|it|them|this|that|these|those|everything|something|\d.*)$",
    re.IGNORECASE,
)


class Thing(NamedTuple):
    """`bare`: for a label. `told`: inside a sentence, with an article where the language has one."""

    bare: str
    told: str


def things_of(actions: Iterable[str], locale: Locale) -> tuple[Thing, ...]:
    """Those of a journey in its order, each once; texts in which none is found are left out."""
    topics = (clean(action_phrase(text, locale).topic, 80) for text in actions)
    bare = map(_bare_ja if locale == "ja" else _bare_en, topics)
    found = dict.fromkeys(word for word in bare if word and len(word) <= _MOST)
    return tuple(Thing(word, word if locale == "ja" else _with_article(word)) for word in found)


def _bare_ja(topic: str) -> str:
    word = _REST_JA.sub("", _FORE_JA.sub("", topic))
    return "" if len(word) < 2 or _NO_NOUN_JA.search(word) else word


def _bare_en(topic: str) -> str:
    word = _REST_EN.sub("", topic)
    return "" if len(word) < 2 or len(word.split()) > 3 or _NO_NOUN_EN.match(word) else word


def _with_article(word: str) -> str:
    several = re.search(r"(?<![su'’])s$", word) or "'s " in word or "’s " in word or not word.isascii()
    return word if several or word[:1].isupper() else f"the {word}"
