"""Which line of a PDF page belongs to which box of the customer sheet."""

from collections.abc import Sequence

from mlew.documents.customer_file import BOXES, sheet_from_lines
from mlew.documents.customer_sections import title_of
from mlew.documents.file_labels import CUSTOMER_LABELS, labelled
from mlew.documents.markdown_lines import SourceLine, bullet_length
from mlew.domain.customer import CustomerSheet
from mlew.inputs.sheet_page import SheetPage, count_labels
from mlew.inputs.slide_boxes import Box

_TITLE_ZONE = 0.22
_SAME_COLUMN = 0.15
"""Lines of a box start within this share of the page's width from where its label starts."""


def read_page(lines: Sequence[Box], *, number: int, width: float, height: float) -> SheetPage:
    """The page as a sheet; sizes in the unit of the lines."""
    first = lines[0] if lines else None
    has_title = first is not None and first.area.top <= height * _TITLE_ZONE and not _label(first)
    title = first.text if first is not None and has_title else ""
    body = list(lines[1:] if has_title else lines)
    sheet = _unwrapped(sheet_from_lines(_by_label(body, width)))
    return SheetPage(
        number=number,
        title=title,
        texts=tuple(line.text for line in body),
        sheet=sheet.model_copy(update={"title": sheet.title or title_of(title)}),
        labels=count_labels([line.text for line in body]),
    )


def _label(line: Box) -> str:
    found = labelled(SourceLine(0, line.text), CUSTOMER_LABELS)
    return found.field if found else ""


def _by_label(lines: list[Box], width: float) -> list[str]:
    """Lines without a label first, then each label with the lines below it in its column."""
    labels = [line for line in lines if _label(line) in BOXES]
    owned: dict[int, list[str]] = {id(label): [] for label in labels}
    free: list[str] = []
    for line in lines:
        if line in labels:
            continue
        above = [
            label
            for label in labels
            if label.area.top <= line.area.top and abs(label.area.left - line.area.left) <= width * _SAME_COLUMN
        ]
        owner = max(above, key=lambda label: label.area.top, default=None)
        (owned[id(owner)] if owner else free).append(line.text)
    return [*free, *(text for label in labels for text in ("", label.text, *owned[id(label)]))]


def _unwrapped(sheet: CustomerSheet) -> CustomerSheet:
    """Line ends of a PDF are where the page ended, not where the writer ended."""
    boxes = {box: tuple(_joined(entry) for entry in getattr(sheet, box)) for box in BOXES}
    return sheet.model_copy(update={**boxes, "summary": _joined(sheet.summary)})


def _joined(text: str) -> str:
    lines = text.split("\n")
    joined = lines[0]
    for line in lines[1:]:
        if bullet_length(line):
            joined += "\n" + line
        else:
            joined += (" " if joined[-1:].isascii() and line[:1].isascii() else "") + line
    return joined
