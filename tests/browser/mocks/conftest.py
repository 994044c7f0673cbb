"""The sample mocks under the strict policy. Whatever the console says, and whatever is not found, fails the test."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from mlew.domain.base import Locale
from mlew.domain.mock_spec import MockSpec, Theme
from mlew.mocks import Tracking, render_site
from tests.browser.serving import serving
from tests.mocks.samples import sample

SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "desktop": {"width": 1280, "height": 900},
    "smallest": {"width": 320, "height": 640},
}
Open = Callable[..., Page]
_KEEP = """window.mlew = (...call) => {
  const before = JSON.parse(sessionStorage.getItem("calls") || "[]");
  sessionStorage.setItem("calls", JSON.stringify([...before, call.filter((one) => one !== undefined)]));
}"""
"""A tracker that keeps what it is told."""


@pytest.fixture
def open_mock(browser: Browser) -> Iterator[Open]:
    """`open_mock("s/form/", "ja", theme="warm", size="phone")`; `calls`: keeps what is told to the tracker."""
    complaints: list[str] = []
    with ExitStack() as stack:

        def opened(
            path: str = "",
            locale: Locale = "en",
            *,
            spec: MockSpec | None = None,
            theme: Theme = "clear",
            size: str = "desktop",
            scheme: Literal["light", "dark"] = "light",
            script: bool = True,
            tracking: Tracking = Tracking(),  # noqa: B008 – frozen
            calls: bool = False,
            motion: bool = False,
        ) -> Page:
            site = render_site(spec or sample(locale, theme), tracking, rehearsed=True)
            url = stack.enter_context(serving(site)).url
            context = browser.new_context(
                viewport=SIZES[size],
                color_scheme=scheme,
                java_script_enabled=script,
                locale=locale,
                reduced_motion="no-preference" if motion else "reduce",
            )
            stack.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(30_000)
            if calls:
                page.add_init_script(_KEEP)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda line: complaints.append(f"{line.type}: {line.text}"))
            page.on("response", lambda got: complaints.append(f"{got.status} {got.url}") if got.status > 399 else None)
            page.goto(url + path)
            return page

        yield opened
    assert complaints == []


def calls(page: Page) -> list[list[str]]:
    """What the pages of this tab have told the tracker, in order."""
    found: list[list[str]] = page.evaluate("JSON.parse(sessionStorage.getItem('calls') || '[]')")
    return found
