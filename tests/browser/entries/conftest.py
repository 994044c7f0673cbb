"""A mock of a single part: the screen under test, whose main action leads to the end."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from mlew.domain.base import Locale
from mlew.domain.mock_spec import Action, MockSpec, Screen, Theme
from mlew.domain.screen_parts import Part
from mlew.mocks import Tracking, render_site
from tests.browser.serving import serving
from tests.mocks.samples import sample

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}

OpenPart = Callable[..., Page]


def one_screen(part: Part, locale: Locale = "en", theme: Theme = "clear") -> MockSpec:
    """The sample with this part as its only screen."""
    screen = Screen(
        id="only", title="修理の申し込み" if locale == "ja" else "Ask for a repair", step=1, part=part,
        actions=(Action(label="進む" if locale == "ja" else "Go on", to="finish", checks=True),),
    )  # fmt: skip
    return sample(locale, theme).model_copy(update={"screens": (screen,)})


@pytest.fixture
def open_part(browser: Browser) -> Iterator[OpenPart]:
    """Opens the screen of a part; errors of its script or of the content policy fail the test at its end."""
    complaints: list[str] = []
    with ExitStack() as stack:

        def open_part(
            part: Part,
            locale: Locale = "en",
            *,
            theme: Theme = "clear",
            phone: bool = False,
            scheme: Literal["light", "dark"] = "light",
            script: bool = True,
        ) -> Page:
            site = render_site(one_screen(part, locale, theme), Tracking(), rehearsed=False)
            served = stack.enter_context(serving(site))
            context = browser.new_context(
                viewport=PHONE if phone else DESKTOP,
                has_touch=phone,
                color_scheme=scheme,
                java_script_enabled=script,
                locale=locale,
                reduced_motion="reduce",  # colours are looked at when they have arrived
            )
            stack.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(30_000)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
            page.goto(f"{served.url}s/only/")
            return page

        yield open_part
    assert complaints == []


def go_on(page: Page) -> None:
    """Presses the screen's main action."""
    page.locator("[data-action]").first.click()


def alert(page: Page) -> str:
    """What the screen says when it cannot be left."""
    return page.locator("[data-stage-alert]").inner_text()


def left(page: Page) -> bool:
    """Whether the screen was left forward."""
    page.wait_for_url("**/finish/")
    return True
