"""Days by arrows and taps, months by buttons, times as radio buttons; full days say so."""

from datetime import date

from playwright.sync_api import expect

from mlew.domain.screen_parts import CalendarPart, Day
from tests.browser.entries.conftest import OpenPart, alert, go_on, left

PART = CalendarPart(
    label="Visits",
    days=(
        Day(day=date(2027, 4, 12), times=("09:00", "13:00")),
        Day(day=date(2027, 4, 14)),
        Day(day=date(2027, 4, 19), times=("10:00",)),
        Day(day=date(2027, 5, 3), times=("11:00",)),
    ),
    empty="Nothing left today.",
)


def test_the_first_free_day_is_open_and_nothing_is_chosen(open_part: OpenPart) -> None:
    page = open_part(PART)
    expect(page.get_by_role("button", name="Monday 12 April 2 free")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("radio")).to_have_count(2)
    go_on(page)
    assert alert(page) == "Pick a day and a time"


def test_a_time_is_chosen_by_keyboard(open_part: OpenPart) -> None:
    page = open_part(PART)
    page.get_by_role("button", name="Monday 12 April").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("[data-status]")).to_have_text("Chosen: Monday 12 April 09:00")
    go_on(page)
    assert left(page)


def test_another_day_loads_its_times(open_part: OpenPart) -> None:
    page = open_part(PART, phone=True)
    page.get_by_role("button", name="Monday 19 April").tap()
    expect(page.locator("[data-loading]")).to_be_visible()
    expect(page.get_by_role("radio")).to_have_count(1)
    expect(page.locator("[data-loading]")).to_be_hidden()
    expect(page.get_by_role("radio", name="10:00")).to_be_visible()


def test_a_choice_is_dropped_with_its_day(open_part: OpenPart) -> None:
    page = open_part(PART)
    page.get_by_text("13:00").click()
    page.get_by_role("button", name="Monday 19 April").click()
    expect(page.get_by_text("10:00")).to_be_visible()
    go_on(page)
    assert alert(page) == "Pick a day and a time"


def test_arrows_go_from_day_to_day_and_into_the_next_month(open_part: OpenPart) -> None:
    page = open_part(PART)
    page.get_by_role("button", name="12 April").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="14 April")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("button", name="19 April")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("button", name="3 May")).to_be_focused()
    expect(page.locator("caption:visible")).to_have_text("May 2027")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="3 May")).to_be_focused()


def test_one_day_of_the_grid_is_a_tab_stop(open_part: OpenPart) -> None:
    page = open_part(PART)
    expect(page.locator("[data-day][tabindex='0']")).to_have_count(1)
    page.get_by_role("button", name="Next month").click()
    expect(page.locator("[data-month]:not([hidden]) [data-day][tabindex='0']")).to_have_count(1)


def test_months_end_where_the_days_end(open_part: OpenPart) -> None:
    page = open_part(PART)
    back, onward = page.get_by_role("button", name="Previous month"), page.get_by_role("button", name="Next month")
    expect(back).to_have_attribute("aria-disabled", "true")
    onward.click()
    expect(onward).to_have_attribute("aria-disabled", "true")
    onward.press("Enter")
    expect(page.locator("caption:visible")).to_have_text("May 2027")


def test_a_full_day_says_so(open_part: OpenPart) -> None:
    page = open_part(PART)
    page.get_by_role("button", name="Wednesday 14 April taken").click()
    expect(page.get_by_text("Nothing left today.")).to_be_visible()


def test_japanese_weeks_begin_on_sunday(open_part: OpenPart) -> None:
    page = open_part(PART, "ja")
    expect(page.locator("[data-month]:visible th").first).to_have_text("日")
    expect(page.get_by_role("button", name="4月12日（月） 空き2件")).to_be_visible()


def test_without_days_there_is_a_word_of_it_and_no_dead_end(open_part: OpenPart) -> None:
    page = open_part(CalendarPart(label="Visits", days=()))
    expect(page.get_by_text("There are no days to book yet.")).to_be_visible()
    go_on(page)
    assert left(page)


def test_without_a_script_all_times_can_be_read(open_part: OpenPart) -> None:
    page = open_part(PART, script=False)
    for time in ("09:00", "10:00", "11:00"):
        expect(page.get_by_text(time)).to_be_visible()
