"""The verdicts in a browser: read by everybody, on any screen, on paper, and asking for nothing."""

import pytest

from mlew.decision.report.page import render_verdicts
from mlew.domain.base import Locale
from tests.browser.axe import findings
from tests.browser.lone_files import Open
from tests.unit.decision.sample_verdicts import sample_verdicts
from tests.unit.decision.test_report import with_everything
from tests.unit.metrics.test_report import HOSTILE


@pytest.mark.parametrize(
    ("locale", "width", "scheme"),
    [("ja", 390, "light"), ("en", 1280, "dark"), ("en", 390, "dark"), ("ja", 1280, "light")],
)
def test_axe_finds_nothing(show: Open, locale: Locale, width: int, scheme: str) -> None:
    assert findings(show(render_verdicts(sample_verdicts(locale)), width=width, scheme=scheme)) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_nothing_scrolls_sideways(show: Open, locale: Locale, width: int) -> None:
    page = show(render_verdicts(sample_verdicts(locale)), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("text", HOSTILE)
def test_what_others_wrote_does_nothing_and_breaks_nothing(show: Open, text: str) -> None:
    page = show(render_verdicts(with_everything(text)), width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("script, img, iframe, link").count() == 0
    assert page.locator(".mock").count() == 2
    assert findings(page) == []


def test_line_value_and_interval_stand_where_the_numbers_say(show: Open) -> None:
    page = show(render_verdicts(sample_verdicts("en")))
    drawn = page.locator(".mock").first.locator("svg.criterion").nth(2)  # 4 of 5, at least 50 %
    place = drawn.bounding_box()
    assert place is not None

    def at(part: str) -> float:
        left = float(drawn.locator(part).first.evaluate("one => one.getBoundingClientRect().x"))
        return (left - place["x"]) / place["width"]

    value = drawn.locator("rect.value").bounding_box()
    assert value is not None
    assert value["width"] / place["width"] == pytest.approx(0.8, abs=0.01)
    assert at("line.threshold") == pytest.approx(0.5, abs=0.01)
    assert at("line.whisker") == pytest.approx(0.376, abs=0.01)


def test_outcomes_look_different_without_colour(show: Open) -> None:
    page = show(render_verdicts(sample_verdicts("en")))
    looks = [
        page.locator(f"rect.value.{outcome}").first.evaluate(
            "one => [getComputedStyle(one).fill === 'none', getComputedStyle(one).strokeDasharray]"
        )
        for outcome in ("passed", "failed", "so-far")
    ]
    assert len({str(look) for look in looks}) == 3


def test_on_paper_it_is_light_and_each_mock_begins_a_page(show: Open) -> None:
    page = show(render_verdicts(sample_verdicts("ja")), scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    breaks = page.locator(".mock").evaluate_all("all => all.map(one => getComputedStyle(one).breakBefore)")
    assert breaks == ["page"] * 3
