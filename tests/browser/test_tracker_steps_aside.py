"""Refused, blocked or without storage: the page works, and nothing of the tracker shows in it."""

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.mock_site import MockSite
from tests.browser.tracked_pages import tracked, with_sdk

PAGE = "/m/abcdefgh12345678/"
BODY = """<button data-track="a" onclick="this.textContent='done'">x</button>
<script>onload = () => { if (window.mlew) mlew('step', 'start'); document.title = 'ready' }</script>"""
DENIED = "Object.defineProperty(window, 'sessionStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
REFUSALS = {
    "Do Not Track": "Object.defineProperty(Navigator.prototype, 'doNotTrack', {get: () => '1'})",
    "Global Privacy Control": "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {get: () => true})",
}


class Seen:
    """A page and what went wrong in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def works(self) -> bool:
        self.page.wait_for_function("document.title == 'ready'")
        self.page.click("button")
        return self.page.text_content("button") == "done" and not self.errors


@pytest.fixture
def seen(context: BrowserContext, site: MockSite) -> Seen:
    site.pages[PAGE] = tracked(BODY)
    seen = Seen(context.new_page())
    seen.page.clock.install()
    return seen


@pytest.mark.parametrize("wish", REFUSALS)
@pytest.mark.parametrize("script", ["tracker.js", "mlew-tracker.js"])
def test_who_does_not_want_to_be_tracked_is_not(seen: Seen, site: MockSite, wish: str, script: str) -> None:
    site.pages[PAGE] = tracked(BODY) if script == "tracker.js" else with_sdk(BODY)
    seen.page.add_init_script(REFUSALS[wish])
    seen.page.goto(site.origin + PAGE + "?t=ab12cd34ef")
    assert seen.works()
    seen.page.clock.run_for(60_000)
    seen.page.goto("about:blank")
    assert site.posts == 0
    seen.page.goto(site.origin + PAGE)
    assert seen.page.evaluate("sessionStorage.length") == 0


@pytest.mark.parametrize("trouble", [DENIED, FULL], ids=["denied", "full"])
def test_without_storage_events_still_come(seen: Seen, site: MockSite, trouble: str) -> None:
    seen.page.add_init_script(trouble)
    seen.page.goto(site.origin + PAGE)
    assert seen.works()
    seen.page.goto("about:blank")
    assert site.wait(lambda: {"view", "step", "click", "time"} <= {a.event.kind for a in site.arrived})


def test_blocked_the_page_works(seen: Seen, site: MockSite) -> None:
    seen.page.route("**/tracker.js", lambda route: route.abort())
    seen.page.goto(site.origin + PAGE)
    assert seen.works()
    assert site.posts == 0


def test_blocked_posts_do_not_show(seen: Seen, site: MockSite) -> None:
    seen.page.route("**/v1/events", lambda route: route.abort())
    seen.page.goto(site.origin + PAGE)
    seen.page.clock.run_for(300_000)
    assert seen.works()


@pytest.mark.parametrize(
    "trouble",
    [
        "navigator.sendBeacon = undefined",
        "window.fetch = () => { throw new TypeError('no') }",
        "window.fetch = undefined",
        "Object.defineProperty(document, 'currentScript', {value: null})",
        "sessionStorage.setItem('mlewkey-of-a-mock', '{\"q\":5}')",
        "sessionStorage.setItem('mlewkey-of-a-mock', 'x')",
    ],
)
def test_a_strange_browser_gets_its_page(seen: Seen, site: MockSite, trouble: str) -> None:
    seen.page.add_init_script(f"if (location.protocol != 'about:') {trouble}")
    seen.page.goto(site.origin + PAGE)
    assert seen.works()
    seen.page.clock.run_for(10_000)
    seen.page.goto("about:blank")
    assert not seen.errors


def test_without_a_key_nothing_is_recorded(seen: Seen, site: MockSite) -> None:
    site.pages[PAGE] = tracked(BODY, key="")
    seen.page.goto(site.origin + PAGE)
    assert seen.works()
    seen.page.clock.run_for(10_000)
    assert site.posts == 0
