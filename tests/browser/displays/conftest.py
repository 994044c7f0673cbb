"""Opens screens of the display mock under the strict policy; whatever the console complains about fails the test."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from mlew.domain.base import Locale
from mlew.mocks import Tracking, render_site
from tests.browser.displays.screens import display_mock
from tests.browser.serving import serving

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def addresses() -> Iterator[dict[Locale, str]]:
    """Of the mock in both languages."""
    sites = {locale: render_site(display_mock(locale), Tracking(), rehearsed=False) for locale in ("ja", "en")}
    with serving(sites["ja"]) as ja, serving(sites["en"]) as en:
        yield {"ja": ja.url, "en": en.url}


@pytest.fixture
def show(context: BrowserContext, addresses: dict[Locale, str]) -> Iterator[Open]:
    """`show("table", "ja")` opens a screen; motion is reduced, so that nothing has to be waited for."""
    complaints: list[str] = []

    def opened(screen: str, locale: Locale = "en", *, width: int = 1280, motion: bool = False) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(reduced_motion="no-preference" if motion else "reduce")
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{addresses[locale]}s/{screen}/")
        return page

    yield opened
    assert complaints == []
