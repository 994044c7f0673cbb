"""No event is lost or doubled: the lines of docs/metrics.md, each by the method that stands there."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.mock_site import MockSite
from tests.browser.tracked_pages import tracked

ROUNDS = 30
PAGE = "/m/abcdefgh12345678/"
BUTTON = tracked('<button data-track="buy">Buy</button>')
LINK = tracked('<a data-track="leave" href="/elsewhere">Leave</a>')
_HEARD = "fetch(location.href).then((answer) => answer.text())"
"""A round trip: when it has ended, the page has what was answered before."""


@pytest.fixture
def page(context: BrowserContext, site: MockSite) -> Page:
    site.pages |= {PAGE: BUTTON, "/elsewhere": "<p>Elsewhere</p>"}
    return context.new_page()


def visit(page: Page, site: MockSite) -> None:
    """With a clock that only the test moves: nothing waits, and nothing happens meanwhile on a busy machine."""
    page.clock.install(time=1_800_000_000)
    page.clock.pause_at(1_800_000_001)
    page.goto(site.origin + PAGE)


def click_20_times(page: Page) -> None:
    """Apart, so that none is taken for a double click."""
    for _ in range(20):
        page.click("button")
        page.clock.run_for(500)


def numbers(site: MockSite) -> list[int]:
    return sorted(a.event.n for a in site.arrived)


def test_leaving_by_a_link_with_150_ms_latency(page: Page, site: MockSite) -> None:
    site.pages[PAGE] = LINK
    site.latency = 0.15
    for _ in range(ROUNDS):
        page.goto(site.origin + PAGE)
        page.click("a")
        page.wait_for_url("**/elsewhere")
    assert site.wait(lambda: len(site.named("click")) == ROUNDS)
    assert len(site.named("view")) == ROUNDS
    assert len({a.session for a in site.arrived}) == 1, "a tab is one session"
    assert numbers(site) == list(range(1, len(site.arrived) + 1)), "no gap and nothing twice"


def test_closing_the_tab(context: BrowserContext, site: MockSite) -> None:
    site.pages[PAGE] = BUTTON
    for _ in range(ROUNDS):
        page = context.new_page()
        page.goto(site.origin + PAGE)
        page.click("button")
        page.close()
    assert site.wait(lambda: len(site.named("click")) == ROUNDS)
    assert len({a.session for a in site.arrived}) == ROUNDS


def time_passes(page: Page, enough: Callable[[], bool]) -> bool:
    """Second by second on the page's clock, with what was answered heard in between; whether it was enough."""
    for _ in range(60):
        page.clock.run_for(1000)
        page.evaluate(_HEARD)
        if enough():
            return True
    return False


def test_the_first_two_posts_fail(page: Page, site: MockSite) -> None:
    site.answers = [500, 503]
    visit(page, site)
    click_20_times(page)
    assert time_passes(page, lambda: site.posts >= 2)
    click_20_times(page)
    assert time_passes(page, lambda: len(site.named("click")) == 40)
    assert numbers(site) == list(range(1, 42))


def test_offline_for_a_minute(page: Page, context: BrowserContext, site: MockSite) -> None:
    visit(page, site)
    page.click("button")
    page.clock.run_for(2000)
    assert site.wait(lambda: site.posts == 1)
    context.set_offline(True)
    for _ in range(40):
        page.click("button")
        page.clock.run_for(1500)
    assert site.posts == 1
    context.set_offline(False)
    assert site.wait(lambda: len(site.named("click")) == 41)
    assert numbers(site) == list(range(1, 43))


def test_refused_for_being_too_many_it_comes_later(page: Page, site: MockSite) -> None:
    site.answers = [429]
    visit(page, site)
    page.clock.run_for(2000)
    assert site.wait(lambda: site.posts == 1)
    assert time_passes(page, lambda: len(site.arrived) == 1)


def test_tries_come_less_and_less_often(page: Page, site: MockSite) -> None:
    site.status = 500
    visit(page, site)
    for expected in range(1, 9):
        page.clock.run_for(60_000 if expected > 1 else 2000)
        assert site.wait(lambda n=expected: site.posts >= n)  # type: ignore[misc]
        page.evaluate(_HEARD)
    before = site.posts
    page.clock.run_for(29_000)
    page.evaluate("1")
    assert site.posts == before, "a minute at the most, half a minute at the least"


def test_what_failed_is_sent_by_the_tabs_next_page_with_the_same_numbers(page: Page, site: MockSite) -> None:
    site.status = 500
    page.goto(site.origin + PAGE)
    page.click("button")
    page.goto(site.origin + "/elsewhere")
    assert site.wait(lambda: site.posts >= 1)
    site.status = 202
    page.goto(site.origin + PAGE)
    assert site.wait(lambda: site.named("click") == ["buy"] and site.named("view") == ["/", "/"])
    assert numbers(site) == [1, 2, 3, 4], "view, click, time, view"


def test_an_answer_nobody_heard_makes_nothing_twice(page: Page, site: MockSite) -> None:
    page.goto(site.origin + PAGE)
    page.click("button")
    page.goto(site.origin + PAGE)
    page.goto(site.origin + "/elsewhere")
    assert site.wait(lambda: len(site.named("view")) == 2 and len(site.named("time")) == 2)
    assert sum(d.accepted for d in site.deliveries) > len(site.arrived), "some came twice"
    assert numbers(site) == list(range(1, len(site.arrived) + 1))
    assert len(site.named("click")) == 1


def test_closed_during_a_failure_at_most_the_last_batch_is_lost_and_the_gap_shows(page: Page, site: MockSite) -> None:
    site.answers = [500]
    visit(page, site)
    with site.holding():
        page.clock.run_for(2000)  # the view is on its way, and will fail
        page.click("button")
        page.close()
    assert site.wait(lambda: len(site.named("click")) == 1)
    assert numbers(site)[0] == 2, "number 1 is missing, and whoever counts can tell"


@pytest.mark.parametrize("status", [400, 401, 410, 413])
def test_what_is_refused_for_good_is_not_sent_again(page: Page, site: MockSite, status: int) -> None:
    site.status = status
    visit(page, site)
    page.clock.run_for(2000)
    assert site.wait(lambda: site.posts == 1)
    page.evaluate(_HEARD)
    page.clock.run_for(120_000)
    page.goto(site.origin + "/elsewhere")
    assert site.wait(lambda: site.posts == 2), "the time that was seen"
    assert not page.evaluate("JSON.parse(sessionStorage.getItem('mlewkey-of-a-mock')).q.length - 1")
