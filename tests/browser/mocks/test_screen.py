"""What surrounds a part: checks, waiting, focus, ways back, and life without a script."""

import pytest
from playwright.sync_api import expect

from mlew.domain.base import Locale
from mlew.domain.mock_spec import THEMES, Theme
from mlew.mocks import Tracking
from tests.browser.mocks.conftest import Open, calls


def test_a_part_that_is_not_ready_keeps_the_screen_and_says_why(open_mock: Open) -> None:
    page = open_mock("s/compare/", "en")
    page.locator("[data-action]").click()
    alert = page.locator("[data-stage-alert]")
    expect(alert).not_to_be_empty()
    assert page.url.endswith("/s/compare/")


def test_waiting_is_told_and_then_leads_on(open_mock: Open) -> None:
    page = open_mock("s/upload/", "ja")
    page.clock.install()
    page.locator("[data-sample]").first.click()
    page.clock.run_for(5_000)
    page.locator("[data-action]").click()
    expect(page.get_by_text("写真を読み取っています…")).to_be_visible()
    expect(page.locator("[data-action]")).to_have_attribute("aria-disabled", "true")
    page.locator("[data-action]").click()
    page.clock.run_for(3_000)
    page.wait_for_url("**/s/list-detail/")


def test_the_abnormal_course_is_visible_as_such(open_mock: Open) -> None:
    page = open_mock("s/no-engineer/", "ja")
    expect(page.get_by_text("うまくいかなかったとき")).to_be_visible()
    page.get_by_role("link", name="ひとつ前へ戻る").click()
    page.wait_for_url("**/s/calendar/")


def test_the_first_screen_is_counted_as_the_start_once(open_mock: Open) -> None:
    page = open_mock("s/chat/", "en", calls=True)
    page.reload()
    assert [name for _, name, *_ in calls(page)] == ["start", "chat", "chat"]


def test_the_content_can_be_skipped_to(open_mock: Open) -> None:
    page = open_mock("s/form/", "en")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_without_a_script_one_can_walk_on(open_mock: Open) -> None:
    page = open_mock("s/compare/", "en", script=False)
    expect(page.locator("noscript p")).to_be_visible()
    page.locator("[data-action]").click()
    page.wait_for_url("**/s/wizard/")


def test_a_blocked_tracker_does_no_harm(open_mock: Open) -> None:
    page = open_mock("s/chat/", "en")
    page.evaluate("() => { window.mlew = () => { throw new Error('blocked') } }")
    page.get_by_role("link", name="Continue").click()
    page.wait_for_url("**/s/form/")


def test_the_real_tracker_runs_under_the_policy(open_mock: Open) -> None:
    page = open_mock("", "en", tracking=Tracking("k" * 24))
    page.locator("[data-track=start-hero]").click()
    page.wait_for_url("**/s/chat/")
    assert page.evaluate("typeof window.mlew") == "function"


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_below_a_task_stands_one_line_that_leads_to_all_that_is_said(open_mock: Open, locale: Locale) -> None:
    page = open_mock("s/chat/", locale, size="phone", tracking=Tracking("k" * 24, "/v1/none"), script=False)
    box = page.locator(".foot").bounding_box()
    assert box is not None
    assert box["height"] < 80  # of 844
    page.locator(".foot a").click()
    page.wait_for_url("**/#about")
    expect(page.locator("#about")).to_be_in_viewport()
    expect(page.locator("#about p")).to_have_count(4)


@pytest.mark.parametrize("theme", THEMES)
def test_the_button_that_sends_shows_its_icon(open_mock: Open, theme: Theme) -> None:
    icon = open_mock("s/chat/", "en", theme=theme, size="phone").locator("[data-say] .send svg").bounding_box()
    assert icon is not None
    assert icon["width"] > 16
