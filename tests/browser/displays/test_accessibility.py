"""axe on every screen: both languages, light and dark, phone and desktop."""

from typing import Literal

import pytest

from mlew.domain.base import Locale
from tests.browser.axe import findings
from tests.browser.displays.conftest import Open
from tests.browser.displays.screens import parts


@pytest.mark.parametrize(
    ("locale", "width", "scheme"),
    [("ja", 390, "light"), ("en", 1280, "dark"), ("en", 390, "dark"), ("ja", 1280, "light")],
)
def test_axe_finds_nothing(show: Open, locale: Locale, width: int, scheme: Literal["light", "dark"]) -> None:
    page = show("chat", locale, width=width)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    found = []
    for screen in parts(locale):
        page.goto(page.url.replace(page.url.rstrip("/").rpartition("/")[2], screen))
        found += [f"{screen}: {finding}" for finding in findings(page)]
    assert found == []
