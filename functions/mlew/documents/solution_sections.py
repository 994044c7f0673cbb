"""Where solutions begin and end in `solutions.md`, and what in a section belongs to which field."""

import re
from dataclasses import dataclass, field

from mlew.documents.file_labels import SOLUTION_LABELS, labelled, table_cells
from mlew.documents.markdown_lines import SourceLine, bullet_length, outdent, unprotect

_SPACED_COLON = re.compile(r"(?<!\\)[ 　]+[:：][ 　]+")
_COLON = re.compile(r"(?<!\\)(?::(?!//)|：)")
_CLOSING_MARKS = re.compile(r"(?<!\\)[ \t]+##+$")


@dataclass
class FieldText:
    """Text behind one label; `line`: where the label stands; `end`: the last line of its text."""

    name: str
    line: int
    end: int
    texts: list[str] = field(default_factory=list)


@dataclass
class SolutionSection:
    """A section with at least one label."""

    line: int
    name: str
    origin: str
    fields: list[FieldText]
    extra: str

    def text(self, name: str) -> str:
        """Everything that the section says behind this label."""
        parts = ("\n".join(f.texts).strip() for f in self.fields if f.name == name)
        return "\n".join(p for p in parts if p)


def cut(lines: list[SourceLine]) -> tuple[list[SolutionSection], list[list[SourceLine]]]:
    """Sections that are solutions, and the rest as runs of lines: before, between and after them."""
    level = _solution_level(lines)
    starts = [i for i, line in enumerate(lines) if 0 < line.level <= level and not _is_label(line)]
    found: list[SolutionSection] = []
    prose: list[list[SourceLine]] = []
    for start, end in zip([0, *starts], [*starts, len(lines)], strict=True):
        part = lines[start:end]
        if part and part[0].level == level and _has_label(part[1:]):
            found.append(_read(part))
        else:
            prose.append(part)
    return found, prose


def split_name(title: str) -> tuple[str, str]:
    """ "name : origin" in its parts. A colon without blanks counts too; an escaped one belongs to the name."""
    title = _CLOSING_MARKS.sub("", title).strip()
    match = _SPACED_COLON.search(title) or _COLON.search(title)
    name, origin = (title[: match.start()], title[match.end() :]) if match else (title, "")
    return unprotect(name.strip()).replace("\\:", ":").replace("\\：", "：").replace("\\#", "#"), origin.strip()


def _is_label(line: SourceLine) -> bool:
    return labelled(line, SOLUTION_LABELS) is not None


def _has_label(lines: list[SourceLine]) -> bool:
    return any(_is_label(line) or _row_label(line) for line in lines)


def _solution_level(lines: list[SourceLine]) -> int:
    """The level of headings below which labels stand most often; METHOD's `##` if none has any."""
    counts = dict.fromkeys((2, 3, 1, 4), 0)
    current = 0
    for line in lines:
        if line.level and not _is_label(line):
            current = line.level
        elif current in counts and (_is_label(line) or _row_label(line)):
            counts[current] += 1
            current = 0
    return max(counts, key=lambda level: counts[level])


def _row_label(line: SourceLine) -> str:
    cells = () if line.fenced else table_cells(line.text)
    if len(cells) < 2:
        return ""
    found = labelled(SourceLine(line.number, cells[0]), SOLUTION_LABELS)
    return found.field if found and not found.value else ""


def _read(lines: list[SourceLine]) -> SolutionSection:
    name, origin = split_name(lines[0].title)
    section = SolutionSection(lines[0].number, name, origin, [], "")
    extra: list[str] = []
    current: FieldText | None = None
    indent, gap = 0, False
    for line in lines[1:]:
        label = labelled(line, SOLUTION_LABELS)
        row = "" if label else _row_label(line)
        if label:
            current = FieldText(label.field, line.number, line.number, [label.value] if label.value else [])
            indent = 0 if line.level else label.indent
            section.fields.append(current)
        elif row:
            value = " | ".join(table_cells(line.text)[1:])
            section.fields.append(FieldText(row, line.number, line.number, re.split(r"<br ?/?>", value)))
            current = None
        elif (line.blank and not line.fenced) or line.rule:
            gap = True
            extra += [""] if current is None else []
            continue
        elif current is not None and _continues(line, current, indent, gap=gap):
            current.texts.append(unprotect(outdent(line.text, indent + 2)))
            current.end = line.number
        else:
            current = None
            extra.append(unprotect(line.text))
        gap = False
    section.extra = "\n".join(extra).strip("\n")
    return section


def _continues(line: SourceLine, current: FieldText, indent: int, *, gap: bool) -> bool:
    if not current.texts or (line.fenced and not gap):
        return True
    return line.indent >= indent + 2 or (not gap and line.level == 0 and bullet_length(line.text) == 0)
