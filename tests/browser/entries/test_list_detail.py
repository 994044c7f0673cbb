"""Search and filter narrow the list; an entry opens beside it, on a phone in its place; one can be chosen."""

from playwright.sync_api import expect

from mlew.domain.screen_parts import Fact, Item, ListDetailPart
from tests.browser.entries.conftest import OpenPart, alert, go_on, left

PART = ListDetailPart(
    items=(
        Item(title="Rye bread", summary="Dark", tags=("Bread", "Vegan"), facts=(Fact(label="Weight", value="1 kg"),)),
        Item(title="Apple cake", summary="Sweet", tags=("Cake",), body="With cinnamon."),
        Item(title="Oat bar", tags=("Cake", "Vegan")),
    )
)


def test_search_looks_into_details_and_tells_the_count(open_part: OpenPart) -> None:
    page = open_part(PART)
    expect(page.locator("[data-count]")).to_have_text("3 of 3")
    page.get_by_label("Search").fill("CINNAMON")
    expect(page.locator("[data-count]")).to_have_text("1 of 3")
    expect(page.locator("[data-entry]:visible")).to_contain_text(["Apple cake"])


def test_a_tag_filters_until_it_is_pressed_again(open_part: OpenPart) -> None:
    page = open_part(PART)
    vegan = page.get_by_role("button", name="Vegan", exact=True)
    vegan.press("Space")
    expect(page.locator("[data-entry]:visible")).to_have_count(2)
    vegan.press("Space")
    expect(page.locator("[data-entry]:visible")).to_have_count(3)


def test_nothing_found_says_so_and_offers_the_way_back(open_part: OpenPart) -> None:
    page = open_part(PART.model_copy(update={"empty": "No such bread."}))
    page.get_by_role("button", name="Vegan", exact=True).click()
    page.get_by_label("Search").fill("zzz")
    expect(page.get_by_text("No such bread.")).to_be_visible()
    page.get_by_role("button", name="Clear search and filter").click()
    expect(page.locator("[data-count]")).to_have_text("3 of 3")
    expect(page.get_by_label("Search")).to_be_focused()


def test_a_desktop_shows_the_entry_beside_the_list(open_part: OpenPart) -> None:
    page = open_part(PART)
    expect(page.get_by_role("heading", name="Rye bread")).to_be_visible()
    page.get_by_role("button", name="Oat bar").press("Enter")
    expect(page.get_by_role("heading", name="Oat bar")).to_be_focused()
    expect(page.get_by_role("heading", name="Rye bread")).to_be_hidden()
    expect(page.get_by_role("button", name="Rye bread")).to_be_visible()


def test_a_phone_shows_the_entry_in_place_of_the_list(open_part: OpenPart) -> None:
    page = open_part(PART, phone=True)
    expect(page.get_by_role("heading", name="Rye bread")).to_be_hidden()
    page.get_by_role("button", name="Apple cake").tap()
    expect(page.get_by_role("heading", name="Apple cake")).to_be_visible()
    expect(page.get_by_label("Search")).to_be_hidden()
    page.get_by_role("button", name="Back to the list").tap()
    expect(page.get_by_role("button", name="Apple cake")).to_be_focused()
    expect(page.get_by_role("heading", name="Apple cake")).to_be_hidden()


def test_escape_goes_back_to_the_list(open_part: OpenPart) -> None:
    page = open_part(PART, phone=True)
    page.get_by_role("button", name="Apple cake").press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Apple cake")).to_be_focused()


def test_the_screen_is_left_with_a_choice_only(open_part: OpenPart) -> None:
    page = open_part(PART)
    go_on(page)
    assert alert(page) == "Choose one entry of the list"
    page.get_by_role("button", name="Choose this").press("Enter")
    expect(page.locator("[data-status]")).to_have_text("You chose “Rye bread”")
    expect(page.get_by_role("button", name="Rye bread Chosen")).to_be_visible()
    go_on(page)
    assert left(page)


def test_a_list_without_entries_is_no_dead_end(open_part: OpenPart) -> None:
    page = open_part(ListDetailPart(items=()), "ja")
    expect(page.locator(".details .empty")).to_be_visible()
    go_on(page)
    assert left(page)


def test_without_a_script_every_detail_can_be_read(open_part: OpenPart) -> None:
    page = open_part(PART, script=False)
    for name in ("Rye bread", "Apple cake", "Oat bar"):
        expect(page.get_by_role("heading", name=name)).to_be_visible()
