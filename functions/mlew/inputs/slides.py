"""PowerPoint files: the filled customer sheets in them, and the pictures beside."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from pptx import Presentation

from mlew.documents.file_defect import FileDefect
from mlew.domain.customer import CustomerSheet
from mlew.inputs.sheet_page import choose_sheets
from mlew.inputs.slide_boxes import SlidePicture, boxes_of
from mlew.inputs.slide_sheet import read_slide

_MOST_ENTRIES = 5_000
_MOST_BYTES = 300_000_000
_HIGHEST_RATIO = 200
_RATIO_COUNTS_FROM = 20_000_000
_MOST_SLIDES = 100
_DEFAULT_HEIGHT = 6_858_000


@dataclass(frozen=True)
class Slides:
    """`pictures`: (number of the slide, picture) in order. `texts`: all text, to tell the language."""

    sheets: tuple[CustomerSheet, ...] = ()
    pictures: tuple[tuple[int, SlidePicture], ...] = ()
    defects: tuple[FileDefect, ...] = ()
    texts: tuple[str, ...] = ()


def read_slides(data: bytes, *, file: str) -> Slides:
    """Read a .pptx. Hidden slides do not count. Broken files raise whatever the parser raises."""
    refused = _refusal(data)
    if refused:
        return Slides(defects=(FileDefect(rule=refused, file=file),))
    deck = Presentation(io.BytesIO(data))
    height = float(deck.slide_height or _DEFAULT_HEIGHT)
    pages, pictures = [], []
    for number, slide in enumerate(deck.slides, 1):
        if number > _MOST_SLIDES:
            break
        if slide.element.get("show") == "0":
            continue
        boxes, found = boxes_of(slide.shapes)
        pages.append(read_slide(boxes, number=number, height=height))
        pictures += [(number, picture) for picture in found]
    choice = choose_sheets(pages, file=file, place="slide")
    used = tuple((n, p) for n, p in _once(pictures) if n in choice.pages)
    texts = tuple(t for page in pages for t in (page.title, *page.texts))
    defects = choice.defects
    if not choice.sheets and not used and not defects:
        defects = (FileDefect(rule="customer-empty", file=file),)
    return Slides(choice.sheets, used, defects, texts)


def _refusal(data: bytes) -> str:
    """Look at the table of contents before anything is unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        return "file-encrypted"
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    bomb = unpacked > _RATIO_COUNTS_FROM and unpacked / packed > _HIGHEST_RATIO
    if len(entries) > _MOST_ENTRIES or unpacked > _MOST_BYTES or bomb:
        return "zip-bomb"
    if not any(entry.filename.startswith("ppt/") for entry in entries):
        return "not-slides"
    return ""


def _once(pictures: list[tuple[int, SlidePicture]]) -> Iterator[tuple[int, SlidePicture]]:
    seen: set[tuple[int, bytes]] = set()
    for number, picture in pictures:
        if (number, picture.data) not in seen:
            seen.add((number, picture.data))
            yield number, picture
