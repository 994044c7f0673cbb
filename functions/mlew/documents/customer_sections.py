"""Where the parts of a customer sheet begin and end in a text."""

import dataclasses
import re
from dataclasses import dataclass

from mlew.documents.file_labels import CUSTOMER_LABELS, LabelledLine, labelled, protected
from mlew.documents.markdown_lines import SourceLine, protect
from mlew.domain.base import Locale

SHEET_TITLES: dict[Locale, str] = {"ja": "顧客シート", "en": "Customer sheet"}
"""Heading of a sheet that has no title of its own."""
_PREFIX = re.compile(rf"^(?:{'|'.join(SHEET_TITLES.values())})[ 　]*(?:[:：][ 　]*|$)", re.IGNORECASE)
_BOX_FIELDS = {"purpose", "behaviour", "attributes"}
_SECTION = 2
_SINGLE_FIELDS = {"product", "title", "summary"}


def title_of(heading: str) -> str:
    """The heading without "Customer sheet:" in front of it."""
    return _PREFIX.sub("", heading.strip())


def heading_of(title: str) -> str:
    """The title as it stands behind "# ", so that reading gives it back."""
    return protect(title) if _PREFIX.match(title) else protected(title, CUSTOMER_LABELS)


@dataclass
class Section:
    """`field` of the sheet that the lines belong to: "" before the first label. `level`: of its heading, or 0."""

    field: str
    level: int = 0
    lines: list[SourceLine] = dataclasses.field(default_factory=list)


def sheet_lines(lines: list[SourceLine]) -> list[list[SourceLine]]:
    """Cut at headings of the first level where a part before and a part after both have boxes."""
    starts = [i for i, line in enumerate(lines) if line.level == 1 and _label(line) is None]
    parts: list[list[SourceLine]] = []
    for start, end in zip([0, *starts], [*starts, len(lines)], strict=True):
        part = lines[start:end]
        if parts and not (_has_boxes(parts[-1]) and _has_boxes(part)):
            parts[-1] = parts[-1] + part
        else:
            parts.append(part)
    return parts


def sections(lines: list[SourceLine]) -> list[Section]:
    """The parts of one sheet in their order."""
    found = [Section("")]
    for line in lines:
        current = found[-1]
        label = _label(line)
        if label is not None and (current.field != "extra" or label.field in _BOX_FIELDS):
            first = [SourceLine(line.number, label.value)] if label.value else []
            found.append(Section(label.field, line.level, first))
        elif line.level == 1 and _may_be_title(found):
            found.append(Section("title", 1, _title_lines(line)))
            found.append(Section(""))
        elif line.level and current.field != "extra" and _closes(line, current):
            found.append(Section("extra", line.level, [line]))
        elif current.field in _SINGLE_FIELDS and _ends_single(line, current):
            found.append(Section("", lines=[line]))
        else:
            current.lines.append(line)
    return found


def unknown_headings(lines: list[SourceLine]) -> list[SourceLine]:
    """Headings of the second level that name no part of a sheet; below "Other" people name their own."""
    found: list[SourceLine] = []
    own = False
    for line in lines:
        if label := _label(line):
            own = label.field == "extra" if line.level else own
        elif line.level == _SECTION and line.title and not own:
            found.append(line)
    return found


def _label(line: SourceLine) -> LabelledLine | None:
    return labelled(line, CUSTOMER_LABELS)


def _has_boxes(lines: list[SourceLine]) -> bool:
    return any(label.field in _BOX_FIELDS for line in lines if (label := _label(line)))


def _may_be_title(found: list[Section]) -> bool:
    return not any(s.field in _BOX_FIELDS or s.field == "extra" or (s.field == "title" and s.lines) for s in found)


def _title_lines(line: SourceLine) -> list[SourceLine]:
    title = title_of(line.title)
    return [SourceLine(line.number, title)] if title else []


def _closes(line: SourceLine, current: Section) -> bool:
    return current.field not in _BOX_FIELDS or current.level == 0 or line.level <= current.level


def _ends_single(line: SourceLine, current: Section) -> bool:
    return line.blank or (line.indent < 2 and bool(current.lines)) or (line.bullet and line.indent < 2)
