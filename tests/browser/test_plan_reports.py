"""Reports of milestones and the estimate in the browser: one sheet of A4, readable on a phone, open to everybody."""

import io
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, BrowserContext

from mlew.adapters.browser_print import find_browser, print_page
from mlew.documents.market_page import render_market_page
from mlew.documents.milestone_report import render_milestone_page
from tests.browser.axe import findings
from tests.unit.documents.milestone_reports import MARKETS, REPORTS

PAGES = {
    **{f"report-{name}": render_milestone_page(report) for name, report in REPORTS.items()},
    **{f"market-{name}": render_market_page(page) for name, page in MARKETS.items()},
}


def opened(name: str, folder: Path) -> str:
    file = folder / "page.html"
    file.write_text(PAGES[name], encoding="utf-8")
    return file.as_uri()


@pytest.mark.parametrize("name", PAGES)
def test_it_prints_on_one_sheet(name: str, browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    page.goto(opened(name, tmp_path))
    printed = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))

    assert len(printed) == 1
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1100])
@pytest.mark.parametrize("name", PAGES)
def test_it_is_open_to_everybody(name: str, width: int, scheme: str, browser: Browser, tmp_path: Path) -> None:
    context: BrowserContext = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light", bypass_csp=True
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.goto(opened(name, tmp_path))

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert findings(page) == []
    assert errors == []
    context.close()


def test_an_installed_browser_prints_the_page_as_the_command_does() -> None:
    browser = find_browser()
    assert browser is not None, "install Chromium (see the browser tests)"

    printed = pypdfium2.PdfDocument(io.BytesIO(print_page(browser, PAGES["report-reached-ja"])))

    assert len(printed) == 1
    assert [round(edge * 25.4 / 72) for edge in printed[0].get_size()] == [210, 297]
    assert "ファンの獲得" in printed[0].get_textpage().get_text_range()
