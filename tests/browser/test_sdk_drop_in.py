"""Pages written for the MLEW SDK report here when they load our script instead."""

import json
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.mock_site import MockSite
from tests.browser.tracked_pages import KEY, with_sdk

PAGE = "/"
BUTTON = """<button data-track="true" data-element-name="hero-button" onclick="tracker.trackClick('hero', {a: 1})">
<b>x</b></button>"""


@pytest.fixture
def page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.clock.install()
    return page


def flushed(page: Page, site: MockSite) -> None:
    before = site.posts
    page.evaluate("tracker.flush()")
    assert site.wait(lambda: site.posts > before)


def test_it_sends_the_sdks_batches(page: Page, site: MockSite) -> None:
    site.pages[PAGE] = with_sdk(BUTTON)
    with page.expect_request("**/v1/events") as asked:
        page.goto(site.origin + PAGE)
        page.evaluate("tracker.setUserId('tester-7'); tracker.trackView('menu'); tracker.track('video', {length: 5})")
        page.clock.run_for(2000)
    sent: dict[str, Any] = json.loads(asked.value.post_data or "")
    assert (sent["applicationId"], sent["apiKey"]) == ("canteen", KEY)
    first, view, own = sent["events"]
    assert set(view) >= {
        "eventId", "applicationName", "eventType", "timestamp", "page", "url", "sessionId", "userId",
        "createdAt", "version",
    }  # fmt: skip
    assert (first["eventType"], first["page"]) == ("view", "/")
    assert (view["eventType"], view["page"], view["userId"]) == ("view", "menu", "tester-7")
    assert own["properties"] == {"customEventType": "video", "name": "video", "length": 5}
    assert asked.value.headers["content-type"].startswith("text/plain"), "no preflight is needed"
    assert site.wait(lambda: len(site.arrived) == 3)
    assert [a.event.n for a in site.arrived] == [1, 2, 3], "its ids are numbers, so that gaps show"
    assert site.deliveries[0].source == "sdk"


def test_a_click_of_the_standard_mock_counts_once(page: Page, site: MockSite) -> None:
    site.pages[PAGE] = with_sdk(BUTTON)
    page.goto(site.origin + PAGE)
    page.click("b")
    flushed(page, site)
    assert site.named("click") == ["hero-button"]


def test_a_click_only_the_script_knows_counts_once(page: Page, site: MockSite) -> None:
    site.pages[PAGE] = with_sdk("<button onclick=\"tracker.trackClick('hero', {section: 'top'})\">x</button>")
    page.goto(site.origin + PAGE)
    page.click("button")
    flushed(page, site)
    assert site.named("click") == ["hero"]
    assert [a.event.details for a in site.arrived if a.event.kind == "click"] == [{"section": "top"}]


def test_only_the_scripts_address_has_to_change(page: Page, site: MockSite) -> None:
    old = "apiEndpoint: 'https://old.example.com/dev/', apiKey: 'old', debug: true"
    site.pages[PAGE] = with_sdk(BUTTON, script="mlew-tracker.js?key=new-key", options=old)
    page.goto(site.origin + PAGE)
    flushed(page, site)
    assert site.deliveries[0].key == "new-key"


def test_forms_are_recorded_where_they_are_marked(page: Page, site: MockSite) -> None:
    form = '<form {} onsubmit="return false"><button>x</button></form>'
    site.pages[PAGE] = with_sdk(form.format('id="b"') + form.format('data-track="true" data-track-name="order"'))
    page.goto(site.origin + PAGE)
    for button in page.query_selector_all("button"):
        button.click()
    flushed(page, site)
    assert site.named("form") == ["order"]


def test_nothing_happens_by_itself_without_auto_track(page: Page, site: MockSite) -> None:
    site.pages[PAGE] = with_sdk(BUTTON, options="autoTrack: false")
    page.goto(site.origin + PAGE)
    page.click("b")
    flushed(page, site)
    assert (site.named("view"), site.named("click")) == ([], ["hero"])


def test_turned_off_it_records_nothing(page: Page, site: MockSite) -> None:
    site.pages[PAGE] = with_sdk(BUTTON)
    page.goto(site.origin + PAGE)
    page.evaluate("tracker.disable(); tracker.track('a'); tracker.enable(); tracker.track('b')")
    flushed(page, site)
    assert site.named("custom") == ["b"]
    assert page.evaluate("[tracker.isEnabled(), tracker.getSessionId().length > 8, tracker.getUserId()]") == [
        True, True, None,
    ]  # fmt: skip


def test_a_second_tracker_goes_on_with_the_session(page: Page, site: MockSite) -> None:
    site.pages[PAGE] = with_sdk(BUTTON)
    page.goto(site.origin + PAGE)
    page.evaluate("new MLEWTracker.Tracker({applicationId: 'x', applicationName: 'x', apiKey: 'x'}).track('two')")
    flushed(page, site)
    assert len({a.session for a in site.arrived}) == 1
    assert (site.named("view"), site.named("custom")) == (["/"], ["two"])


def test_leaving_loses_nothing(page: Page, site: MockSite) -> None:
    site.pages |= {PAGE: with_sdk('<a data-track="leave" href="/elsewhere">x</a>'), "/elsewhere": "x"}
    page.goto(site.origin + PAGE)
    page.click("a")
    page.wait_for_url("**/elsewhere")
    assert site.wait(lambda: (site.named("view"), site.named("click")) == (["/"], ["leave"]))
    assert site.wait(lambda: len(site.named("time")) <= 1)
