"""Pages of one file, opened as a reader opens them; what they ask for and complain about fails the test."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

Open = Callable[..., Page]
"""`(text, *, width=1280, scheme="light")`."""


@contextmanager
def lone_files(browser: Browser, folder: Path) -> Iterator[Open]:
    """Afterwards: nothing but the file itself was asked for, and nothing was said on the console."""
    contexts: list[BrowserContext] = []
    asked: list[str] = []
    said: list[str] = []

    def opened(text: str, *, width: int = 1280, scheme: str = "light") -> Page:
        file = folder / "page.html"
        file.write_text(text, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert len(asked) <= len(contexts), "nothing but the file itself"
    assert said == []
