"""Phone numbers, postal codes, cards and My Number in plain text."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mlew.domain.personal_data.check_digits import luhn, my_number

_GAP = r"[-ー・./\s]"
"""Between groups of digits; a long-vowel mark is what a Japanese keyboard gives for a hyphen."""
_RUN = re.compile(rf"\d+(?:{_GAP}{{1,2}}\d+)*")
_GROUP = re.compile(r"\d+")
_JAPANESE = re.compile(rf"(?<!\d)(?=(\(?0\d{{1,4}}\)?{_GAP}{{0,2}}\(?\d{{1,4}}\)?{_GAP}{{0,2}}\d{{3,4}})(?!\d))")
"""At every place: where numbers stand side by side, the first match may begin in the middle of one."""
_ABROAD = re.compile(rf"(?<![\d+])(?:\+{_GAP}?|(?:010|011|00){_GAP})\d(?:(?:{_GAP}|[()]){{0,3}}\d){{6,16}}")
_AMERICAN = re.compile(rf"(?<!\d)(?:1{_GAP})?(?:\(\d{{3}}\)\s?|\d{{3}}{_GAP})\d{{3}}{_GAP}\d{{4}}(?!\d)")
_MARKED_POSTAL = re.compile(
    r"(?:〒|郵便番号\s*[:は]?|postal code\s*:?|zip code\s*:?)\s*(\d{3}(?:[-ー]|\s)?\d{4})(?!\d)"
)
_POSTAL = re.compile(r"(?<![\d-])\d{3}[-ー]\d{4}(?![-ー]?\d)")

_ISSUERS = "23456"
"""First digits of payment cards (ISO/IEC 7812-1): what begins otherwise is a book or an article."""


class Number(NamedTuple):
    """`key`: its digits; the same number written in another way has the same key."""

    start: int
    end: int
    key: str


def phones(text: str) -> Iterator[Number]:
    """With area code, written in Japan's, North America's or the international way, groups apart or not."""
    for found in _JAPANESE.finditer(text):
        if len(digits(found[1])) in (10, 11):
            yield Number(*found.span(1), digits(found[1]))
    for found in _ABROAD.finditer(text):
        yield Number(*found.span(), _at_home(digits(found[0])))
    for found in _AMERICAN.finditer(text):
        yield Number(*found.span(), digits(found[0])[-10:])


def postal_codes(text: str) -> Iterator[Number]:
    """Japan's, behind a mark or with a hyphen."""
    for found in _MARKED_POSTAL.finditer(text):
        yield Number(*found.span(1), digits(found[1]))
    for found in _POSTAL.finditer(text):
        yield Number(*found.span(), digits(found[0]))


def cards(text: str) -> Iterator[Number]:
    """13 to 19 digits that pass Luhn's test."""
    return _checked(text, range(19, 12, -1), lambda number: number[0] in _ISSUERS and luhn(number))


def my_numbers(text: str) -> Iterator[Number]:
    """12 digits of which the last one checks the others."""
    return _checked(text, range(12, 11, -1), my_number)


def digits(text: str) -> str:
    """In ASCII; other scripts' digits are digits too."""
    return "".join(str(int(c)) for c in text if c.isdecimal())


def _at_home(number: str) -> str:
    """A Japanese number as it is dialled in Japan, so that both are one."""
    bare = re.sub(r"^(?:010|011|00)(?=[1-9])", "", number)
    return re.sub(r"^810?", "0", bare) if bare.startswith("81") else bare


def _checked(text: str, lengths: range, proves: Callable[[str], bool]) -> Iterator[Number]:
    """Whole groups of digits, apart by the same sign, that together have one of the lengths and pass.

    Other groups may stand beside them: an expiry date behind a card.
    """
    for run in _RUN.finditer(text):
        groups = [(found.start(), found.end(), digits(found[0])) for found in _GROUP.finditer(text, *run.span())]
        for first in range(len(groups)):
            number, gap = "", None
            for index in range(first, len(groups)):
                start, end, group = groups[index]
                before = text[groups[index - 1][1] : start] if index > first else None
                number += group
                if len(number) > lengths[0] or (before is not None and gap not in (None, before)):
                    break
                gap = before
                if len(number) in lengths and proves(number):
                    yield Number(groups[first][0], end, number)
