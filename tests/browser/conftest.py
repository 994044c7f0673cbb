"""One browser for the session; every test gets a context of its own, so that no storage is shared."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.browser.chromium import ARGUMENTS, chromium
from tests.browser.lone_files import Open, lone_files
from tests.browser.mock_site import MockSite, serving

expect.set_options(timeout=30_000)  # a machine of two cores may be busy; what is there already costs nothing


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=list(ARGUMENTS), chromium_sandbox=False, headless=True
        )
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    context.set_default_timeout(30_000)
    yield context
    context.close()


@pytest.fixture
def site() -> Iterator[MockSite]:
    """Pages and an intake, empty."""
    with serving() as site:
        yield site


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page of one file."""
    with lone_files(browser, tmp_path) as opened:
        yield opened
