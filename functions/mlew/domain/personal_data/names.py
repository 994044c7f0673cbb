"""Names from the lists of participants and testers, in the ways in which people write them."""

import re
from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import NamedTuple

from mlew.domain.personal_data.plain_text import PlainText, plain

_LETTER = r"[^\W\d_\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
"""Of a script that puts blanks between words: a name in it ends where the word ends."""
_KATAKANA = r"[\u30a1-\u30fa\u30fc]"
_BETWEEN = r"[\s・,.、=\-]{0,3}"
_BLANKS = re.compile(r"[\s・,、=]+")
_HONORIFIC = (
    r"(?=\s?(?:さん|さま|様|氏|君|くん|ちゃん|殿|先生|先輩|社長|専務|常務|部長|次長|課長|係長|主任|店長|室長|所長"
    r"|リーダー|マネージャー|-?san\b|-?sama\b))"
)
_MOST_PARTS = 4


class _Spelling(NamedTuple):
    """`pattern`: compiled when a text holds all `parts`; most names occur in no text, and compiling takes 10 ms each.

    `capital`: counts only where it is written with a capital letter ("Will" is a name, "will" is none).
    """

    pattern: str
    person: str
    parts: tuple[str, ...]
    capital: bool = False


class Names:
    """All people on the lists. The same name on two lists, or with its parts in another order, is one person."""

    def __init__(self, *lists: Iterable[str]) -> None:
        """`lists`: full names; parts apart by blanks, commas or middle dots."""
        self._spellings = [spelling for names in lists for name in names for spelling in _spellings(name)]

    def spans(self, plain_text: PlainText, original: str) -> Iterator[tuple[int, int, str]]:
        """Begin and end in the plain text of every name, and the person's key."""
        for spelling in self._spellings:
            if not all(part in plain_text.text for part in spelling.parts):
                continue
            for found in re.finditer(spelling.pattern, plain_text.text):
                first = original[plain_text.places[found.start()][0]]
                if not spelling.capital or not first.islower():
                    yield found.start(), found.end(), spelling.person


def _spellings(name: str) -> Iterator[_Spelling]:
    parts = [part for part in _BLANKS.split(plain(name)) if part]
    if not parts:
        return
    person = " ".join(sorted(parts))
    orders = permutations(parts) if len(parts) <= _MOST_PARTS else [tuple(parts)]
    whole = "|".join(_worded(order[0], _BETWEEN.join(map(re.escape, order)), order[-1]) for order in orders)
    yield _Spelling(whole, person, tuple(parts))
    for part in dict.fromkeys(parts) if len(parts) > 1 else ():
        yield _Spelling(_alone(part), person, (part,), capital=re.match(_LETTER, part) is not None)


def _worded(first: str, pattern: str, last: str) -> str:
    """Bounded at those ends where a letter stands."""
    left = f"(?<!{_LETTER})" if re.match(_LETTER, first) else ""
    right = f"(?!{_LETTER})" if re.match(_LETTER, last[-1]) else ""
    return f"{left}{pattern}{right}"


def _alone(part: str) -> str:
    """A part of one character may be any word: it counts where somebody is addressed by it. Katakana is bounded."""
    pattern = _worded(part, re.escape(part), part)
    if len(part) == 1:
        return pattern + _HONORIFIC
    if re.fullmatch(f"{_KATAKANA}+", part):
        return f"(?<!{_KATAKANA}){pattern}(?!{_KATAKANA})"
    return pattern
