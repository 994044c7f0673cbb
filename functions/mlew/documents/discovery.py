"""The discovery folder's README.md: all that a workshop has made, in the sections that teams know, and back."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mlew.documents import render
from mlew.documents.block import block, unblock
from mlew.documents.embedding import documents_in, embed, read_embedded, scope_of
from mlew.documents.inline import inline
from mlew.documents.line import TextLine, text_lines
from mlew.documents.page import Section, document, section, sections
from mlew.documents.words import Words
from mlew.domain.artifact import TEAM, Artifact, ArtifactKind, Body
from mlew.domain.base import Locale
from mlew.errors import InputError

SECTIONS = Words(
    listen=("Listen", "Listen"),
    define=("Define", "Define"),
    invent=("Invent", "Invent"),
    refine=("Refine", "Refine"),
    iterate=("Test/Iterate", "Test/Iterate", "Test & Iterate", "Test and Iterate", "Iterate"),
    other=("どのフェーズにも入らないメモ", "Notes beside the phases"),
)
_ANY = Words()
"""Only headings of level 1 and 2 begin a section here: documents below have headings of the same names."""
SECTION_KINDS: dict[str, tuple[ArtifactKind, ...]] = {
    "listen": ("journey",),
    "define": ("questions",),
    "invent": ("solutions", "inventions"),
    "refine": ("press_release",),
    "iterate": ("mock_spec", "iteration"),
}
Key = tuple[ArtifactKind, str]


class Discovery(NamedTuple):
    """What a README holds. `bodies`: by kind and scope; `rehearsed`: those that the rehearsal model wrote.

    `leftovers`: text that is no artifact, Markdown; `problems`: why a section could not be read (it is left over).
    """

    bodies: Mapping[Key, Body]
    rehearsed: frozenset[Key] = frozenset()
    leftovers: str = ""
    problems: tuple[str, ...] = ()


def render_discovery(artifacts: Sequence[Artifact], locale: Locale, *, title: str, leftovers: str = "") -> str:
    """README.md of these artifacts: the newest version of each, pairs in the order given. Day0 is no part of it."""
    return document(
        f"# {inline(title) or 'Discovery'}",
        *(
            section(
                SECTIONS(phase, locale),
                *(_embedded(artifact, locale) for kind in kinds for artifact in artifacts if artifact.kind == kind),
            )
            for phase, kinds in SECTION_KINDS.items()
        ),
        section(SECTIONS("other", locale), block(leftovers, _ANY)),
    )


def read_discovery(text: str, locale: Locale, *, pair: str = "") -> Discovery:
    """Artifacts of a README, ours or made by hand. `pair`: whose a document is that does not say so itself.

    A section that cannot be read is left over with the reason; nothing is lost and nothing raised.
    """
    lines = [TextLine(n, line) for n, line in enumerate(text_lines(text), 1)]
    before, *found = sections(lines, _ANY, depth=2)
    bodies: dict[Key, Body] = {}
    rehearsed: set[Key] = set()
    left = [unblock([line.text for line in before.lines])]
    problems: list[str] = []
    for part in found:
        phase = SECTIONS.key(part.title)
        if phase is None or phase == "other":
            left.append(_leftover(part, titled=phase is None and part.level > 1))
            continue
        for found_document in documents_in(part, SECTION_KINDS[phase]):
            written = found_document.text
            try:
                kind, body = read_embedded(found_document, SECTION_KINDS[phase], locale, pair)
            except InputError as error:
                problems.append(f"{part.title}: {error.message}")
                left.append(f"## {part.title}\n\n{written}")
                continue
            key = (kind, scope_of(body))
            if key in bodies:
                left.append(f"## {part.title}\n\n{written}")
                continue
            bodies[key] = body
            rehearsed |= set() if found_document.notice is None else {key}
    return Discovery(bodies, frozenset(rehearsed), "\n\n".join(filter(None, left)), tuple(problems))


def merged(readings: Sequence[Discovery], locale: Locale) -> Discovery:
    """Several pairs' READMEs as one workshop: the first of the team's artifacts stands, others are left over.

    Raises InputError if two of them hold different documents of the same pair.
    """
    bodies: dict[Key, Body] = {}
    left = [reading.leftovers for reading in readings]
    for reading in readings:
        for key, body in reading.bodies.items():
            kept = bodies.setdefault(key, body)
            if kept != body and key[1] == TEAM:
                left.append(render(body, locale).strip())
            elif kept != body:
                raise _two_of(key)
    rehearsed = frozenset[Key]().union(*(reading.rehearsed for reading in readings))
    problems = tuple(problem for reading in readings for problem in reading.problems)
    return Discovery(bodies, rehearsed, "\n\n".join(filter(None, left)), problems)


def _embedded(artifact: Artifact, locale: Locale) -> str:
    scope = scope_of(artifact.body)
    return embed(render(artifact.body, locale), locale, pair=scope, rehearsed=artifact.provenance.rehearsed)


def _leftover(part: Section, *, titled: bool) -> str:
    text = unblock([line.text for line in part.lines])
    return f"{'#' * part.level} {part.title}\n\n{text}".strip() if titled else text


def _two_of(key: Key) -> InputError:
    kind, pair = key
    return InputError.told("import.unlike", pair=pair, kind=kind)
