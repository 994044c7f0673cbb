"""Checked before the screen is left: what is wrong is listed, linked and told beside each field."""

import pytest
from playwright.sync_api import Page, expect

from mlew.domain.screen_parts import FormPart, InputField
from tests.browser.entries.conftest import OpenPart, alert, go_on, left
from tests.mocks.entry_parts import PARTS

SMALL = FormPart(
    fields=(
        InputField(id="mail", label="Email", input="email", required=True),
        InputField(id="seats", label="Seats", input="number", minimum=1, maximum=8),
        InputField(id="phone", label="Phone", input="tel"),
        InputField(id="way", label="How", input="radio", options=("By train", "By car"), required=True),
        InputField(id="agree", label="I agree", input="checkbox", required=True),
    )
)


def message_of(page: Page, label: str) -> str:
    """What stands below the field, and is read out with it."""
    field = page.locator(f"[data-label='{label}']")
    described = field.locator("input").first.get_attribute("aria-describedby") or ""
    return page.locator(f"#{described.split()[-1]}").inner_text()


def test_what_is_missing_is_listed_and_the_list_has_the_focus(open_part: OpenPart) -> None:
    page = open_part(SMALL)
    go_on(page)
    summary = page.locator("[data-summary]")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_text(["Enter “Email”", "Choose “How”", "Choose “I agree”"])
    assert alert(page) == "Please check your entries (3 to correct)"
    assert message_of(page, "Email") == "Enter “Email”"
    expect(page.get_by_label("Email")).to_have_attribute("aria-invalid", "true")
    assert page.url.endswith("/s/only/")


def test_a_link_of_the_list_leads_to_its_field(open_part: OpenPart) -> None:
    page = open_part(SMALL)
    go_on(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name="By train")).to_be_focused()


@pytest.mark.parametrize(
    ("label", "typed", "told"),
    [
        ("Email", "nobody", "Enter “Email” in a form like name@example.com"),
        ("Seats", "0", "“Seats” must be 1 or more"),
        ("Seats", "9", "“Seats” must be 8 or less"),
        ("Phone", "call me", "Enter “Phone” in digits"),
    ],
)
def test_what_cannot_be_right_is_told_until_it_is_mended(
    open_part: OpenPart, label: str, typed: str, told: str
) -> None:
    page = open_part(SMALL)
    field = page.get_by_label(label)
    field.fill(typed)
    assert message_of(page, label) == ""  # nobody is told off while typing for the first time
    go_on(page)
    assert message_of(page, label) == told
    field.fill({"Email": "someone@example.com", "Seats": "4", "Phone": "020 0000 0000"}[label])
    assert message_of(page, label) == ""
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_full_width_digits_are_a_phone_number(open_part: OpenPart) -> None:
    page = open_part(SMALL, "ja")
    page.get_by_label("Phone").fill("０３－００００－００００".replace("－", "ー"))
    go_on(page)
    assert message_of(page, "Phone") == ""


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_samples_fill_whatever_is_empty_and_pass(open_part: OpenPart, locale: str) -> None:
    page = open_part(PARTS["ja" if locale == "ja" else "en"]["form"], locale, phone=True)
    page.locator("textarea").fill("my own words")
    page.locator("[data-fill]").tap()
    expect(page.locator("textarea")).to_have_value("my own words")
    go_on(page)
    assert left(page)


def test_enter_in_a_field_goes_on(open_part: OpenPart) -> None:
    page = open_part(SMALL)
    page.get_by_label("Email").fill("someone@example.com")
    page.get_by_role("radio", name="By car").check()
    page.get_by_role("checkbox").check()
    page.get_by_label("Email").press("Enter")
    assert left(page)


def test_the_specs_own_words_head_the_list(open_part: OpenPart) -> None:
    page = open_part(SMALL.model_copy(update={"error": "Nearly there."}))
    go_on(page)
    expect(page.locator("[data-summary] p")).to_have_text("Nearly there.")


def test_a_form_without_fields_says_so_and_lets_go(open_part: OpenPart) -> None:
    page = open_part(FormPart(fields=()))
    expect(page.get_by_text("There is nothing to fill in.")).to_be_visible()
    go_on(page)
    assert left(page)
