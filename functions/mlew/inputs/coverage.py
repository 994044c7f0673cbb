"""Which behaviours of the customer the known solutions touch (METHOD, Invent: coverage)."""

import re
from collections import Counter
from collections.abc import Sequence

from mlew.domain.customer import CustomerSheet
from mlew.domain.inputs import CoverageRow
from mlew.domain.solution import Solution

_JAPANESE_WORD = re.compile(r"[一-鿿々]+|[ァ-ヺー]{2,}")
_ENGLISH_WORD = re.compile(r"[a-z][a-z'-]{3,}")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "ly", "e", "y")
_LIGHT_KANJI = frozenset(
    "一二三四五六七八九十百千万人日時分秒週月年回数個件名者中前後内外上下間毎約作見決使出入知行来言思持取何"
)
_COMMON_WORDS = (
    "about after again also always another because before being between both customer customers does down each "
    "every first from have into just keep know last later look make many more most much need next often only other "
    "over same several should show some such take than that their them then there these they thing things this "
    "those through time times today until used user users uses using very want what when where which while will "
    "with without work would year years your hour hours minute minutes days week weeks month months average"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_ENOUGH = 2


def coverage(sheets: Sequence[CustomerSheet], solutions: Sequence[Solution]) -> tuple[CoverageRow, ...]:
    """A row for every behaviour. A solution touches it if the words that both share make two points.

    A shared word counts one point, and two if at most a quarter of the solutions use it; words that more than half
    of them use say nothing. English words are compared by their stems. Japanese does not set words apart, so pairs
    of neighbouring kanji or katakana stand for words; a kanji on its own (捨てる) never counts more than one.
    """
    terms = [_terms(f"{s.name}\n{s.when_used}\n{s.how_solved}") for s in solutions]
    uses = Counter(term for found in terms for term in found)
    points = {term: _points(term, count, len(solutions)) for term, count in uses.items()}
    rows: list[CoverageRow] = []
    for action in dict.fromkeys(action for sheet in sheets for action in sheet.behaviour):
        wanted = _terms(action)
        touching = (
            s.name
            for s, found in zip(solutions, terms, strict=True)
            if sum(points[term] for term in wanted & found) >= _ENOUGH
        )
        rows.append(CoverageRow(action=action, solutions=tuple(dict.fromkeys(touching))))
    return tuple(rows)


def _points(term: str, uses: int, solutions: int) -> int:
    if uses > max(1, solutions / 2):
        return 0
    return 2 if uses <= max(1, solutions / 4) and len(term) > 1 else 1


def _terms(text: str) -> set[str]:
    found = {_stem(word) for word in _ENGLISH_WORD.findall(text.lower()) if word not in _COMMON}
    for word in _JAPANESE_WORD.findall(text):
        found |= {pair for i in range(len(word) - 1) if not _LIGHT_KANJI.issuperset(pair := word[i : i + 2])}
        found |= {word} - _LIGHT_KANJI if len(word) == 1 else set()
    return found


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word
