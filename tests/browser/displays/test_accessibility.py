"""axe on every screen: both languages, light and dark, phone and desktop."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from mlew.domain.base import Locale
from tests.browser.displays.conftest import Open
from tests.browser.displays.screens import parts

AXE = Path(__file__).parents[3] / "node_modules" / "axe-core" / "axe.min.js"


def _findings(page: Page) -> list[str]:
    page.evaluate(AXE.read_text("utf-8"))  # the strict policy takes no script from elsewhere
    found: list[str] = page.evaluate(
        "async () => (await axe.run('main')).violations.flatMap(one =>"
        " one.nodes.map(node => `${one.id}: ${node.html.slice(0, 120)} ${node.failureSummary.slice(0, 200)}`))"
    )
    return found


@pytest.mark.parametrize(
    ("locale", "width", "scheme"),
    [("ja", 390, "light"), ("en", 1280, "dark"), ("en", 390, "dark"), ("ja", 1280, "light")],
)
def test_axe_finds_nothing(show: Open, locale: Locale, width: int, scheme: Literal["light", "dark"]) -> None:
    page = show("chat", locale, width=width)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    findings = []
    for screen in parts(locale):
        page.goto(page.url.replace(page.url.rstrip("/").rpartition("/")[2], screen))
        findings += [f"{screen}: {finding}" for finding in _findings(page)]
    assert findings == []
