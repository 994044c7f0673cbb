"""Page by page, each checked, with a summary from which every answer can be changed."""

import pytest
from playwright.sync_api import Page, expect

from mlew.domain.screen_parts import InputField, WizardPage, WizardPart
from tests.browser.entries.conftest import OpenPart, go_on, left

PART = WizardPart(
    pages=(
        WizardPage(
            title="Home",
            fields=(
                InputField(id="kind", label="Kind", input="radio", options=("House", "Flat"), required=True),
                InputField(id="floor", label="Floor", input="number", minimum=0, unit="floors"),
            ),
        ),
        WizardPage(title="Visit", fields=(InputField(id="kind", label="Who is in", required=True),)),
    )
)


def heading(page: Page) -> str:
    return page.locator("[data-page]:not([hidden]) h2").inner_text()


def forward(page: Page) -> None:
    page.get_by_role("button", name="Next").click()


def walk(page: Page) -> None:
    """To the summary."""
    page.get_by_role("radio", name="Flat").check()
    page.get_by_role("spinbutton", name="Floor").fill("3")
    forward(page)
    page.get_by_role("textbox", name="Who is in").fill("My neighbour")
    page.get_by_role("textbox", name="Who is in").press("Enter")


def test_a_page_is_left_only_when_it_is_right(open_part: OpenPart) -> None:
    page = open_part(PART)
    assert heading(page) == "Home"
    forward(page)
    assert heading(page) == "Home"
    expect(page.locator("[data-summary]")).to_be_focused()
    page.get_by_role("radio", name="House").check()
    forward(page)
    assert heading(page) == "Visit"
    expect(page.locator("[data-page]:not([hidden]) h2")).to_be_focused()
    expect(page.locator("[data-summary]")).to_be_hidden()


def test_progress_is_shown_and_read_out(open_part: OpenPart) -> None:
    page = open_part(PART)
    expect(page.locator("[data-dot][aria-current=step]")).to_have_text("Home")
    page.get_by_role("radio", name="House").check()
    forward(page)
    expect(page.locator("[data-dot][aria-current=step]")).to_have_text("Visit")
    expect(page.locator("[data-status]")).to_have_text("Page 2 of 3")


def test_back_keeps_what_was_entered(open_part: OpenPart) -> None:
    page = open_part(PART)
    expect(page.get_by_role("button", name="Back")).to_be_hidden()
    page.get_by_role("radio", name="House").check()
    forward(page)
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_role("radio", name="House")).to_be_checked()


def test_the_summary_shows_every_answer_with_its_unit(open_part: OpenPart) -> None:
    page = open_part(PART, phone=True)
    walk(page)
    assert heading(page) == "Check your answers"
    expect(page.locator("dl dt")).to_have_text(["Kind", "Floor", "Who is in"])
    expect(page.locator("dl dd:first-of-type")).to_have_text(["Flat", "3 floors", "My neighbour"])


def test_an_answer_can_be_changed_from_the_summary(open_part: OpenPart) -> None:
    page = open_part(PART)
    walk(page)
    page.get_by_role("button", name="Change “Floor”").press("Enter")
    expect(page.get_by_role("spinbutton", name="Floor")).to_be_focused()
    page.get_by_role("spinbutton", name="Floor").fill("")
    forward(page)
    forward(page)
    expect(page.locator("dl dd:first-of-type").nth(1)).to_have_text("(left empty)")


def test_only_the_summary_offers_the_way_on(open_part: OpenPart) -> None:
    page = open_part(PART)
    onward = page.locator("[data-action]").first
    expect(onward).to_be_hidden()
    walk(page)
    expect(onward).to_be_visible()
    go_on(page)
    assert left(page)


def test_without_a_script_every_page_can_be_read(open_part: OpenPart) -> None:
    page = open_part(PART, script=False)
    for name in ("Home", "Visit"):
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    expect(page.locator("[data-action]").first).to_be_visible()


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_a_wizard_without_pages_is_its_summary(open_part: OpenPart, locale: str) -> None:
    page = open_part(WizardPart(pages=()), locale)
    go_on(page)
    assert left(page)
