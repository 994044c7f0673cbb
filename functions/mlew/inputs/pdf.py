"""PDF: text of its pages, and the pages themselves as pictures."""

from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from PIL import Image

from mlew.documents.customer_file import sheet_from_lines
from mlew.documents.customer_sections import title_of
from mlew.documents.file_defect import FileDefect
from mlew.documents.file_labels import CUSTOMER_LABELS, labelled
from mlew.documents.markdown_lines import SourceLine, split_lines
from mlew.domain.customer import CustomerSheet
from mlew.inputs.picture import LONG_SIDE, MAX_PICTURES
from mlew.inputs.sheet_page import SheetPage, choose_sheets, count_labels

_PASSWORD_NEEDED = 4
"""FPDF_ERR_PASSWORD of PDFium."""

_MOST_PAGES = 100


@dataclass(frozen=True)
class PdfPages:
    """`pictures`: (number of the page, page drawn) of every used page."""

    sheets: tuple[CustomerSheet, ...] = ()
    pictures: tuple[tuple[int, Image.Image], ...] = ()
    defects: tuple[FileDefect, ...] = ()
    texts: tuple[str, ...] = ()


def read_pdf(data: bytes, *, file: str) -> PdfPages:
    """Read a PDF. A page without text is a scan and is used as a picture only. Broken files raise PdfiumError."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_NEEDED:
            return PdfPages(defects=(FileDefect(rule="file-encrypted", file=file),))
        raise
    try:
        pages = [_page(document, number) for number in range(1, min(len(document), _MOST_PAGES) + 1)]
        choice = choose_sheets([p for p in pages if p.has_text] or pages, file=file, place="page")
        scans = [page.number for page in pages if not page.has_text]
        used = sorted({*choice.pages, *scans})[:MAX_PICTURES]
        return PdfPages(
            sheets=choice.sheets,
            pictures=tuple((number, _drawn(document, number)) for number in used),
            defects=choice.defects,
            texts=tuple(text for page in pages for text in page.texts),
        )
    finally:
        document.close()


def _page(document: Any, number: int) -> SheetPage:
    text = document[number - 1].get_textpage().get_text_range()
    lines = [line.rstrip() for line in split_lines(text.replace("\0", ""))]
    shown = [line for line in lines if line.strip()]
    title = shown[0].strip() if shown and not labelled(SourceLine(1, shown[0]), CUSTOMER_LABELS) else ""
    body = shown[1:] if title else shown
    sheet = sheet_from_lines(body)
    return SheetPage(
        number=number,
        title=title,
        texts=tuple(shown),
        sheet=sheet.model_copy(update={"title": sheet.title or title_of(title)}),
        labels=count_labels(body),
    )


def _drawn(document: Any, number: int) -> Image.Image:
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(LONG_SIDE / max(width, height, 1.0), 4.0)
    drawn: Image.Image = page.render(scale=scale).to_pil()
    return drawn
