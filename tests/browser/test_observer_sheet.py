"""The observer's sheet on a phone: filled in, kept over a reload, taken away as CSV, and read back."""

from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Browser, Page, expect

from mlew.documents.filled_sheet import read_sheet_csv
from mlew.documents.observer_sheet_fields import fields
from mlew.documents.observer_sheet_page import sheet_page
from mlew.domain.base import Locale
from mlew.domain.evidence import Observation, Reading
from tests.browser.axe import findings
from tests.unit.documents.sheets import SHEET

LOCALES: tuple[Locale, ...] = get_args(Locale)
WORDS = {
    "ja": ("はい", "いいえ", "この人の記録を保存", "CSV を保存"),
    "en": ("Yes", "No", "Save this tester's record", "Save as CSV"),
}
QUOTE = '=1+1, "quick"; 早い'


def fill(page: Page, locale: Locale, tester: str) -> None:
    labels = {field.key: field.label for field in fields(SHEET, locale)}
    yes, no, save, _ = WORDS[locale]
    page.get_by_label(labels["tester"], exact=True).fill(tester)
    page.get_by_role("group", name=labels["C1"]).get_by_label(yes, exact=True).check()
    page.get_by_role("group", name=labels["completed"]).get_by_label(no, exact=True).check()
    page.get_by_label(labels["minutes"]).fill("12,5")
    page.get_by_label(labels["C3 before"]).fill("20")
    page.get_by_label(labels["C3"], exact=True).fill("12")
    page.get_by_label(labels["quotes"]).fill(f"{QUOTE}\nagain?")
    page.get_by_role("button", name=save).click()


@pytest.mark.parametrize("locale", LOCALES)
def test_a_sheet_filled_in_on_a_phone_reads_back(browser: Browser, tmp_path: Path, locale: Locale) -> None:
    file = tmp_path / "sheet.html"
    file.write_text(sheet_page(SHEET, locale), "utf-8")
    context = browser.new_context(viewport={"width": 360, "height": 740}, accept_downloads=True)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    fill(page, locale, "=T1")
    fill(page, locale, "T2")
    page.reload()
    expect(page.locator("#kept li")).to_have_count(2)
    with page.expect_download() as taken:
        page.get_by_role("button", name=WORDS[locale][3]).click()
    taken.value.save_as(tmp_path / "taken.csv")
    text = (tmp_path / "taken.csv").read_text("utf-8")
    first, second = read_sheet_csv(text, SHEET, locale)
    assert isinstance(first.said, Observation)
    assert (first.said.tester, second.said.tester) == ("=T1", "T2")
    assert (first.said.completed, first.said.minutes) == (False, 12.5)
    assert first.said.readings == (Reading(criterion="C1", value=1), Reading(criterion="C3", value=12, before=20))
    assert first.quotes == (QUOTE, "again?")
    assert first.said.scenes == ()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert findings(page) == []
    assert said == []
    context.close()
