"""PDF: text by its place on the page, pages as pictures, scans as pictures only."""

import io
from pathlib import Path

import pytest
from PIL import Image

from mlew.inputs.pdf import read_pdf
from tests.unit.inputs.deck import picture, text_pdf

FILES = Path(__file__).parent / "files"
SHEET = (
    (40, 40, "Canteen manager"), (300, 250, "Cooks 300 meals by guess"),
    (40, 115, "- Serve all of it"), (480, 115, "1. Looks at the shelves every"), (480, 132, "morning at six"),
    (480, 150, "2. Orders by phone"), (40, 300, "- Twenty years a cook"),
    (60, 90, "Purpose"), (480, 90, "Behaviour"), (40, 275, "Attributes"),
)  # fmt: skip


def test_text_is_assigned_by_place_and_not_by_drawing_order() -> None:
    read = read_pdf(text_pdf(SHEET), file="customer.pdf")
    sheet = read.sheets[0]
    assert sheet.title == "Canteen manager"
    assert sheet.summary == "Cooks 300 meals by guess"
    assert sheet.purpose == ("Serve all of it",)
    assert sheet.behaviour == ("Looks at the shelves every morning at six", "Orders by phone")
    assert sheet.attributes == ("Twenty years a cook",)
    assert read.defects == ()


def test_every_used_page_is_drawn_within_the_long_side() -> None:
    ((number, image),) = read_pdf(text_pdf(SHEET), file="customer.pdf").pictures
    assert number == 1
    assert max(image.size) == 1568


def test_a_gigantic_page_is_drawn_small() -> None:
    ((_, image),) = read_pdf(text_pdf(SHEET, size=(14_400, 14_400)), file="customer.pdf").pictures
    assert max(image.size) <= 1568


def test_a_scan_has_a_picture_and_no_sheet() -> None:
    out = io.BytesIO()
    Image.open(io.BytesIO(picture(600, 400))).save(out, "PDF")
    read = read_pdf(out.getvalue(), file="customer.pdf")
    assert (read.sheets, read.defects, len(read.pictures)) == ((), (), 1)


def test_a_page_without_boxes_is_kept_as_text() -> None:
    read = read_pdf(text_pdf([(40, 40, "About her"), (40, 120, "Cooks by guess")]), file="customer.pdf")
    assert "Cooks by guess" in read.sheets[0].extra
    assert [d.rule for d in read.defects] == ["no-boxes"]


def test_a_password_is_named() -> None:
    read = read_pdf((FILES / "encrypted.pdf").read_bytes(), file="customer.pdf")
    assert [d.rule for d in read.defects] == ["file-encrypted"]


def test_a_lock_against_printing_does_not_keep_us_out() -> None:
    assert len(read_pdf((FILES / "print_locked.pdf").read_bytes(), file="customer.pdf").pictures) == 1


def test_a_broken_file_raises_what_the_folder_reader_catches() -> None:
    with pytest.raises(RuntimeError):
        read_pdf(b"%PDF-1.7 and then nothing", file="customer.pdf")
