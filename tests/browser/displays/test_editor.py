"""Writing, formatting, the preview, the way back."""

import pytest
from playwright.sync_api import Page, expect

from mlew.domain.base import Locale
from mlew.domain.screen_parts import EditorPart
from tests.browser.displays.conftest import Open
from tests.mocks.display_parts import PARTS


def _shape(page: Page) -> str:
    html: str = page.locator("[data-preview]").evaluate("paper => paper.innerHTML.replace(/>\\n\\s*/g, '>').trim()")
    return html


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_the_preview_is_the_one_drawn_without_a_script(
    show: Open, addresses: dict[Locale, str], locale: Locale
) -> None:
    page = show("editor", locale)
    drawn = page.evaluate(
        "async () => new DOMParser().parseFromString(await (await fetch(location)).text(), 'text/html')"
        ".querySelector('[data-preview]').innerHTML.replace(/>\\n\\s*/g, '>').trim()"
    )
    assert _shape(page) == drawn


def test_headings_bullets_bold_and_breaks(show: Open) -> None:
    page = show("editor")
    page.get_by_role("textbox").fill("# Plan\nFirst **bold** line\nsecond\n\n- one\n- two **2**\n\n<b>no markup</b>")
    assert _shape(page) == (
        "<h3>Plan</h3><p>First <strong>bold</strong> line<br>second</p>"
        "<ul><li>one</li><li>two <strong>2</strong></li></ul><p>&lt;b&gt;no markup&lt;/b&gt;</p>"
    )


@pytest.mark.parametrize(("tool", "text"), [("Heading", "# Note"), ("Bullet", "- Note"), ("Bold", "**Note**")])
def test_a_tool_formats_and_takes_back(show: Open, tool: str, text: str) -> None:
    page = show("editor-empty")
    area = page.get_by_role("textbox")
    area.fill("Note")
    area.select_text()
    page.get_by_role("button", name=tool).click()
    expect(area).to_have_value(text)
    expect(area).to_be_focused()
    page.keyboard.press("Control+z")
    expect(area).to_have_value("Note")


def test_bold_by_keyboard(show: Open) -> None:
    page = show("editor-empty")
    page.get_by_role("textbox").focus()
    page.keyboard.press("Control+b")
    page.keyboard.type("now")
    expect(page.locator("[data-preview] strong")).to_have_text("now")


def test_characters_are_counted_as_people_count(show: Open) -> None:
    page = show("editor-empty", "ja")
    page.get_by_role("textbox").fill("𠮷田の😀だ")
    expect(page.locator("[data-count]")).to_have_text("5文字")


def test_the_first_text_comes_back_and_can_be_undone(show: Open) -> None:
    page = show("editor")
    area = page.get_by_role("textbox")
    area.fill("Something else")
    page.get_by_role("button", name="Back to the first text").press("Enter")
    part = PARTS["en"]["editor"]
    assert isinstance(part, EditorPart)
    expect(area).to_have_value(part.text)
    page.keyboard.press("Control+z")
    expect(area).to_have_value("Something else")


def test_an_empty_text_says_so_and_stops_the_way_on(show: Open) -> None:
    page = show("editor-empty", width=390)
    expect(page.locator("[data-empty]")).to_be_visible()
    page.get_by_role("link", name="Next").click()
    area = page.get_by_role("textbox")
    expect(page.get_by_role("alert")).to_have_text("Write something before you go on.")
    expect(area).to_be_focused()
    expect(area).to_have_attribute("aria-invalid", "true")
    page.keyboard.type("Dear parents")
    expect(area).to_have_attribute("aria-invalid", "false")
    expect(page.locator("[data-empty]")).to_be_hidden()
