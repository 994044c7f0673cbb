"""A slide or page that may hold a customer sheet: is it the guide, the example, the empty form or the real one?

The usual file has one of each. Only what people filled in may reach the workshop.
"""

import re
from collections.abc import Sequence
from typing import Literal

from mlew.documents.customer_file import BOXES, box_defects, is_filled
from mlew.documents.file_defect import FileDefect, PlaceKind
from mlew.documents.file_labels import CUSTOMER_LABELS, labelled
from mlew.documents.markdown_lines import SourceLine
from mlew.domain.base import Model
from mlew.domain.customer import CustomerSheet
from mlew.inputs.template_text import only_template, template_token

PageKind = Literal["sheet", "form", "example", "guide", "other"]
_EXAMPLE = re.compile(
    r"^[\s　]*(?:記入|作成|回答)?(?:例|サンプル|見本)[\s　\d１-９①-⑨]*(?:$|[:：)）】\]/／|｜\-–—])"
    r"|[(（【\[<＜](?:記入|作成)?(?:例|サンプル|見本)[\s　\d]*[)）】\]>＞]|(?:記入例|作成例|サンプル|の例|見本)[\s　]*$"
    r"|^[\s(\[<]*(?:filled[- ]in |worked )?(?:example|sample)(?:\s*\d+)?\s*(?:$|[:：)\]>|–—-])"
    r"|[(\[](?:example|sample)[)\]]",
    re.IGNORECASE,
)
_GUIDE = re.compile(
    r"書き方|記入方法|記入のしかた|記入要領|使い方|ガイド|手引き|作り方|記入のポイント|how to|guide|instruction",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(
    r"(?:書きます|書いてください|書きましょう|記入します|記入しましょう|記述します|記述してください|挙げます|挙げてください)[。.]?$"
    r"|^(?:please )?(?:write|describe|list|enter|fill in|explain|state)\b",
    re.IGNORECASE,
)
_LONGEST_MARK = 20
_FEWEST_LABELS = 2


class SheetPage(Model):
    """What one slide or page says. `labels`: how many of the three boxes it has, filled or not."""

    number: int
    title: str
    texts: tuple[str, ...]
    sheet: CustomerSheet
    labels: int

    @property
    def kind(self) -> PageKind:
        """What the page is for."""
        if _GUIDE.search(self.title):
            return "guide"
        if any(_EXAMPLE.search(line) for line in (self.title, *(t for t in self.texts if len(t) <= _LONGEST_MARK))):
            return "example"
        return self._filled() if self.labels >= _FEWEST_LABELS else "other"

    def _filled(self) -> PageKind:
        entries = box_entries(self.sheet)
        if all(only_template(entry) for entry in entries):
            return "form"
        if sum(bool(_INSTRUCTION.search(entry)) for entry in entries) * 2 > len(entries):
            return "guide"
        return "sheet"

    @property
    def has_text(self) -> bool:
        """True if anything can be read from the page without looking at it."""
        return any(text.strip() for text in (self.title, *self.texts))


class SheetChoice(Model):
    """The sheets of a file, and the numbers of the slides or pages that they or their pictures come from."""

    sheets: tuple[CustomerSheet, ...] = ()
    pages: tuple[int, ...] = ()
    defects: tuple[FileDefect, ...] = ()


def choose_sheets(pages: Sequence[SheetPage], *, file: str, place: PlaceKind) -> SheetChoice:
    """Take filled sheets; without any, say which form is still empty, or take the plain text as it stands."""

    def defect(rule: str, number: int, **values: str) -> FileDefect:
        return FileDefect(rule=rule, file=file, place=place, number=number, values=values)

    filled = [page for page in pages if page.kind == "sheet"]
    if filled:
        defects = [d for page in filled for d in box_defects(page.sheet, defect("no-boxes", page.number))]
        for page in filled:
            token = next((t for e in _written(page.sheet) if (t := template_token(e))), "")
            if token:
                defects.append(defect("template-text", page.number, token=token))
        return SheetChoice(
            sheets=tuple(page.sheet for page in filled), pages=tuple(p.number for p in filled), defects=tuple(defects)
        )
    for kind, rule in (("form", "form-not-filled"), ("example", "only-example"), ("guide", "only-guide")):
        found = [page for page in pages if page.kind == kind]
        if found:
            return SheetChoice(defects=(defect(rule, found[-1].number),))
    return _plain_text(pages, defect("no-boxes", pages[0].number if pages else 0))


def box_entries(sheet: CustomerSheet) -> tuple[str, ...]:
    """All entries of the three boxes."""
    return tuple(entry for box in BOXES for entry in getattr(sheet, box))


def _written(sheet: CustomerSheet) -> tuple[str, ...]:
    return (sheet.title, sheet.product, sheet.summary, *box_entries(sheet))


def count_labels(texts: Sequence[str]) -> int:
    """How many of the three boxes are named in these lines."""
    found = {
        label.field
        for text in texts
        for line in text.split("\n")
        if (label := labelled(SourceLine(0, line), CUSTOMER_LABELS))
    }
    return len(found & set(BOXES))


def _plain_text(pages: Sequence[SheetPage], defect: FileDefect) -> SheetChoice:
    numbers = tuple(page.number for page in pages)
    body = "\n\n".join("\n".join(t for t in (page.title, *page.texts) if t.strip()) for page in pages if page.has_text)
    title = next((page.title for page in pages if page.title.strip()), "")
    sheet = CustomerSheet(title=title, extra=body.strip())
    if not is_filled(sheet):
        return SheetChoice(pages=numbers)
    return SheetChoice(sheets=(sheet,), pages=numbers, defects=(defect,))
