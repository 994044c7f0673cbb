"""axe finds nothing on any type of page, in any look; nothing is cut off at 320 pixels."""

from typing import Literal

import pytest
from playwright.sync_api import Page

from mlew.domain.base import Locale
from mlew.domain.mock_spec import THEMES, Theme
from tests.browser.axe import findings
from tests.browser.mocks.conftest import Open

PAGES = ("", "s/form/", "s/no-engineer/", "finish/", "leave/")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_SMALL = """() => [...document.querySelectorAll("a, button, summary, input, select, textarea")]
  .filter((e) => e.getClientRects().length && !e.closest(".sr, .skip") && !e.matches(".sr"))
  .map((e) => [e.outerHTML.slice(0, 80), (e.closest("label") || e).getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"""


def unfold(page: Page) -> None:
    """Everything that is hidden behind a click."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", ["phone", "desktop"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(open_mock: Open, path: str, size: str, scheme: str) -> None:
    page = open_mock(path, "ja", size=size, scheme=scheme)
    unfold(page)
    assert findings(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("theme", [theme for theme in THEMES if theme != "clear"])
@pytest.mark.parametrize("path", ["", "finish/"])
def test_axe_finds_nothing_in_other_themes(open_mock: Open, path: str, theme: Theme, scheme: str) -> None:
    page = open_mock(path, "en", theme=theme, scheme=scheme)
    unfold(page)
    assert findings(page) == []


def test_axe_finds_nothing_once_thanked_and_once_asked_again(open_mock: Open) -> None:
    page = open_mock("finish/", "en")
    page.get_by_role("button").click()
    assert findings(page) == []
    page.get_by_label("Yes").first.check()
    page.get_by_role("button").click()
    assert findings(page) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_nothing_is_cut_off_at_320_pixels(open_mock: Open, locale: Locale, theme: Theme) -> None:
    for path in PAGES:
        page = open_mock(path, locale, theme=theme, size="smallest")
        assert page.evaluate(_TOO_WIDE) == 0, path
        assert page.evaluate(_SMALL) == [], path
