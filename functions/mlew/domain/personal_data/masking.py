"""Masking: what the rules find is replaced by numbered placeholders, the same thing always by the same one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from mlew.domain.base import Locale
from mlew.domain.personal_data.names import Names
from mlew.domain.personal_data.numbers import cards, my_numbers, phones, postal_codes
from mlew.domain.personal_data.plain_text import PlainText, plain_text

DataKind = Literal["mail", "card", "my_number", "phone", "postal_code", "name"]
PLACEHOLDERS: dict[DataKind, tuple[str, str]] = {
    "mail": ("メール", "mail"),
    "card": ("カード番号", "card"),
    "my_number": ("マイナンバー", "My Number"),
    "phone": ("電話", "phone"),
    "postal_code": ("郵便番号", "postal code"),
    "name": ("氏名", "name"),
}
"""Where two kinds overlap, the first of them names what is masked."""
PLACEHOLDER = re.compile(
    rf"\[(?:{'|'.join(re.escape(word) for words in PLACEHOLDERS.values() for word in words)}) \d{{1,6}}\]"
)
_LOCAL = r"a-z0-9!#$%&'*+/=?^_`{|}~.\-"
_NO_BREAK = r"\s<>()\[\]{},;:\"'、。「」『』・!?@|"
_MAIL = re.compile(
    rf"(?:(?<![{_LOCAL}])[{_LOCAL}]+|(?<![^{_NO_BREAK}])[^{_NO_BREAK}]+)@(?:[^{_NO_BREAK}.]+\.)+(?:xn--[a-z0-9-]+|[a-z]{{2,}})"
)


class _Span(NamedTuple):
    start: int
    end: int
    kind: DataKind
    key: str


class Masking:
    """For all texts of one call or report: a person is [name 1] in every one of them.

    `names`: lists of full names, as of participants and testers. What no rule finds: `LIMITS`. Placeholders that
    stand in a text already stay as they are, so masking twice changes nothing.
    """

    def __init__(self, locale: Locale, *names: Iterable[str]) -> None:
        self._language = 0 if locale == "ja" else 1
        self._names = Names(*names)
        self._numbers: dict[DataKind, dict[str, int]] = {kind: {} for kind in PLACEHOLDERS}
        self._originals: dict[str, str] = {}
        self._above = 0

    @property
    def found(self) -> dict[DataKind, int]:
        """How many different ones of each kind have been masked so far; kinds without any are left out."""
        return {kind: len(numbers) for kind, numbers in self._numbers.items() if numbers}

    @property
    def originals(self) -> Mapping[str, str]:
        """Placeholder → what it stands for, as it was written where it was met first."""
        return self._originals

    def beside(self, texts: Iterable[str]) -> None:
        """Number above the placeholders that somebody else has put into these texts: none is to mean two things."""
        numbers = (
            int(found[0].rpartition(" ")[2].rstrip("]")) for text in texts for found in PLACEHOLDER.finditer(text)
        )
        self._above = max(numbers, default=0)

    def mask(self, text: str) -> str:
        """The text with placeholders. Characters are never cut, and nothing else is changed."""
        masked, position = "", 0
        for begin, end, span in self._found_in(text):
            placeholder = self._placeholder(span)
            self._originals.setdefault(placeholder, text[begin:end])
            masked += text[position:begin] + placeholder
            position = end
        return masked + text[position:]

    def _placeholder(self, span: _Span) -> str:
        numbers = self._numbers[span.kind]
        number = numbers.setdefault(span.key, self._above + len(numbers) + 1)
        return f"[{PLACEHOLDERS[span.kind][self._language]} {number}]"

    def _found_in(self, text: str) -> Iterator[tuple[int, int, _Span]]:
        """Places in the original, in order and apart from each other."""
        position = 0
        for placeholder in PLACEHOLDER.finditer(text):
            yield from self._between(text, position, placeholder.start())
            position = placeholder.end()
        yield from self._between(text, position, len(text))

    def _between(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, _Span]]:
        part = text[start:end]
        read = plain_text(part)
        for span in _joined(self._spans(read, part)):
            begin, stop = read.original(span.start, span.end)
            yield start + begin, start + stop, span

    def _spans(self, read: PlainText, part: str) -> Iterator[_Span]:
        """On whole characters of the original, so that two that share one overlap here too."""
        for kind, start, end, key in self._found(read, part):
            yield _Span(_begin(read, start), _end(read, end), kind, key)

    def _found(self, read: PlainText, part: str) -> Iterator[tuple[DataKind, int, int, str]]:
        for mail in _MAIL.finditer(read.text):
            yield "mail", *mail.span(), mail[0]
        for number in cards(read.text):
            yield "card", *number
        for number in my_numbers(read.text):
            yield "my_number", *number
        for number in phones(read.text):
            yield "phone", *number
        for number in postal_codes(read.text):
            yield "postal_code", *number
        for start, end, person in self._names.spans(read, part):
            yield "name", start, end, person


def _begin(read: PlainText, start: int) -> int:
    while start and read.places[start - 1] == read.places[start]:
        start -= 1
    return start


def _end(read: PlainText, end: int) -> int:
    while end < len(read.text) and read.places[end] == read.places[end - 1]:
        end += 1
    return end


def _joined(spans: Iterable[_Span]) -> list[_Span]:
    """Overlapping ones as one, of the kind that comes first in the list of kinds; a longer one of a kind goes first."""
    order = list(PLACEHOLDERS)
    joined: list[_Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        last = joined[-1] if joined else None
        if last is None or span.start >= last.end:
            joined.append(span)
            continue
        first = min(last, span, key=lambda s: (order.index(s.kind), s.start - s.end))
        joined[-1] = first._replace(start=last.start, end=max(last.end, span.end))
    return joined
