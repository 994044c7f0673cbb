"""Sites that were made elsewhere work below the address of a mock, and are counted."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

from tests.browser.edge_site import edge_serving
from tests.browser.mock_site import MockSite
from tests.unit.mocks.sites.made_elsewhere import BASE, KEY, page, prepared, vite

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000000000500018d1b2d450000000049454e44ae426082"
)
ROUTER = """
const base = new URL(document.baseURI).pathname;
const screens = {"": "Start", "orders": "Orders", "orders/7": "Order 7"};
function show() {
  document.title = screens[location.pathname.slice(base.length).replace(/\\/$/, "")] || "Nothing";
  root.innerHTML = `<h1>${document.title}</h1><a href="orders" data-track="to-orders">x</a>`;
}
addEventListener("popstate", show);
document.addEventListener("click", (event) => {
  if (event.target.localName !== "a") return;
  event.preventDefault();
  history.pushState({}, "", base + "orders/7");
  show();
});
show();
"""


@contextmanager
def opened(context: BrowserContext, files: Mapping[str, str | bytes]) -> Iterator[tuple[Page, MockSite, list[str]]]:
    """The page, what was counted, and what went wrong in the browser."""
    site = prepared(files)
    assert {finding.weight for finding in site.findings} <= {"note"}
    with edge_serving(site) as served:
        tab = context.new_page()
        wrong: list[str] = []
        tab.on("console", lambda message: wrong.append(message.text) if _is_error(message) else None)
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        # A page that is left awaits no answer to what it sent: whether that arrived, the intake tells.
        tab.on("requestfailed", lambda request: wrong.append(request.url) if request.method != "POST" else None)
        tab.goto(served.origin + "?t=abc234defg")
        yield tab, served, wrong
        tab.close()


def loaded_picture(tab: Page) -> bool:
    tab.wait_for_load_state()
    return bool(tab.evaluate("document.images[0].naturalWidth") == 1)


def _is_error(message: ConsoleMessage) -> bool:
    """Browsers ask for an icon that a page does not name."""
    return message.type == "error" and not message.location["url"].endswith("/favicon.ico")


def application() -> dict[str, str | bytes]:
    files = vite(script=ROUTER.replace("root.", "document.querySelector('#root')."))
    files["index.html"] = str(files["index.html"]).replace("<head>", '<head><base href="/">')
    files["assets/back-Z9y8X7w6.png"] = PIXEL
    return files


def test_an_application_loads_routes_and_survives_a_reload(context: BrowserContext) -> None:
    with opened(context, application()) as (tab, served, wrong):
        assert tab.title() == "Start"
        assert BASE in tab.evaluate("getComputedStyle(document.body).backgroundImage")
        tab.click("[data-track=to-orders]")
        assert tab.title() == "Order 7"
        assert served.wait(lambda: "view" in {a.event.kind for a in served.arrived})
        tab.reload()
        assert tab.title() == "Order 7"
        assert tab.url.endswith(f"{BASE}orders/7")
        assert "t=" not in tab.url
        assert served.wait(lambda: len(served.named("view")) >= 3)
        assert served.named("click") == ["to-orders"]
        assert served.named("view") == ["/", "/orders/7", "/orders/7"]
        assert {delivery.key for delivery in served.deliveries} == {KEY}
        assert wrong == []


def test_pages_with_clean_addresses_are_found(context: BrowserContext) -> None:
    files: dict[str, str | bytes] = {
        "index.html": page('<a href="/about">about</a>', "<style>body{background:url('/img/a.png')}</style>"),
        "about.html": page('<h1>About</h1><a href="/docs">docs</a><img src="img/a.png">'),
        "docs/index.html": page('<h1>Docs</h1><img src="../img/a.png"><script>document.title = "ran"</script>'),
        "img/a.png": PIXEL,
    }
    with opened(context, files) as (tab, served, wrong):
        tab.click("a")
        assert tab.inner_text("h1") == "About"
        assert loaded_picture(tab)
        tab.click("a")
        assert (tab.inner_text("h1"), tab.title()) == ("Docs", "ran")
        assert tab.url.endswith(f"{BASE}docs/")
        assert loaded_picture(tab)
        assert served.wait(lambda: len(served.named("view")) == 3)
        assert served.named("view") == ["/", "/about", "/docs/"]
        assert wrong == []


def test_a_page_of_the_sdk_and_one_without_are_one_session(context: BrowserContext) -> None:
    sdk = """<script src="https://sdk.example/mlew-tracker.js"></script>"""
    start = """<a href="b.html" data-track="on">x</a><script>
new MLEWTracker.Tracker({applicationId: 'x', applicationName: 'x', apiEndpoint: 'https://old.example', apiKey: 'old'})
</script>"""
    with opened(context, {"index.html": page(start, sdk), "b.html": page("<h1>b</h1>")}) as (tab, served, wrong):
        tab.click("a")
        tab.wait_for_selector("h1")
        assert served.wait(lambda: len(served.named("view")) == 2)
        assert served.named("click") == ["on"]
        assert {delivery.key for delivery in served.deliveries} == {KEY}
        assert len({arrived.session for arrived in served.arrived}) == 1
        assert wrong == []


@pytest.mark.parametrize(
    "script", ["fetch('https://elsewhere.example/')", "new Image().src = 'https://elsewhere.example/a.png'"]
)
def test_nothing_goes_to_other_hosts(context: BrowserContext, script: str) -> None:
    with opened(context, {"index.html": page(f"<script>{script}</script>")}) as (tab, served, wrong):
        assert served.wait(lambda: served.named("view") == ["/"])
        assert any("Content Security Policy" in one or "elsewhere" in one for one in wrong)
        assert tab.url.endswith(BASE)
