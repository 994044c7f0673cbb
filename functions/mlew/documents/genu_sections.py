"""Where answers of steps begin and end in what people pasted, whatever levels their headings have."""

import re
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from mlew.documents.block import fenced
from mlew.documents.bullets import read_labelled
from mlew.documents.discovery import SECTION_KINDS, SECTIONS
from mlew.documents.genu_text import Headline, headline, structured
from mlew.documents.ids import read_leading
from mlew.documents.line import TextLine
from mlew.documents.solutions import LABELS, TITLES
from mlew.documents.words import Words
from mlew.domain.artifact import ArtifactKind

_DELIMITED = re.compile(r"\s*(?:[:：(（|｜]|\s[–—-]+\s)")
_OF = re.compile(r"\s+[–—-]+\s+|\s*[:：]\s*|\s*[(（]")
_PLACEHOLDER = re.compile(r"[〔‹](?:ペア|pair)[〕›]", re.IGNORECASE)
_RULE = re.compile(r"^\s*([-*_])(?:\s*\1){2,}\s*$")
_KINDS: tuple[ArtifactKind, ...] = tuple(kind for kinds in SECTION_KINDS.values() for kind in kinds)


class Answer(NamedTuple):
    """What one answer holds. `pair`: as its heading says, or ""; `number`: line where it begins; `level`: of its
    heading, 0 if that has no marks; `lines` without that heading, `written`: all of it as it was pasted."""

    kind: ArtifactKind
    pair: str
    number: int
    level: int
    lines: list[TextLine]
    written: str


class Cut(NamedTuple):
    """`beside`: runs of lines that belong to no answer."""

    answers: list[Answer]
    beside: list[list[TextLine]]


class _Begin(NamedTuple):
    """A line that begins an answer. `kind` is None if it names the phase only."""

    phase: str
    kind: ArtifactKind | None
    level: int
    pair: str
    text: str = ""


def cut_answers(lines: Sequence[TextLine]) -> Cut:
    """All lines are in one of the two, but for headings that name a phase or a document."""
    inside = fenced([line.text for line in lines])
    result = Cut([], [])
    begin: _Begin | None = None
    taken: list[TextLine] = []
    for index, line in enumerate(lines):
        found = None if index in inside else headline(line.text)
        after = lines[index + 1 :]
        begins = _begins(found, begin, after) if found else None
        if begins or (found and begin and _ends(found, begin, after)):
            _put(result, begin, taken)
            begin, taken = (begins._replace(text=line.text) if begins else None), []
        if begins is None:
            taken.append(line)
    _put(result, begin, taken)
    return result


def titles_of(kind: ArtifactKind) -> Words:
    """The headings that a document of this kind has."""
    titles: Words = import_module(f"mlew.documents.{kind}").TITLES
    return titles


def named(title: str) -> tuple[str, str]:
    """Name of a document and the pair behind it, of a heading such as `Inventions – B`."""
    name, *rest = _OF.split(title, maxsplit=1)
    pair = "".join(rest).rstrip(")） ")
    return name, "" if _PLACEHOLDER.fullmatch(pair) else pair


def _begins(found: Headline, begin: _Begin | None, after: Sequence[TextLine]) -> _Begin | None:
    """The answer that begins with this heading, seen from the one that is open."""
    if begin and begin.kind and titles_of(begin.kind).key(found.title) not in {None, "title"}:
        return None
    kind = next((kind for kind in _KINDS if titles_of(kind).key(named(found.title)[0]) == "title"), None)
    if kind and (found.level or _next(after)):
        phase = next(phase for phase, kinds in SECTION_KINDS.items() if kind in kinds)
        return _Begin(phase, kind, found.level, named(found.title)[1])
    phase = _phase(found.title)
    return _Begin(phase, None, found.level, "") if phase else None


def _phase(title: str) -> str:
    """Its key, for `Listen`, `Listen: who is the customer` and the like; "" for other titles."""
    whole = SECTIONS.key(title)
    if whole:
        return "" if whole == "other" else whole
    delimited = _DELIMITED.search(title)
    return _phase(title[: delimited.start()]) if delimited and delimited.start() else ""


def _ends(found: Headline, begin: _Begin, after: Sequence[TextLine]) -> bool:
    """True if a heading is none of the open answer: of a higher level, or of the same and nothing of ours below."""
    if not found.level or not begin.level:
        return False
    if begin.kind and titles_of(begin.kind).key(found.title) is not None:
        return False
    if any(kind_of.key(found.title) for kind_of in map(titles_of, SECTION_KINDS[begin.phase])):
        return False
    if found.level != begin.level:
        return found.level < begin.level
    return read_leading(found.title)[0] is None and not _labelled(after)


def _labelled(after: Sequence[TextLine]) -> bool:
    line = _next(after)
    return line is not None and re.match(r"^\s*[-*・]\s*[^:：]{1,40}[:：]", line) is not None


def _next(after: Sequence[TextLine]) -> str | None:
    """The next line that is not blank, if it has structure."""
    text = next((line.text for line in after if line.text.strip()), "")
    return text if structured(text) or headline(text) else None


def _put(result: Cut, begin: _Begin | None, lines: list[TextLine]) -> None:
    if begin is None or not any(structured(line.text) or headline(line.text) for line in lines):
        result.beside.append(lines)
        return
    kind = begin.kind or _kind_in(begin.phase, lines)
    own, closing = _without_closing_words(kind, lines)
    written = "\n".join([begin.text, *(line.text for line in own)]).strip("\n")
    result.answers.append(Answer(kind, begin.pair, lines[0].number, begin.level, own, written))
    if closing:
        result.beside.append(closing)


def _kind_in(phase: str, lines: Sequence[TextLine]) -> ArtifactKind:
    """Of Invent: ratings of solutions, or inventions."""
    kinds = SECTION_KINDS[phase]
    if phase != "invent":
        return kinds[-1]
    team = any(TITLES.key(found.title) == "team" for line in lines if (found := headline(line.text)))
    cells = {LABELS.key(cell) for line in lines if "|" in line.text for cell in line.text.split("|")}
    rated = {*read_labelled(lines, LABELS)[0], *cells} & {"difficulty_reason"}
    return "solutions" if team or rated else "inventions"


def _without_closing_words(kind: ArtifactKind, lines: list[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """Without what a model says when it has finished: behind the last rule, or in paragraphs behind the last list."""
    inside = fenced([line.text for line in lines])
    last_rule = max((n for n, line in enumerate(lines) if n not in inside and _RULE.match(line.text)), default=None)
    if last_rule is not None and not any(
        headline(line.text) or line.text.lstrip().startswith("|") for line in lines[last_rule + 1 :]
    ):
        own, closing = _without_closing_words(kind, lines[:last_rule])
        return own, [*closing, *lines[last_rule + 1 :]]
    if kind == "press_release":
        return lines, []
    last = max((n for n, line in enumerate(lines) if structured(line.text) or n in inside), default=-1)
    blank = next((n for n in range(last + 1, len(lines)) if not lines[n].text.strip()), len(lines))
    return lines[:blank], lines[blank:] if any(line.text.strip() for line in lines[blank:]) else []
