"""A mock walked through as by somebody without a mouse: Tab, Enter, Space and arrows, nothing else."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from playwright.sync_api import Page, expect

from mlew.domain.mock_spec import ENDS, MockSpec, Screen
from mlew.domain.screen_parts import PartKind

Path = tuple[str, ...]
"""Ids of screens in the order in which they are seen; the last one is an end."""
_MOST_TABS = 250
_AHEAD = """selector => {
  const at = document.activeElement;
  if (at.matches(selector)) return 0;
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
    (e) => e === at || (e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }) &&
      (e.type !== "radio" || e.checked || e === document.querySelector(`[name="${e.name}"]`))));
  const to = stops.findIndex((e, n) => n > stops.indexOf(at) && e.matches(selector));
  return to < 0 ? 1 : to - stops.indexOf(at);
}"""
"""How many presses it should take, as a guess: whether it is the right element is looked at after them."""
_FILLED: dict[PartKind, tuple[tuple[str, str], ...]] = {
    "form": (("[data-fill]", "Enter"),),
    "upload": (("[data-sample]", "Enter"),),
    "list_detail": (("[data-entry]", "Enter"), ("[data-choose]", "Enter")),
    "compare": (("input[type=radio]", "Space"),),
    "calendar": (("[data-day]:not([data-full])", "Enter"), ("input[name=time]", "Space")),
    "chat": (("[data-chip]", "Enter"),),
}
"""What is tabbed to and pressed until a part can be left forward."""


def paths(spec: MockSpec) -> Iterator[Path]:
    """Every way from the first screen to an end on which no screen is seen twice.

    A way back to a screen that was seen ends there: what follows it is on other paths.
    """
    yield from _paths(spec, (spec.screens[0].id,))


def _paths(spec: MockSpec, seen: Path) -> Iterator[Path]:
    screen = spec.screen(seen[-1])
    assert screen is not None
    for to in dict.fromkeys(action.to for action in screen.actions):
        if to in ENDS or to in seen:
            yield (*seen, to)
        else:
            yield from _paths(spec, (*seen, to))


def walk(page: Page, spec: MockSpec, path: Path, look: Callable[[Page], None] = lambda _page: None) -> None:
    """From the landing page, where `page` is, to the last one of `path`. `look` is called on each page."""
    look(page)
    reach(page, "[data-track=start-hero]")
    page.keyboard.press("Enter")
    for here, to in pairwise(path):
        page.wait_for_url(f"**/s/{here}/")
        screen = spec.screen(here)
        assert screen is not None
        look(page)
        leave(page, screen, to)
    page.wait_for_url(f"**/{path[-1]}/")
    look(page)


def leave(page: Page, screen: Screen, to: str) -> None:
    """Fills the screen's part if that is asked for, and takes the action that leads to `to`."""
    number, action = next((n, action) for n, action in enumerate(screen.actions) if action.to == to)
    if action.checks:
        fill(page, screen.part.kind)
    reach(page, f"[data-action]:nth-of-type({number + 1})")
    page.keyboard.press("Enter")


def fill(page: Page, kind: PartKind) -> None:
    """By keyboard, until the part has what it needs."""
    if kind == "wizard":
        while page.locator("[data-next]").is_visible():
            if page.locator("[data-fill]").is_visible():
                press(page, "[data-fill]", "Enter")
            press(page, "[data-next]", "Enter")
    for selector, key in _FILLED.get(kind, ()):
        press(page, selector, key)
    if kind == "upload":
        expect(page.locator("[data-finding]:visible progress:visible")).to_have_count(0)


def answer(page: Page) -> None:
    """Both closing questions and a comment of one letter."""
    press(page, "input[name=solved]", "Space")
    page.keyboard.press("ArrowDown")
    press(page, "input[name=use]", "Space")
    press(page, "textarea", "a")
    press(page, "form .button", "Enter")


def press(page: Page, selector: str, key: str) -> None:
    """One key on an element that Tab leads to."""
    reach(page, selector)
    page.keyboard.press(key)


def reach(page: Page, selector: str) -> None:
    """Tabs on, around the page if need be, until the focus is on an element of the selector, which can be seen."""
    left = _MOST_TABS
    while left > 0:
        ahead: int = page.evaluate(_AHEAD, selector)
        if ahead == 0:
            return
        for _ in range(ahead):
            page.keyboard.press("Tab")
        left -= ahead
    raise AssertionError(f"no way to {selector} by Tab on {page.url}")
