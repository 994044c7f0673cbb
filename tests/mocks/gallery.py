"""`make gallery`: screenshots of every page and part of the samples, to be looked at.

Both languages, all themes, light and dark, phone and desktop, and what parts look like once somebody has done something
(`STATES`); `build/gallery/index.html` shows them side by side.
Narrow it down with words that stand in a file's name: `python -m tests.mocks.gallery landing warm ja phone`.
"""

import html
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from mlew.domain.base import Locale
from mlew.domain.mock_spec import THEMES, MockSpec, Theme
from mlew.domain.screen_parts import PartKind
from mlew.mocks import Tracking, render_site
from tests.browser.chromium import ARGUMENTS, chromium
from tests.browser.serving import serving
from tests.mocks.samples import sample

FOLDER = Path(__file__).parents[2] / "build" / "gallery"
LOCALES: tuple[Locale, ...] = ("ja", "en")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "desktop": {"width": 1280, "height": 900},
}


def _sent_empty(page: Page) -> None:
    page.locator("[data-next]:visible, [data-action]:visible").first.click()
    expect(page.locator("[data-summary]:visible")).to_be_visible()


def _answered(page: Page) -> None:
    said = page.locator(".said:not(.typing)")
    page.locator("[data-chip]").first.click()
    expect(said).to_have_count(3)
    page.locator("[data-say] input").fill("zzz")
    page.keyboard.press("Enter")
    expect(said).to_have_count(5)


def _read(page: Page) -> None:
    page.locator("[data-sample]").first.click()
    expect(page.locator("[data-finding] [data-text]").first).to_be_visible()


def _filtered_away(page: Page) -> None:
    page.locator("[data-search]").fill("zzz")
    expect(page.locator("[data-empty]")).to_be_visible()


STATES: dict[PartKind, tuple[str, Callable[[Page], None]]] = {
    "form": ("error", _sent_empty),
    "wizard": ("error", _sent_empty),
    "chat": ("filled", _answered),
    "upload": ("filled", _read),
    "list_detail": ("empty", _filtered_away),
}
"""What a part comes to, and how. All others are seen whole at once."""


@dataclass(frozen=True)
class Shot:
    """One screenshot: a page in one look. `reach`: what is done before it, for a `state` that is not the first."""

    page: str
    locale: Locale
    theme: Theme
    scheme: Literal["light", "dark"]
    size: str
    state: str = ""
    reach: Callable[[Page], None] | None = None

    @property
    def name(self) -> str:
        """Of its file."""
        named = self.page.strip("/").replace("/", "_") or "landing"
        return "-".join((named, *filter(None, (self.state,)), *self.look)) + ".png"

    @property
    def look(self) -> tuple[str, ...]:
        """Everything but the page."""
        return (self.locale, self.theme, self.scheme, self.size)


def pages(spec: MockSpec) -> tuple[str, ...]:
    """Paths of all pages of a mock."""
    return ("", *(f"s/{screen.id}/" for screen in spec.screens), "finish/", "leave/")


def shots(words: Sequence[str]) -> Iterator[Shot]:
    """Those whose names hold every word."""
    for locale in LOCALES:
        for theme in THEMES:
            for page, state, reach in _moments(sample(locale, theme)):
                for scheme in SCHEMES:
                    for size in SIZES:
                        shot = Shot(page, locale, theme, scheme, size, state, reach)
                        if all(word in shot.name for word in words):
                            yield shot


def _moments(spec: MockSpec) -> Iterator[tuple[str, str, Callable[[Page], None] | None]]:
    """Every page as it opens, and the state that its part has besides."""
    yield from ((page, "", None) for page in pages(spec))
    for screen in spec.screens:
        if screen.part.kind in STATES:
            yield f"s/{screen.id}/", *STATES[screen.part.kind]


def main(words: Sequence[str]) -> None:
    """Writes the pictures and the page that shows them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = list(shots(words))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=list(ARGUMENTS), chromium_sandbox=False, headless=True
        )
        for locale, theme in sorted({(shot.locale, shot.theme) for shot in wanted}):
            with serving(render_site(sample(locale, theme), Tracking(), rehearsed=True)) as served:
                for shot in wanted:
                    if (shot.locale, shot.theme) == (locale, theme):
                        _take(browser, served.url, shot)
        browser.close()
    (FOLDER / "index.html").write_text(_page(sorted(FOLDER.glob("*.png"))), encoding="utf-8")


def _take(browser: Browser, url: str, shot: Shot) -> None:
    context = browser.new_context(viewport=SIZES[shot.size], color_scheme=shot.scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(url + shot.page)
    if shot.reach is not None:
        shot.reach(page)
    page.screenshot(path=FOLDER / shot.name, full_page=True)
    context.close()


def _page(pictures: Sequence[Path]) -> str:
    figures = "".join(
        f'<figure><a href="{name}"><img src="{name}" loading="lazy" alt=""></a><figcaption>{name}</figcaption></figure>'
        for name in (html.escape(picture.name) for picture in pictures)
    )
    style = (
        "body{font:14px sans-serif;display:flex;flex-wrap:wrap;gap:16px;margin:16px}figure{margin:0;width:280px}"
        "img{width:100%;height:360px;object-fit:cover;object-position:top;border:1px solid #ccc}"
    )
    return f"<!doctype html><meta charset=utf-8><title>Gallery</title><style>{style}</style>{figures}"


if __name__ == "__main__":
    main(sys.argv[1:])
