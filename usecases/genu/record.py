"""A workshop's documents in one text of limited size: what is too long is cut at a line, and says so."""

import unicodedata
from collections.abc import Sequence

from mlew.domain.base import Line, Locale, Model
from usecases.genu.harmless import harmless
from usecases.genu.words import words

_JOINER = "\u200d"


class Document(Model):
    """Markdown. `section`: heading under which it stands ("" = none); `name`: where all of it can be seen."""

    section: str
    name: Line
    text: str


def record_of(documents: Sequence[Document], locale: Locale, limit: int) -> str:
    """Safe for GenU and at most `limit` bytes of UTF-8, which is some hundreds for each document or more.

    Documents larger than their fair share are cut. A share is the same for all; what small documents leave over
    goes to the large ones.
    """
    texts = [harmless(document.text.strip("\n")) for document in documents]
    heads = _heads(documents)
    share = _share([len(text.encode()) for text in texts], limit - sum(len(head.encode()) + 4 for head in heads))
    cut = [_cut(text, harmless(document.name), locale, share) for document, text in zip(documents, texts, strict=True)]
    return "\n\n".join(part for pair in zip(heads, cut, strict=True) for part in pair if part)


def _heads(documents: Sequence[Document]) -> list[str]:
    """A section's heading before its first document."""
    before = ["", *(document.section for document in documents)]
    return [
        f"## {document.section}" if document.section and document.section != last else ""
        for document, last in zip(documents, before, strict=False)
    ]


def _share(sizes: Sequence[int], limit: int) -> int:
    """The largest size that all may have together within the limit."""
    left = max(0, limit)
    for number, size in enumerate(sorted(sizes)):
        fair = left // (len(sizes) - number)
        if size > fair:
            return fair
        left -= size
    return max(sizes, default=0)


def _cut(text: str, name: str, locale: Locale, limit: int) -> str:
    if len(text.encode()) <= limit:
        return text
    lines = text.split("\n")
    notice = words(locale).shortened.format(lines=len(lines), name=name)
    room = limit - len(notice.encode()) - 2
    kept: list[str] = []
    for line in lines:
        size = len(line.encode()) + 1
        if size > room:
            break
        kept.append(line)
        room -= size
    else:
        return text
    if not kept:
        kept = [beginning(lines[0], room)]
        lines = ["", *lines]
    rest = words(locale).shortened.format(lines=len(lines) - len(kept), name=name)
    return "\n".join([*kept, "", rest]).strip("\n")


def beginning(line: str, limit: int) -> str:
    """As many whole characters as fit into `limit` bytes; what belongs together on the screen stays together."""
    end = len(line.encode()[: max(0, limit)].decode("utf-8", "ignore"))
    while 0 < end < len(line) and _belongs(line, end):
        end -= 1
    return line[:end]


def _belongs(line: str, at: int) -> bool:
    """Whether the character at this place is part of the one before."""
    here, before = line[at], line[at - 1]
    joined = unicodedata.category(here) in ("Mn", "Me", "Mc") or _JOINER in (here, before)
    return joined or "\U0001f3fb" <= here <= "\U0001f3ff" or (_flag(here) and _flag(before))


def _flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
