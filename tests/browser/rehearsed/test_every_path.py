"""Mocks of the examples and of folders that nobody has seen, walked by keyboard as they are published.

Every path from the landing page to the closing questions, on a phone and on a desktop, under the strict policy; what
the console says, and what axe finds on any page, fails the test.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mlew.domain.mock_spec import ENDS
from tests.browser.axe import findings
from tests.browser.mocks.conftest import SIZES
from tests.browser.rehearsed.editions import published
from tests.browser.serving import Served, serving
from tests.browser.walking import Path as Walked
from tests.browser.walking import answer, paths, walk
from tests.folders import EXAMPLES, UNSEEN_EN, UNSEEN_JA

SCHEMES: dict[str, Literal["light", "dark"]] = {"phone": "dark", "desktop": "light"}
EXAMINED = {"a": "phone", "b": "desktop"}
"""Size at which axe looks at the pages of a pair's mock: once each, and all sizes and schemes in all."""
_UNFOLD = "document.querySelectorAll('details').forEach((one) => one.open = true)"
_TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_HURRY = "const real = setTimeout; window.setTimeout = (done, ms, ...more) => real(done, (ms || 0) / 20, ...more)"
"""Nobody has to look at a service that seems to work; its other timers keep their order."""


@pytest.mark.parametrize("size", EXAMINED.values())
@pytest.mark.parametrize("pair", EXAMINED)
@pytest.mark.parametrize("folder", [*EXAMPLES, UNSEEN_JA, UNSEEN_EN], ids=lambda folder: folder.name)
def test_every_path_leads_to_the_questions_by_keyboard(browser: Browser, folder: Path, pair: str, size: str) -> None:
    spec, site = published(folder)[pair]
    examined: set[str] = set()
    complaints: list[str] = []

    def look(page: Page) -> None:
        where = urlsplit(page.url).path  # each path is walked on a server, and so a port, of its own
        if where in examined:
            return
        examined.add(where)
        complaints.extend([f"{where} is wider than the screen"] if page.evaluate(_TOO_WIDE) else [])
        if EXAMINED[pair] == size:
            page.evaluate(_UNFOLD)
            complaints.extend(f"{where}: {finding}" for finding in findings(page))

    every = tuple(paths(spec))
    assert {screen.id for screen in spec.screens} == {name for path in every for name in path} - set(ENDS)
    with visitor(browser, size, complaints) as context:
        for path in every:
            with serving(site) as served:
                page = context.new_page()  # a tab of its own: nothing is remembered from the path before
                page.goto(served.url)
                walk(page, spec, path, look)
                if path[-1] in ENDS:
                    answer(page)
                    expect(page.locator("[data-thanks] h2")).to_be_focused()
                assert complaints == []
                assert all_told(served, path), told_by(served)
                page.close()


@contextmanager
def visitor(browser: Browser, size: str, complaints: list[str]) -> Iterator[BrowserContext]:
    """Somebody's browser. `complaints`: what is said on the console, and what is not found."""
    context = browser.new_context(viewport=SIZES[size], color_scheme=SCHEMES[size], reduced_motion="reduce")
    context.set_default_timeout(60_000)
    context.add_init_script(_HURRY)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("console", lambda line: complaints.append(f"{line.type}: {line.text}"))
    context.on("response", lambda got: complaints.append(f"{got.status} {got.url}") if got.status > 399 else None)
    yield context
    context.close()


def all_told(served: Served, path: Walked) -> bool:
    """Whether the intake gets what happened on the path, and nothing else."""
    return served.wait(lambda: told_by(served) == told_on(path))


def told_on(path: Walked) -> list[str]:
    """Steps and answers on a path, as the numbers of a mock need them."""
    screens = [name for name in path if name not in ENDS]
    done = ["step done"] if path[-1] == "finish" else []
    answers = ["answer solved", "answer use", "comment "] if path[-1] in ENDS else []
    return ["step start", *(f"step {name}" for name in screens), *done, *answers]


def told_by(served: Served) -> list[str]:
    """Steps and answers that the tracker has sent, each once, in order."""
    sent = {event["n"]: event for body in served.events for event in json.loads(body)["e"]}
    events = (event for _, event in sorted(sent.items()))
    return [f"{event['y']} {event['x']}" for event in events if event["y"] in ("step", "answer", "comment")]
