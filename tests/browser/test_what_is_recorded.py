"""What a page tells by itself and by its script: once, and no more than it has to."""

import json

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.mock_site import MockSite
from tests.browser.tracked_pages import KEY, tracked

PAGE = "/m/abcdefgh12345678/"


@pytest.fixture
def page(context: BrowserContext, site: MockSite) -> Page:
    page = context.new_page()
    page.clock.install()
    return page


def show(page: Page, site: MockSite, body: str, address: str = PAGE) -> None:
    site.pages[PAGE] = tracked(body)
    page.goto(site.origin + address)


def sent(page: Page, site: MockSite, kind: str) -> list[str]:
    """Names of all that was recorded so far."""
    page.clock.run_for(2000)
    page.evaluate("window.mlew('custom', 'that-is-all')")
    page.clock.run_for(2000)
    assert site.wait(lambda: "that-is-all" in site.named("custom"))
    return site.named(kind)


CLICKS = {
    "nested": '<div data-track="outer"><button data-track="inner"><b>x</b></button></div>',
    "label": '<label data-track="agree"><b>x</b><input type="checkbox"></label>',
    "stopped": '<button data-track="inner" onclick="event.stopPropagation();event.preventDefault()"><b>x</b></button>',
    "said only to be tracked": '<button data-track="true" data-track-name="inner"><b>x</b></button>',
    "named as the standard mock does": '<button data-track="true" data-element-name="inner"><b>x</b></button>',
    "by its id": '<button data-track id="inner"><b>x</b></button>',
    "in a link to itself": '<a href="#" data-track="inner"><svg width="9" height="9"></svg><b>x</b></a>',
}


@pytest.mark.parametrize("case", CLICKS)
def test_a_click_counts_once(page: Page, site: MockSite, case: str) -> None:
    show(page, site, CLICKS[case])
    page.click("b")
    assert sent(page, site, "click") == ["agree" if case == "label" else "inner"]


def test_two_clicks_are_two(page: Page, site: MockSite) -> None:
    show(page, site, '<button data-track="a">x</button>')
    page.click("button")
    page.clock.run_for(1)
    page.click("button")
    assert sent(page, site, "click") == ["a", "a"]


def test_what_is_not_to_be_tracked_is_not(page: Page, site: MockSite) -> None:
    show(page, site, "<button>x</button>")
    page.click("button")
    assert sent(page, site, "click") == []


def test_a_script_twice_in_a_page_records_once(page: Page, site: MockSite) -> None:
    show(page, site, f'<button data-track="a">x</button><script src="/tracker.js" data-key="{KEY}" defer></script>')
    page.click("button")
    assert sent(page, site, "click") == ["a"]
    assert site.named("view") == ["/"]


def test_forms(page: Page, site: MockSite) -> None:
    show(page, site, '<form id="order" onsubmit="return false"><input name="id"><button>x</button></form>')
    page.fill("input", "my words")
    page.press("input", "Enter")
    assert len(sent(page, site, "form")) == 1
    assert "my words" not in str(site.deliveries)


def test_views_of_a_page_that_never_reloads(page: Page, site: MockSite) -> None:
    show(page, site, "")
    for change in (
        "history.pushState({}, '', 'menu?x=1')",
        "history.pushState({}, '', 'menu?x=2')",
        "history.replaceState({}, '', 'cart')",
        "location.hash = 'top'",
        "location.hash = '#/pay'",
    ):
        page.evaluate(change)
    page.wait_for_function("location.hash == '#/pay'")
    page.evaluate("history.back()")
    page.wait_for_function("location.hash == '#top'")
    assert sent(page, site, "view") == ["/", "/menu", "/cart", "/cart#/pay", "/cart"]


def test_a_page_in_the_background_is_viewed_when_it_is_seen(page: Page, site: MockSite) -> None:
    page.add_init_script("Object.defineProperty(Document.prototype, 'hidden', {get: () => !window.seen})")
    show(page, site, "")
    assert sent(page, site, "view") == []
    page.evaluate("window.seen = true; document.dispatchEvent(new Event('visibilitychange'))")
    page.clock.run_for(2000)
    assert site.wait(lambda: site.named("view") == ["/"])


