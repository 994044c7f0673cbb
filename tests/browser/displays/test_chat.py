"""Asking by chip and by typing, in both languages; what is not understood; what is said without a script."""

import pytest
from playwright.sync_api import Browser, Page, expect

from mlew.domain.base import Locale
from tests.browser.displays.conftest import Open
from tests.mocks.display_parts import PARTS


def _say(page: Page, text: str) -> None:
    page.get_by_role("textbox").fill(text)
    page.keyboard.press("Enter")


def _last(page: Page) -> str:
    return page.locator(".said").last.inner_text()


def test_it_starts_at_the_opening(show: Open) -> None:
    page = show("chat")
    expect(page.locator(".said")).to_have_count(1)
    expect(page.get_by_role("log")).to_contain_text("What has stopped working?")


def test_a_suggestion_is_asked_and_answered(show: Open) -> None:
    page = show("chat", width=390)
    page.get_by_role("button", name="What will the repair cost?").click()
    expect(page.locator(".said")).to_have_count(3)
    expect(page.locator(".said.mine")).to_contain_text("What will the repair cost?")
    assert "Between £95 and £120" in _last(page)


@pytest.mark.parametrize(
    ("locale", "text", "answer"),
    [
        ("en", "is it EXPENSIVE?", "£95"),
        ("en", "ｐｒｉｃｅ please", "£95"),
        ("en", "anybody free tomorrow", "Tomorrow"),
        ("en", "the understatement", "I did not get that"),  # no keyword begins inside a word
        ("ja", "れいぞうこがぬるいんですけど", "起動リレー"),
        ("ja", "お値段はおいくら？", "18,000円"),
        ("ja", "明日　来てもらえますか", "あす9時"),
        ("ja", "晩ごはんは何がいい", "うまく聞き取れません"),
    ],
)
def test_typing_is_recognised(show: Open, locale: Locale, text: str, answer: str) -> None:
    page = show("chat", locale)
    _say(page, text)
    expect(page.locator(".said").last).to_contain_text(answer)


def test_a_blank_message_is_not_sent(show: Open) -> None:
    page = show("chat")
    _say(page, "　 ")
    expect(page.locator(".said")).to_have_count(1)


def test_what_is_typed_is_never_markup(show: Open) -> None:
    page = show("chat")
    _say(page, "<img src=x onerror=alert(1)>")
    expect(page.locator(".said.mine")).to_contain_text("<img src=x")
    assert page.locator(".said img").count() == 0


def test_enter_that_ends_a_conversion_sends_nothing(show: Open) -> None:
    page = show("chat", "ja")
    stopped = page.get_by_role("textbox").evaluate(
        "input => [{isComposing: true}, {keyCode: 229}].map(of => !input.dispatchEvent("
        "new KeyboardEvent('keydown', {key: 'Enter', cancelable: true, ...of})))"
    )
    assert stopped == [True, True]


def test_dots_are_shown_until_the_answer(show: Open) -> None:
    page = show("chat", motion=True)
    page.get_by_role("button", name="My fridge is warm").click()
    expect(page.locator(".typing")).to_be_visible()
    expect(page.locator(".typing")).to_have_count(0)
    assert "Since when?" in _last(page)


def test_going_on_asks_for_one_question(show: Open) -> None:
    page = show("chat")
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("alert")).to_have_text("Ask one question first.")
    expect(page.get_by_role("textbox")).to_be_focused()
    page.keyboard.type("price")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Next").click()
    expect(page).to_have_url(f"{page.url.split('s/chat')[0].split('finish')[0]}finish/")


def test_without_exchanges_every_question_gets_the_fallback(show: Open) -> None:
    page = show("chat-empty")
    expect(page.locator("[data-chips]")).to_be_hidden()
    _say(page, "a book about bees")
    expect(page.locator(".said").last).to_contain_text("no sample answer for that")


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_without_a_script_the_conversation_can_be_read(
    browser: Browser, addresses: dict[Locale, str], locale: Locale
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{addresses[locale]}s/chat/")
    expect(page.locator(".said")).to_have_count(1 + 2 * len(PARTS[locale]["chat"].exchanges))  # type: ignore[union-attr]
    expect(page.get_by_role("textbox")).to_have_count(0)
    context.close()
