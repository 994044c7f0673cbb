"""Which behaviours of the customer the known solutions touch (METHOD, Invent: coverage)."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from mlew.domain.customer import CustomerSheet
from mlew.domain.inputs import CoverageRow
from mlew.domain.solution import Solution

_JAPANESE_WORD = re.compile(r"[一-鿿々]{2,}|[ァ-ヺー]{2,}")
_ENGLISH_WORD = re.compile(r"[a-z][a-z'-]{3,}")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "ly", "e", "y")
_COMMON_WORDS = (
    "about after again also always another because before being between both customer customers does down each "
    "every first from have into just keep know last later look make many more most much need next often only other "
    "over same several should show some such take than that their them then there these they thing things this "
    "those through time times today until used user users uses using very want what when where which while will "
    "with without work would year your"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_ENOUGH = 2


def coverage(sheets: Sequence[CustomerSheet], solutions: Sequence[Solution]) -> tuple[CoverageRow, ...]:
    """A row for every behaviour. A solution touches it if they share two points of terms.

    A shared English word (stem of four letters or more) counts two points; in Japanese, where words are not
    set apart, each shared pair of neighbouring kanji or katakana counts one. Terms that more than half of the
    solutions use say nothing and do not count.
    """
    terms = {id(solution): _terms(_text(solution)) for solution in solutions}
    uses = Counter(term for found in terms.values() for term in found)
    telling = {term for term, count in uses.items() if len(solutions) < 4 or count * 2 <= len(solutions)}
    rows: list[CoverageRow] = []
    for action in dict.fromkeys(action for sheet in sheets for action in sheet.behaviour):
        wanted = _terms(action) & telling
        touching = tuple(s.name for s in solutions if _points(wanted & terms[id(s)]) >= _ENOUGH)
        rows.append(CoverageRow(action=action, solutions=touching))
    return tuple(rows)


def _text(solution: Solution) -> str:
    return "\n".join((solution.name, solution.when_used, solution.how_solved, solution.effect))


def _points(shared: Iterable[str]) -> int:
    return sum(2 if term.isascii() else 1 for term in shared)


def _terms(text: str) -> set[str]:
    lowered = text.lower()
    pairs = {word[i : i + 2] for word in _JAPANESE_WORD.findall(text) for i in range(len(word) - 1)}
    return pairs | {_stem(word) for word in _ENGLISH_WORD.findall(lowered) if word not in _COMMON}


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word
