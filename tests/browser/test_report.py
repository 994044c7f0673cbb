"""The report in a browser: read by everybody, on any screen, on paper, and asking for nothing."""

from typing import Literal

import pytest

from mlew.domain.base import Locale
from mlew.metrics.report.page import render_report
from tests.browser.axe import findings
from tests.browser.lone_files import Open
from tests.unit.metrics.sample_report import sample_report
from tests.unit.metrics.test_report import HOSTILE, with_everything


@pytest.mark.parametrize(
    ("locale", "width", "scheme"),
    [("ja", 390, "light"), ("en", 1280, "dark"), ("en", 390, "dark"), ("ja", 1280, "light")],
)
def test_axe_finds_nothing(show: Open, locale: Locale, width: int, scheme: Literal["light", "dark"]) -> None:
    page = show(render_report(sample_report(locale)), width=width, scheme=scheme)
    for details in page.locator("details").all():
        details.evaluate("one => one.open = true")
    assert findings(page) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_nothing_scrolls_sideways(show: Open, locale: Locale, width: int) -> None:
    page = show(render_report(sample_report(locale)), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    inner = page.locator(".scroll:not(details .scroll)").all()
    assert all(one.evaluate("one => one.scrollWidth <= one.clientWidth + 1") for one in inner)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_others_wrote_does_nothing_and_breaks_nothing(show: Open, text: str) -> None:
    page = show(render_report(with_everything(text)), width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("script, img, iframe, link").count() == 0
    assert page.locator(".mock").count() == 2
    assert findings(page) == []


def test_a_text_from_right_to_left_stays_among_itself(show: Open) -> None:
    page = show(render_report(with_everything("שלום \u202eabc")), width=1280)
    assert page.locator(".voices blockquote").first.evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert page.locator(".voices p").first.evaluate("one => getComputedStyle(one).direction") == "ltr"


def test_the_table_behind_the_time_line_opens_with_the_keyboard(show: Open) -> None:
    page = show(render_report(sample_report("en", several=False)))
    summary = page.locator("summary").first
    table = page.locator("details table").first
    assert not table.is_visible()
    summary.focus()
    page.keyboard.press("Enter")
    assert table.is_visible()


def test_on_paper_it_is_light_and_the_tables_stand_open(show: Open) -> None:
    page = show(render_report(sample_report("ja")), scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("details table").first.bounding_box()
    assert page.locator("summary").first.is_hidden()


def test_marks_stand_where_the_numbers_say(show: Open) -> None:
    page = show(render_report(sample_report("en", several=False)))
    place = page.locator(".headline svg.interval").first.bounding_box()
    point = page.locator(".headline line.point").first.evaluate("one => one.getBoundingClientRect().x")
    assert place is not None
    assert (point - place["x"]) / place["width"] == pytest.approx(24 / 38, abs=0.01)
    bars = page.locator(".funnel").first.locator("rect.fill").all()
    widths = [box["width"] for bar in bars if (box := bar.bounding_box())]
    assert [round(width / widths[0] * 38) for width in widths] == [38, 32, 31, 28, 24, 24]
