"""Notes of an interview or a meeting as voices: every bullet and every paragraph is one, with its line."""

import re

from mlew.documents.block import heading
from mlew.documents.bullets import read_bullets
from mlew.documents.defect import defect
from mlew.documents.line import TextLine, text_lines
from mlew.domain.base import Locale
from mlew.domain.evidence import Origin, OriginKind, Remark
from mlew.domain.feedback_session import Population

MOST_VOICES = 2000
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff]")
_QUOTED = re.compile(r"^[\s>]*>\s?")


def read_notes(
    text: str,
    locale: Locale,
    *,
    file: str,
    kind: OriginKind = "interview",
    tester: str = "",
    population: Population = "internal",
    mock: str = "",
) -> tuple[Remark, ...]:
    """Remarks without ids. Headings are none themselves. Raises InputError if nothing is left."""
    lines = [TextLine(n, _QUOTED.sub("", _INVISIBLE.sub("", line))) for n, line in enumerate(text_lines(text), 1)]
    lines = [line._replace(text="") if heading(line.text) else line for line in lines]
    found = tuple(
        Remark(
            id="",
            text=value.text,
            origin=Origin(kind=kind, place=f"{file}:{value.number}"),
            tester=tester,
            population=population,
            mock=mock,
        )
        for value in read_bullets(lines)
        if value.text
    )
    if not found:
        raise defect(locale, "no-voice", 0)
    if len(found) > MOST_VOICES:
        raise defect(locale, "too-large", 0, what="発言" if locale == "ja" else "voices", most=MOST_VOICES)
    return found
