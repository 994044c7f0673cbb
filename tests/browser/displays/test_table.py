"""Sorting, editing, sums and the layout of a phone."""

import pytest
from playwright.sync_api import Page, expect

from mlew.domain.base import Locale
from tests.browser.displays.conftest import Open


def _column(page: Page, number: int) -> list[str]:
    cells: list[str] = page.locator("tbody tr").evaluate_all(
        f"rows => rows.map(row => row.children[{number}]).map(cell => cell.querySelector('input')?.value"
        " ?? cell.textContent.trim())"
    )
    return cells


@pytest.mark.parametrize(
    ("screen", "locale", "column", "order"),
    [
        ("table", "en", "Unit price", ["£6.00", "£15.00", "£38.50", "£42.00"]),
        ("table", "en", "Arranged", ["9 Apr 2027", "11 Apr 2027", "12 Apr 2027", "12 Apr 2027"]),
        ("table", "en", "Item", ["Cleaning of the inside", "Start relay", "Visit", "Work on the cooling circuit"]),
        ("table", "ja", "手配日", ["2027/4/9", "2027/4/11", "2027/4/12", "2027/4/12"]),
        ("table-stock", "ja", "在庫", ["3kg", "12kg", "40kg"]),
        ("table-stock", "ja", "納品日", ["4月13日", "4月15日", "12月1日"]),
        ("table-stock", "en", "Delivery", ["2027-04-13", "2027-04-15", "2027-12-01"]),
    ],
)
def test_columns_are_sorted_by_their_type(
    show: Open, screen: str, locale: Locale, column: str, order: list[str]
) -> None:
    page = show(screen, locale)
    header = page.get_by_role("columnheader", name=column, exact=True)
    number = header.evaluate("head => head.cellIndex")
    page.get_by_role("button", name=column, exact=True).press("Enter")
    expect(header).to_have_attribute("aria-sort", "ascending")
    assert _column(page, number) == order
    page.get_by_role("button", name=column, exact=True).press("Space")
    expect(header).to_have_attribute("aria-sort", "descending")
    assert _column(page, number) == order[::-1]
    expect(page.locator("[aria-sort]")).to_have_count(1)


def test_equal_values_keep_their_order(show: Open) -> None:
    page = show("table")
    page.get_by_role("button", name="Quantity").click()
    assert _column(page, 0)[:3] == ["Start relay", "Work on the cooling circuit", "Visit"]
    page.get_by_role("button", name="Quantity").click()
    assert _column(page, 0)[1:] == ["Start relay", "Work on the cooling circuit", "Visit"]


def test_a_change_is_summed_and_taken_back(show: Open) -> None:
    page = show("table")
    total = page.locator("tfoot td").nth(2)
    expect(total).to_have_text("£107.50")
    cell = page.get_by_role("textbox", name="Amount: Visit")
    cell.fill("1,015.5")
    cell.press("Enter")
    expect(total).to_have_text("£1,108.00")
    cell.fill("0")
    cell.press("Tab")
    expect(total).to_have_text("£92.50")
    undo = page.get_by_role("button", name="Undo last change")
    undo.click()
    expect(cell).to_have_value("1,015.5")
    expect(cell).to_be_focused()
    undo.press("Enter")
    expect(cell).to_have_value("£15.00")
    expect(total).to_have_text("£107.50")
    expect(undo).to_be_hidden()


def test_the_summed_column_holds_only_what_can_be_summed(show: Open) -> None:
    page = show("table")
    expect(page.locator("tfoot [data-total]")).to_have_count(2)  # quantity and amount, no unit price


@pytest.mark.parametrize(("column", "wrong"), [("発注数", "多め"), ("納品日", "2月30日"), ("産地", " ")])
def test_a_wrong_value_is_marked_and_stops_the_way_on(show: Open, column: str, wrong: str) -> None:
    page = show("table-stock", "ja")
    cell = page.get_by_role("textbox", name=f"{column}: トマト")
    cell.fill(wrong)
    cell.press("Tab")
    expect(cell).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-error]")).to_contain_text(column)
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("alert")).to_have_text("赤い欄を直すと先へ進めます。")
    expect(cell).to_be_focused()
    page.get_by_role("button", name="元に戻す").click()
    expect(cell).to_have_attribute("aria-invalid", "false")
    expect(page.locator("[data-error]")).to_be_empty()


def test_escape_gives_the_value_back_before_it_counts(show: Open) -> None:
    page = show("table")
    cell = page.get_by_role("textbox", name="Amount: Visit")
    cell.focus()
    page.keyboard.type("999")
    page.keyboard.press("Escape")
    expect(cell).to_have_value("£15.00")


def test_nothing_to_show_is_said(show: Open) -> None:
    page = show("table-empty")
    expect(page.locator(".empty")).to_have_text("No differences were found.")
    page.get_by_role("link", name="Next").click()
    page.wait_for_url("**/finish/")


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_shows_rows_as_cards(show: Open, width: int) -> None:
    page = show("table", "ja", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    label = page.locator("tbody td").first.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert label == '"数量"'
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.get_by_role("row")).to_have_count(6)
