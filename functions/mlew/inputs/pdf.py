"""PDF: text of its pages, and the pages themselves as pictures."""

from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from PIL import Image

from mlew.documents.file_defect import FileDefect
from mlew.domain.customer import CustomerSheet
from mlew.inputs.page_lines import page_lines
from mlew.inputs.page_sheet import read_page
from mlew.inputs.picture import LONG_SIDE, MAX_PICTURES
from mlew.inputs.sheet_page import SheetPage, choose_sheets

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
            texts=tuple(text for page in pages for text in (page.title, *page.texts)),
        )
    finally:
        document.close()


def _page(document: Any, number: int) -> SheetPage:
    page = document[number - 1]
    width, height = page.get_size()
    return read_page(page_lines(page), number=number, width=width, height=height)


def _drawn(document: Any, number: int) -> Image.Image:
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(LONG_SIDE / max(width, height, 1.0), 4.0)
    drawn: Image.Image = page.render(scale=scale).to_pil()
    return drawn
