"""The two questions: answered once, thanked for in any case."""

from playwright.sync_api import expect

from tests.browser.mocks.conftest import Open, calls


def test_nothing_chosen_is_asked_for_again(open_mock: Open) -> None:
    page = open_mock("finish/", "ja", calls=True)
    page.get_by_role("button").click()
    alert = page.locator("[data-alert]")
    expect(alert).to_be_focused()
    expect(alert).to_have_text("どれか一つ選ぶか、ひとこと書いてから送信してください。")
    assert calls(page) == [["step", "done"]]


def test_answers_are_sent_once(open_mock: Open) -> None:
    page = open_mock("finish/", "en", calls=True)
    page.get_by_label("Yes").first.check()
    page.evaluate("for (const _ of [1, 2]) document.querySelector('form').requestSubmit()")
    expect(page.get_by_role("heading", name="Thank you", exact=True)).to_be_visible()
    expect(page.locator("form")).to_be_hidden()
    assert calls(page) == [["step", "done"], ["answer", "solved", "yes"]]
    page.reload()
    expect(page.locator("[data-thanks]")).to_be_visible()
    assert len(calls(page)) == 2


def test_leaving_asks_the_same_and_does_not_count_as_done(open_mock: Open) -> None:
    page = open_mock("leave/", "en", calls=True)
    page.locator("textarea").fill("  Too many questions  ")
    page.get_by_role("button").click()
    expect(page.locator("[data-thanks]")).to_be_visible()
    assert calls(page) == [["comment", "", "Too many questions"]]


def test_thanks_without_a_tracker(open_mock: Open) -> None:
    page = open_mock("finish/", "en")
    page.get_by_label("Not sure").last.check()
    page.get_by_role("button").click()
    expect(page.locator("[data-thanks]")).to_be_visible()


def test_two_mocks_on_one_origin_do_not_share_what_a_tab_remembers(open_mock: Open) -> None:
    page = open_mock("finish/", "en")
    page.get_by_label("No", exact=True).first.check()
    page.get_by_role("button").click()
    keys = page.evaluate("Object.keys(sessionStorage)")
    assert keys
    assert all(key.startswith("/m/0123456789abcdef/") for key in keys)


def test_without_a_script_the_questions_say_so(open_mock: Open) -> None:
    page = open_mock("finish/", "ja", script=False)
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.get_by_role("button")).to_be_disabled()
