"""Questions and answers of a press release: a heading a question, the answer below."""

import re
from collections.abc import Sequence

from mlew.documents.block import block
from mlew.documents.inline import EMPTY, Encoder, decode, inline, readable
from mlew.documents.line import TextLine
from mlew.documents.marks import assumed, read_assumed
from mlew.documents.page import Page, section, sections
from mlew.documents.words import Words
from mlew.domain.base import Locale
from mlew.domain.press_release import Faq

_TOPICS = Words(
    cost=("費用", "cost", "料金"),
    voices=("お客様の声", "voices"),
    difference=("違い", "difference"),
    other=("その他", "other"),
)
_TOPIC = re.compile(r"\s*[\[［【](?P<topic>[^\[\]［］【】]*)[\]］】]\s*$")
_PREFIX = re.compile(r"^Q\s*\d*\s*[.:：．、)]\s*", re.IGNORECASE)
_ASKED = re.compile(r"^[-*_\s・>]*Q\s*\d*\s*[.:：．、)][*_\s]*(?P<question>\S.*?)[*_\s]*$", re.IGNORECASE)
_ANSWERED = re.compile(r"^[-*_\s・>]*A\s*\d*\s*[.:：．、)][*_\s]*", re.IGNORECASE)
DEPTH = 3


def write_faq(entries: Sequence[Faq], titles: Words, locale: Locale) -> str:
    """`### question [topic] (assumed)` with the answer below."""
    return "\n\n".join(_write(entry, titles, locale) for entry in entries)


def read_faq(page: Page, key: str) -> tuple[Faq, ...]:
    """Entries of a section; what stands before the first question is left over.

    Questions without headings, as in `**Q. …**` and `A. …`, are understood too.
    """
    before, *found = sections(page.lines(key), page.titles, depth=DEPTH)
    entries = [(entry.title, page.text(entry.lines)) for entry in found]
    return tuple(_read(title, answer) for title, answer in [*_unheaded(page, before.lines), *entries])


def _unheaded(page: Page, lines: Sequence[TextLine]) -> list[tuple[str, str]]:
    starts = [(n, found) for n, line in enumerate(lines) if (found := _ASKED.match(line.text))]
    if not starts:
        page.leave(lines)
        return []
    page.leave(lines[: starts[0][0]])
    ends = [n for n, _ in starts[1:]] + [len(lines)]
    answers = [page.text(lines[n + 1 : end]) for (n, _), end in zip(starts, ends, strict=True)]
    return [(found["question"], _ANSWERED.sub("", answer)) for (_, found), answer in zip(starts, answers, strict=True)]


def _read(title: str, answer: str) -> Faq:
    question, topic, is_assumed = _read_heading(title)
    return Faq.model_validate({"topic": topic, "question": question, "answer": answer, "assumed": is_assumed})


def _write(entry: Faq, titles: Words, locale: Locale) -> str:
    def heading(encode: Encoder) -> str:
        written = encode(entry.question) or EMPTY
        if entry.topic != "other":
            word = _TOPICS(entry.topic, locale)
            written += f"［{word}］" if locale == "ja" else f" [{word}]"
        return assumed(written, entry.assumed, locale)

    def reads_back(written: str) -> bool:
        return titles.key(written) is None and _read_heading(written) == (entry.question, entry.topic, entry.assumed)

    title = readable(heading, reads_back, inline)
    return section(title, block(entry.answer, titles, DEPTH), level=DEPTH) or f"{'#' * DEPTH} {title}"


def _read_heading(written: str) -> tuple[str, str, bool]:
    written, is_assumed = read_assumed(written)
    topic = "other"
    found = _TOPIC.search(written)
    key = _TOPICS.key(found["topic"]) if found else None
    if found and key:
        topic, written = key, written[: found.start()]
    return decode(_PREFIX.sub("", written)), topic, is_assumed
