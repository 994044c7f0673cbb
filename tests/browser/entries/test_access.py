"""What holds for every part: axe finds nothing, nothing is cut off sideways, hostile text stays text."""

from datetime import date
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from mlew.domain.base import Locale
from mlew.domain.mock_spec import Theme
from mlew.domain.screen_parts import (
    CalendarPart,
    CompareOption,
    ComparePart,
    Day,
    FormPart,
    InputField,
    Item,
    ListDetailPart,
    Part,
    Sample,
    UploadPart,
    WizardPage,
    WizardPart,
)
from tests.browser.axe import findings
from tests.browser.entries.conftest import OpenPart, go_on
from tests.mocks.entry_parts import PARTS

KINDS = ("form", "wizard", "calendar", "upload", "list_detail", "compare")
LOOKS: tuple[tuple[Locale, bool, Literal["light", "dark"], Theme], ...] = (
    ("ja", True, "light", "warm"),
    ("ja", False, "dark", "clear"),
    ("en", False, "light", "bold"),
    ("en", True, "dark", "calm"),
)
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik" * 3
MARKUP = "<img src=x onerror=alert(1)><b>\"'</b>{{ 7*7 }}\u202e"


def stir(page: Page, kind: str) -> None:
    """Something else to look at than the first sight."""
    if kind == "wizard":
        page.locator("[data-next]").click()
        return
    if kind == "calendar":
        page.locator("[data-month]:visible [data-full]").first.click()
        expect(page.locator("[data-loading]")).to_be_hidden()
    if kind == "upload":
        page.locator("[data-sample]").first.click()
        expect(page.locator("[data-finding]:visible progress")).to_be_hidden()
    if kind == "list_detail":
        page.locator("[data-entry]").first.click()
        page.locator("[data-choose]:visible").click()
    if kind in {"form", "compare"}:
        go_on(page)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(
    open_part: OpenPart, kind: str, look: tuple[Locale, bool, Literal["light", "dark"], Theme]
) -> None:
    locale, phone, scheme, theme = look
    page = open_part(PARTS[locale][kind], locale, phone=phone, scheme=scheme, theme=theme)
    assert findings(page) == []
    stir(page, kind)
    assert findings(page) == []


@pytest.mark.parametrize("look", LOOKS)
def test_a_button_under_the_pointer_can_be_read(
    open_part: OpenPart, look: tuple[Locale, bool, Literal["light", "dark"], Theme]
) -> None:
    locale, _, scheme, theme = look
    page = open_part(PARTS[locale]["form"], locale, phone=False, scheme=scheme, theme=theme)
    button = page.locator(".button:not(.quiet):visible").first
    before = button.evaluate("(it) => getComputedStyle(it).backgroundColor")
    button.hover()
    assert button.evaluate("(it) => getComputedStyle(it).backgroundColor") != before
    assert findings(page) == []


def hostile(text: str) -> dict[str, Part]:
    """Every part with the same text everywhere."""
    field = InputField(id="a", label=text, hint=text, placeholder=text, unit=text, input="number", minimum=1)
    pick = InputField(id="b", label=text, input="radio", options=(text, text + "2"), required=True)
    return {
        "form": FormPart(fields=(field, pick), error=text),
        "wizard": WizardPart(pages=(WizardPage(title=text, fields=(field, pick)),) * 2),
        "calendar": CalendarPart(label=text, days=(Day(day=date(2027, 4, 12), times=(text,)),), choose=text),
        "upload": UploadPart(label=text, accepts=(text,), samples=(Sample(name=text, size=text, finding=text),)),
        "list_detail": ListDetailPart(items=(Item(title=text, summary=text, tags=(text,), body=text),), choose=text),
        "compare": ComparePart(
            criteria=(text, text),
            options=tuple(CompareOption(name=text, note=text, values=(text, text)) for _ in range(3)),
            choose=text,
        ),
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [320, 1280])
def test_very_long_words_do_not_widen_the_page(open_part: OpenPart, kind: str, width: int) -> None:
    page = open_part(hostile(LONG)[kind])
    page.set_viewport_size({"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("kind", KINDS)
def test_markup_stays_text(open_part: OpenPart, kind: str) -> None:
    page = open_part(hostile(MARKUP)[kind])
    expect(page.get_by_text("<img src=x onerror=alert(1)>").first).to_be_attached()
    assert page.locator("main img").count() == 0
    assert "\u202e" not in page.content()
