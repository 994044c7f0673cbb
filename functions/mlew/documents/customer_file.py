"""`customer.md`: read leniently into sheets, and written back.

A file holds one sheet, or several that each start with a heading of the first level.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mlew.documents.customer_sections import SHEET_TITLES, Section, heading_of, sections, sheet_lines, unknown_headings
from mlew.documents.file_defect import FileDefect, defect_at_line
from mlew.documents.file_labels import CUSTOMER_LABELS, protected
from mlew.documents.markdown_lines import (
    SourceLine,
    bullet_length,
    outdent,
    protect_comments,
    read_lines,
    split_lines,
    unprotect,
)
from mlew.domain.base import Locale
from mlew.domain.customer import CustomerSheet

BOXES = ("purpose", "behaviour", "attributes")
LABEL_NAMES: dict[Locale, dict[str, str]] = {
    "ja": {
        "product": "プロダクト", "title": "タイトル", "summary": "一言で",
        "purpose": "目的", "behaviour": "行動", "attributes": "属性", "extra": "その他",
    },
    "en": {
        "product": "Product", "title": "Title", "summary": "In one sentence",
        "purpose": "Purpose", "behaviour": "Behaviour", "attributes": "Attributes", "extra": "Other",
    },
}  # fmt: skip
_LONGEST_SUMMARY = 200


@dataclass(frozen=True)
class CustomerFile:
    """What `customer.md` says, and what is wrong with it."""

    sheets: tuple[CustomerSheet, ...]
    defects: tuple[FileDefect, ...] = ()


def parse_customer(text: str, *, file: str = "customer.md") -> CustomerFile:
    """Read sheets. Text without the three boxes is kept in `extra` and reported, so that nothing is lost."""
    sheets: list[CustomerSheet] = []
    defects: list[FileDefect] = []
    for lines in sheet_lines(read_lines(text)):
        sheet = _sheet(sections(lines))
        if is_filled(sheet):
            sheets.append(sheet)
            first = next(line.number for line in lines if not line.blank)
            defects += box_defects(sheet, defect_at_line("no-boxes", file, first))
            defects += [
                defect_at_line("heading-unknown", file, line.number, heading=line.title)
                for line in unknown_headings(lines)
            ]
    if not sheets:
        defects.append(FileDefect(rule="customer-empty", file=file))
    return CustomerFile(tuple(sheets), tuple(defects))


def sheet_from_lines(lines: Sequence[str]) -> CustomerSheet:
    """A sheet from the plain lines of a slide or page, where labels stand between the text."""
    return _sheet(sections(read_lines("\n".join(lines))))


def is_filled(sheet: CustomerSheet) -> bool:
    """True if the sheet says anything beside its title and product."""
    return bool(sheet.summary or sheet.purpose or sheet.behaviour or sheet.attributes or sheet.extra)


def box_defects(sheet: CustomerSheet, where: FileDefect) -> list[FileDefect]:
    """`where` itself if no box was recognised, else one `box-missing` at its place for each empty box."""
    missing = [box for box in BOXES if not getattr(sheet, box)]
    if len(missing) == len(BOXES):
        return [where]
    return [
        where.model_copy(
            update={"rule": "box-missing", "values": {"ja": LABEL_NAMES["ja"][box], "en": LABEL_NAMES["en"][box]}}
        )
        for box in missing
    ]


def render_customer(sheets: Sequence[CustomerSheet], locale: Locale) -> str:
    """Markdown that `parse_customer` reads back without loss."""
    return protect_comments("\n".join(_rendered(sheet, locale) for sheet in sheets))


def _sheet(found: list[Section]) -> CustomerSheet:
    single = {name: _joined(found, name) for name in ("product", "title", "summary")}
    boxes = {box: tuple(e for s in found if s.field == box for e in _entries(s.lines)) for box in BOXES}
    extra = [_verbatim(s.lines) for s in found if s.field == "extra"]
    for section in found:
        if section.field == "":
            summary, rest = _opening(section.lines, take=not single["summary"])
            single["summary"] = single["summary"] or summary
            extra.insert(0, rest)
    text = "\n\n".join(e for e in extra if e.strip())
    return CustomerSheet(**single, **boxes, extra=text)


def _joined(found: list[Section], name: str) -> str:
    return "\n".join(
        "\n".join(unprotect(outdent(line.text, 2)) for line in s.lines).strip() for s in found if s.field == name
    ).strip()


def _opening(lines: list[SourceLine], *, take: bool) -> tuple[str, str]:
    """The first paragraph is the sentence that sums up the sheet, unless it is long or a list."""
    start = next((i for i, line in enumerate(lines) if not line.blank), len(lines))
    end = next((i for i, line in enumerate(lines) if i >= start and line.blank), len(lines))
    paragraph = _verbatim(lines[start:end])
    fits = len(paragraph) <= _LONGEST_SUMMARY and not any(line.bullet for line in lines[start:end])
    return (paragraph, _verbatim(lines[end:])) if take and fits else ("", _verbatim(lines))


def _verbatim(lines: list[SourceLine]) -> str:
    text = "\n".join(unprotect(line.text) for line in lines).strip("\n")
    return text if text.strip() else ""


def _entries(lines: list[SourceLine]) -> tuple[str, ...]:
    """List items, or lines where there is no list. What is indented below an item belongs to it."""
    entries: list[list[str]] = []
    base, listed, gap = 0, False, False
    for line in lines:
        if line.blank or line.rule:
            gap = True
            continue
        length = 0 if line.fenced else bullet_length(line.text)
        base = base if entries else line.indent
        wrapped = listed and not length and not gap
        if entries and (line.indent >= base + 2 or wrapped or line.fenced):
            entries[-1].append(unprotect(outdent(line.text, base + 2)))
        else:
            entries.append([unprotect(line.text[length:])])
            listed = length > 0
        gap = False
    return tuple(text for entry in entries if (text := "\n".join(entry).strip()))


def _rendered(sheet: CustomerSheet, locale: Locale) -> str:
    names = LABEL_NAMES[locale]
    in_heading = sheet.title and "\n" not in sheet.title
    lines = [f"# {heading_of(sheet.title) if in_heading else SHEET_TITLES[locale]}", ""]
    for field in ("title", "product", "summary"):
        value = getattr(sheet, field)
        if value and not (field == "title" and in_heading):
            lines += _item(f"- {names[field]}: ", value)
    for box in BOXES:
        lines += ["", f"## {names[box]}", ""]
        for number, entry in enumerate(getattr(sheet, box), 1):
            mark = f"{number}. " if box == "behaviour" else "- "
            lines += _item(mark, entry)
    if sheet.extra.strip():
        lines += ["", f"## {names['extra']}", ""]
        lines += [protected(line, CUSTOMER_LABELS) if line.strip() else line for line in split_lines(sheet.extra)]
    return "\n".join(lines) + "\n"


def _item(mark: str, value: str) -> list[str]:
    first, *rest = (protected(line, CUSTOMER_LABELS) for line in split_lines(value))
    return [mark + first, *("  " + line for line in rest)]
