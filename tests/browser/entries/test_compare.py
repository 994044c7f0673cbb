"""A table of options: columns on a desktop, cards on a phone, one of them chosen."""

from playwright.sync_api import expect

from mlew.domain.screen_parts import CompareOption, ComparePart
from tests.browser.entries.conftest import OpenPart, alert, go_on, left

PART = ComparePart(
    criteria=("Price", "Guarantee"),
    options=(
        CompareOption(name="Repair", values=("£90", "1 year"), recommended=True),
        CompareOption(name="Replace", note="A new one", values=("£480",)),
    ),
)


def test_it_is_a_table_whatever_it_looks_like(open_part: OpenPart) -> None:
    for phone in (False, True):
        page = open_part(PART, phone=phone)
        table = page.get_by_role("table", name="Ask for a repair")
        expect(table.get_by_role("columnheader", name="Price")).to_be_attached()
        row = table.get_by_role("row", name="Replace")
        expect(row.get_by_role("rowheader")).to_contain_text("A new one")
        expect(row.get_by_role("cell")).to_contain_text(["£480", "–", "Choose"])


def test_options_stand_side_by_side_on_a_desktop_and_below_each_other_on_a_phone(open_part: OpenPart) -> None:
    boxes = []
    for phone in (False, True):
        page = open_part(PART, phone=phone)
        first, second = (page.locator("tbody tr").nth(n).bounding_box() for n in (0, 1))
        assert first
        assert second
        boxes.append((second["x"] > first["x"], second["y"] > first["y"]))
    assert boxes == [(True, False), (False, True)]


def test_the_recommended_one_is_marked(open_part: OpenPart) -> None:
    page = open_part(PART)
    expect(page.get_by_text("Recommended")).to_have_count(1)
    expect(page.get_by_role("rowheader", name="Repair")).to_contain_text("Recommended")


def test_one_is_chosen_by_arrow_keys(open_part: OpenPart) -> None:
    page = open_part(PART)
    go_on(page)
    assert alert(page) == "Choose one of the options"
    page.get_by_role("radio", name="Choose this Repair").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Choose this Replace")).to_be_checked()
    expect(page.locator("[data-status]")).to_have_text("You chose “Replace”")
    go_on(page)
    assert left(page)


def test_one_is_chosen_by_touch(open_part: OpenPart) -> None:
    page = open_part(PART, "ja", phone=True)
    page.get_by_text("これを選ぶ").last.tap()
    go_on(page)
    assert left(page)


def test_without_options_there_is_a_word_of_it_and_no_dead_end(open_part: OpenPart) -> None:
    page = open_part(ComparePart(criteria=("Price",), options=()))
    expect(page.get_by_text("There is nothing to compare yet.")).to_be_visible()
    go_on(page)
    assert left(page)
