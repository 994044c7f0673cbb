"""What the customer holds in the end, and how it is kept."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.displays.conftest import Open


def test_the_summary_is_copied_as_plain_text(context: BrowserContext, show: Open) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = show("result")
    page.get_by_role("button", name="Copy summary").press("Enter")
    expect(page.get_by_text("Copied.")).to_be_visible()
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert lines[0] == "Your fridge is cold again."
    assert "Until it works again: 6 days → 20 hours" in lines
    assert lines[-1] == "- The same fault is repaired free of charge for a year"


def test_a_clipboard_that_refuses_is_said(show: Open) -> None:
    page = show("result", "ja")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    page.get_by_role("button", name="内容をコピー").click()
    expect(page.get_by_text("コピーできませんでした")).to_be_visible()


def test_bars_show_before_and_after_where_both_are_amounts(show: Open) -> None:
    page = show("result")
    widths = page.locator(".measures .bar").evaluate_all("bars => bars.map(bar => bar.getBoundingClientRect().width)")
    assert len(widths) == 6  # the fourth measure is told in words
    assert widths[1] == pytest.approx(widths[0] * 20 / 144, rel=0.02)
    expect(page.locator(".change").first).to_have_text("−86%")


def test_printing_asks_the_browser(show: Open) -> None:
    page = show("result", width=390)
    page.evaluate("() => { window.print = () => { document.title = 'printed' } }")
    page.get_by_role("button", name="Print").click()
    expect(page).to_have_title("printed")


def test_on_paper_there_are_no_buttons(show: Open) -> None:
    page = show("result")
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    expect(page.locator(".outcome")).to_be_visible()


def test_a_summary_alone_is_enough(show: Open) -> None:
    page = show("result-short", "ja")
    expect(page.locator(".outcome")).to_have_text("申請書を提出しました。")
    page.get_by_role("link", name="Next").click()
    page.wait_for_url("**/finish/")
