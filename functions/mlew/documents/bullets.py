"""Bullets of Markdown: lists of texts, and `- label: value` lines."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mlew.documents.inline import EMPTY, decode, inline
from mlew.documents.line import TextLine
from mlew.documents.words import Words
from mlew.domain.base import Locale

_BULLET = re.compile(
    r"^\s*(?:[-*+＊－–]\s+|[-*+]$|[・•●◦▪]\s*|(?:\d{1,3}|[０-９]{1,3})[.)．）、](?:\s+|$))(?P<text>.*)$"
)
_RULE = re.compile(r"^\s*([-*_])\1{2,}\s*$")
_LABEL = re.compile(r"^(?P<label>[^:：]{1,60})[:：](?P<value>.*)$")


class Value(NamedTuple):
    """`written`: what stands behind the label, undecoded; `text`: decoded, further lines joined."""

    number: int
    written: str

    @property
    def text(self) -> str:
        """The decoded value."""
        return decode(self.written)


def bullets(texts: Iterable[str], *, numbered: bool = False) -> str:
    """One text a bullet; an empty one is kept visible."""
    return "\n".join(f"{f'{n}.' if numbered else '-'} {inline(text) or EMPTY}" for n, text in enumerate(texts, 1))


def labelled(words: Words, locale: Locale, values: Mapping[str, str]) -> str:
    """`- label: value` a line; values must be written already (`inline.inline`)."""
    return "\n".join(f"- {words(key, locale)}: {value}".rstrip(" ") for key, value in values.items())


def read_bullets(lines: Sequence[TextLine]) -> list[Value]:
    """Every bullet, and every paragraph that is none, is one text; lines that follow directly belong to it."""
    found: list[Value] = []
    after_blank = True
    for line in lines:
        text = line.text.strip()
        if not text or _RULE.match(text):
            after_blank = True
            continue
        bullet = _BULLET.match(line.text)
        if bullet or after_blank:
            found.append(Value(line.number, bullet["text"] if bullet else text))
        else:
            found[-1] = Value(found[-1].number, f"{found[-1].written}\n{text}")
        after_blank = False
    return found


def read_labelled(lines: Sequence[TextLine], words: Words) -> tuple[dict[str, list[Value]], list[TextLine]]:
    """Values by key in the order of the text, and the lines that belong to no known label.

    Lines that directly follow a value belong to it, until a blank line or the next bullet.
    """
    found: dict[str, list[Value]] = {}
    rest: list[TextLine] = []
    current: list[Value] | None = None
    for line in lines:
        bullet = _BULLET.match(line.text)
        labelled_line = _LABEL.match(bullet["text"] if bullet else line.text.strip())
        key = words.key(labelled_line["label"]) if labelled_line else None
        if labelled_line and key:
            current = found.setdefault(key, [])
            current.append(Value(line.number, _value(labelled_line["label"], labelled_line["value"])))
        elif current and line.text.strip() and not bullet:
            current[-1] = Value(current[-1].number, f"{current[-1].written}\n{line.text.strip()}".lstrip("\n"))
        else:
            current = None
            rest.append(line)
    return found, rest


def text_of(values: Mapping[str, list[Value]], key: str) -> str:
    """The value of a label; several are joined by line breaks, none is empty."""
    return "\n".join(value.text for value in values.get(key, []))


def _value(label: str, value: str) -> str:
    """Without the end of bold print that began in the label (`**label:** value`)."""
    value = value.strip()
    return value.removeprefix("**").strip() if label.count("**") == 1 else value