def test_time_counts_while_the_page_is_seen(page: Page, site: MockSite) -> None:
    page.add_init_script("Object.defineProperty(Document.prototype, 'hidden', {get: () => !!window.away})")
    page.clock.install(time="2027-01-04T08:59:00Z")  # it only goes forward
    page.clock.pause_at("2027-01-04T09:00:00Z")
    show(page, site, "")
    for away, seconds in ((False, 5), (True, 600), (False, 7)):
        page.evaluate(f"window.away = {json.dumps(away)}; document.dispatchEvent(new Event('visibilitychange'))")
        page.clock.run_for(seconds * 1000)
    page.evaluate("window.away = true; document.dispatchEvent(new Event('visibilitychange'))")
    assert site.wait(lambda: len(site.named("time")) == 2)
    assert [a.event.value for a in site.arrived if a.event.kind == "time"] == [5000, 7000]


def test_steps_answers_and_comments_of_the_mocks_script(page: Page, site: MockSite) -> None:
    show(page, site, "")
    page.evaluate(
        "mlew('step', 'start'); mlew('answer', 'use', 'yes'); mlew('comment', '', '便利だと思う'.repeat(500))"
    )
    assert sent(page, site, "step") == ["start"]
    said = {a.event.kind: a.event.value for a in site.arrived}
    assert said["answer"] == "yes"
    assert str(said["comment"]).startswith("便利だと思う便利") and len(str(said["comment"])) == 2000


def test_code_and_preview_leave_the_address_and_stay_with_the_tab(page: Page, site: MockSite) -> None:
    show(page, site, "", PAGE + "?t=ab12cd34ef&preview&lang=ja")
    assert page.url == site.origin + PAGE + "?lang=ja"
    page.goto(site.origin + PAGE)
    sent(page, site, "view")
    assert {(v.code, v.preview) for d in site.deliveries for v in d.visits} == {("ab12cd34ef", True)}
    assert len({a.session for a in site.arrived}) == 1


def test_a_query_that_is_not_ours_stays_as_it_is_written(page: Page, site: MockSite) -> None:
    show(page, site, "", PAGE + "?shop&name=a%20b")
    assert page.url == site.origin + PAGE + "?shop&name=a%20b"


def test_another_link_in_the_same_tab_is_another_session(page: Page, site: MockSite) -> None:
    show(page, site, "", PAGE + "?t=ab12cd34ef")
    page.goto(site.origin + PAGE + "?t=zz12cd34ef")
    sent(page, site, "view")
    by_code = {v.code: v.session for d in site.deliveries for v in d.visits}
    assert len(set(by_code.values())) == 2


def test_half_an_hour_without_anything_ends_a_session(page: Page, site: MockSite) -> None:
    show(page, site, '<button data-track="a">x</button>')
    page.clock.run_for(29 * 60_000)
    page.click("button")
    page.clock.fast_forward(31 * 60_000)
    page.click("button")
    assert sent(page, site, "click") == ["a", "a"]
    by_session: dict[str, list[str]] = {}
    for session, event in site.arrived:
        by_session.setdefault(session, []).append(event.kind)
    first, second = by_session.values()
    assert first == ["view", "click", "time"]
    assert second[:2] == ["view", "click"], "a session begins with what is seen"


def test_a_tab_opened_by_another_has_a_session_of_its_own(page: Page, site: MockSite) -> None:
    show(page, site, "")
    with page.expect_popup() as opened:
        page.evaluate(f"window.open('{PAGE}')")
    opened.value.wait_for_load_state()
    opened.value.close()
    assert site.wait(lambda: len(site.named("time")) >= 1)
    sent(page, site, "view")
    assert len({a.session for a in site.arrived}) == 2


def test_two_mocks_in_one_tab_are_told_apart(page: Page, site: MockSite) -> None:
    site.pages["/m/zzzzzzzz12345678/"] = tracked("", key="another-key")
    show(page, site, "")
    page.goto(site.origin + "/m/zzzzzzzz12345678/")
    sent(page, site, "view")
    assert site.wait(lambda: {d.key for d in site.deliveries} == {KEY, "another-key"})
    assert len({a.session for a in site.arrived}) == 2


def test_nothing_is_left_behind_in_the_browser(page: Page, context: BrowserContext, site: MockSite) -> None:
    show(page, site, "")
    sent(page, site, "view")
    assert context.cookies() == []
    assert page.evaluate("localStorage.length") == 0
