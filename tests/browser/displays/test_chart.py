"""Values by keyboard and pointer, series that can be hidden, the table behind; none of it needs a script."""

import pytest
from playwright.sync_api import Browser, expect

from mlew.domain.base import Locale
from tests.browser.displays.conftest import Open


def test_values_are_one_stop_walked_by_arrows(show: Open) -> None:
    page = show("chart")
    slots = page.locator("[data-slots] li")
    slots.first.focus()
    expect(slots.first.locator(".tip")).to_have_css("opacity", "1")
    page.keyboard.press("ArrowRight")
    expect(slots.nth(1)).to_be_focused()
    expect(slots.nth(1).locator(".tip")).to_contain_text("Year before the repair: £34")
    page.keyboard.press("End")
    expect(slots.last).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(slots.last).to_be_focused()
    page.keyboard.press("Home")
    expect(slots.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(slots.first.locator(".tip")).to_have_css("opacity", "0")
    expect(page.locator("[data-slots] li[tabindex='0']")).to_have_count(1)


def test_a_pointer_shows_values(show: Open) -> None:
    page = show("chart-line")
    page.locator("[data-slots] li").nth(6).hover()
    expect(page.locator(".tip").nth(6)).to_have_css("opacity", "1")
    expect(page.locator(".tip").nth(6)).to_contain_text("6.4%")


def test_a_series_is_hidden_and_comes_back(show: Open) -> None:
    page = show("chart", width=390)
    bars = page.locator(".plane rect.s1")
    box = page.get_by_role("checkbox", name="Year after")
    expect(bars.first).to_be_visible()
    box.press("Space")
    expect(bars.first).to_be_hidden()
    expect(page.locator(".plane rect.s0").first).to_be_visible()
    box.click()
    expect(bars.first).to_be_visible()


def test_without_any_series_the_way_back_is_named(show: Open) -> None:
    page = show("chart")
    for box in page.get_by_role("checkbox").all():
        box.uncheck()
    expect(page.locator(".none")).to_be_visible()
    expect(page.locator(".plot")).to_be_hidden()


def test_the_numbers_stand_in_a_table(show: Open) -> None:
    page = show("chart", "ja")
    page.get_by_text("数値を表で見る").click()
    table = page.get_by_role("table")
    expect(table.get_by_role("row")).to_have_count(7)
    expect(table.get_by_role("row").nth(4)).to_contain_text("7,400円")


def test_values_below_zero_stand_on_the_other_side(show: Open) -> None:
    page = show("chart-rows", "ja")
    boxes = page.locator(".row rect").evaluate_all("rects => rects.map(rect => rect.getBoundingClientRect().toJSON())")
    gain, _, loss, nothing = boxes
    assert loss["right"] == pytest.approx(gain["left"], abs=1)
    assert nothing["width"] <= 2
    expect(page.locator(".row").nth(2)).to_have_text("−8ポイント")


@pytest.mark.parametrize(("screen", "text"), [("chart-empty", "No bookings yet"), ("chart-zero", "Complaints")])
def test_nothing_and_only_zeros_can_be_drawn(show: Open, screen: str, text: str) -> None:
    page = show(screen)
    expect(page.get_by_role("figure")).to_contain_text(text)
    page.get_by_role("link", name="Next").click()
    page.wait_for_url("**/finish/")


@pytest.mark.parametrize("screen", ["chart", "chart-line", "chart-rows", "chart-donut"])
def test_it_is_drawn_without_a_script(browser: Browser, addresses: dict[Locale, str], screen: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{addresses['ja']}s/{screen}/")
    assert page.locator("figure svg :is(rect, circle, polyline)").count() > 3
    assert page.locator("[style]").count() == 0
    if screen == "chart":
        page.get_by_role("checkbox", name="修理後の年").click()
        expect(page.locator(".plane rect.s1").first).to_be_hidden()
    context.close()


@pytest.mark.parametrize("screen", ["chart", "chart-line", "chart-rows", "chart-donut"])
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_it_fits_a_narrow_phone(show: Open, screen: str, locale: Locale) -> None:
    assert show(screen, locale, width=320).evaluate("document.documentElement.scrollWidth") <= 320
