"""The report: complete, the same each time, harmless whatever people wrote."""

import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import escape

from mlew.domain.base import Locale
from mlew.domain.figures import ElementFigure
from mlew.domain.voice import Voice
from mlew.metrics.intervals import rate
from mlew.metrics.report import pictures
from mlew.metrics.report.content import MockNumbers, Report
from mlew.metrics.report.page import render_report
from mlew.metrics.report.words import words
from tests.unit.metrics.sample_report import mock_numbers, mocks, sample_numbers, sample_report
from tests.unit.written import Written, read_page

ALLOWED = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "main",
        "footer",
        "section",
        "article",
        "figure",
        "div",
        "p",
    ),
    *("h1", "h2", "h3", "h4", "dl", "dt", "dd", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "span", "b"),
    *("i", "bdi", "br", "small", "strong", "a", "blockquote", "time", "details", "summary"),
    *("svg", "g", "rect", "line", "text"),
}
HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "</title><svg/onload=alert(1)>",
    '" onmouseover="alert(1)',
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "שלום \u202eevil\u202c عالم",
    "\x00\x1b[31mred\x07",
    "長い" * 900,
    "]]><!--",
)


def with_everything(text: str) -> Report:
    """A report in which everything that others write is this text."""
    found = sample_report("en", several=False)
    (mock,) = found.mocks
    total = mock.summary.total
    funnel = tuple(step.model_copy(update={"title": text, "id": f"{text}{n}"}) for n, step in enumerate(total.funnel))
    summary = mock.summary.model_copy(update={"title": text, "total": total.model_copy(update={"funnel": funnel})})
    voice = Voice(at=1_775_000_000_000, session="s", event="1", population="open", text=text)
    element = ElementFigure(name=text, clicks=1, sessions=1, conversion=rate(1, 2))
    hostile = mock._replace(pair=text, pair_name=text, summary=summary, voices=(voice,), elements=(element,))
    return found._replace(subject=text, workshop=text, mocks=(hostile, hostile))


def check(text: str) -> Written:
    page = read_page(text)
    assert set(page.tags) <= ALLOWED
    assert not [found for found in page.attributes if found[1].startswith("on") or found[1] in ("style", "src")]
    assert all(value.startswith("#") for _, name, value in page.attributes if name == "href")
    assert page.tags.count("style") == page.tags.count("title") - len(re.findall(r"<g><title>", text)) == 1
    return page


@pytest.mark.parametrize("text", HOSTILE)
def test_what_others_wrote_stays_text(text: str) -> None:
    page = render_report(with_everything(text))
    assert re.sub(r"[\x00-\x1f]", "", text) in check(page).text
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", page)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
@example("<")
@example("&amp;<b>")
def test_nothing_that_can_be_written_becomes_markup(text: str) -> None:
    check(render_report(with_everything(text)))


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_it_asks_nobody_for_anything(locale: Locale) -> None:
    text = render_report(sample_report(locale))
    check(text)
    assert not re.search(r"https?:|@import|url\(", text)
    assert "default-src &#39;none&#39;" in text or "default-src 'none'" in text


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_the_same_numbers_are_the_same_page_in_every_language(locale: Locale) -> None:
    report = sample_report(locale)
    text = render_report(report)
    assert text == render_report(report)
    assert f'<html lang="{locale}">' in text
    assert all(escape(mock.summary.title) in text for mock in report.mocks)
    assert "63%" in text and "24/38" in text and "47–77%" in text


def test_both_languages_have_the_same_words_and_all_are_used() -> None:
    folder = files("mlew.metrics.report")
    both = [set(tomllib.loads(folder.joinpath("words", f"{name}.toml").read_text("utf-8"))) for name in ("ja", "en")]
    templates = [file.read_text("utf-8") for file in folder.joinpath("templates").iterdir()]
    shared = files("mlew.documents.web_page").joinpath("side_by_side.py").read_text("utf-8")
    code = "".join([shared, *templates, folder.joinpath("page.py").read_text("utf-8")])
    made_of_data = re.compile(r"^(def_\w+|question_\w+|internal|external|open|bot|prefetch|preview|start|done)$")
    assert both[0] == both[1]
    assert {word for word in both[0] if not re.search(rf"\b{word}\b", code) and not made_of_data.match(word)} == set()


def test_no_data_is_said_and_not_drawn_as_zero() -> None:
    report = sample_report("en")
    only = render_report(report._replace(mocks=report.mocks[2:]))
    assert words("en")["no_data_long"] in only
    assert "0%" not in re.sub(r"<style>.*?</style>", "", only, flags=re.DOTALL)
    assert "headlines" not in only.partition("</style>")[2]


def test_rehearsed_and_simulated_are_marked_and_only_then() -> None:
    report = sample_report("en")
    assert words("en")["simulated_long"] in render_report(report)
    assert render_report(report).count(words("en")["rehearsed_long"]) == 1  # of the second mock
    real = render_report(sample_report("en", several=False, simulated=False))
    assert words("en")["simulated_long"] not in real and words("en")["rehearsed_long"] not in real


def test_what_was_left_out_stands_beside_the_numbers() -> None:
    page = render_report(sample_report("en", several=False))
    assert re.search(r"Bots and programs</th><td class=\"number\">3</td><td class=\"number\">43</td>", page)
    assert re.search(r"Own previews</th><td class=\"number\">4</td>", page)


def test_the_table_behind_the_time_line_has_every_hour_with_events() -> None:
    report = sample_report("en", several=False)
    page = render_report(report)
    for point in report.mocks[0].points:
        assert f'{point.start:%Y-%m-%d %H:%M}</th><td class="number">{point.sessions}</td>' in page


def test_days_are_labelled_as_days() -> None:
    report = sample_report("en", several=False)
    days = report.mocks[0]._replace(by_day=True)
    assert ">4/1</text>" in render_report(report._replace(mocks=(days,)))


def test_many_voices_and_elements_are_counted_where_they_end() -> None:
    report = sample_report("en", several=False)
    many = tuple(ElementFigure(name=f"e{n}", clicks=1, sessions=1, conversion=rate(1, 2)) for n in range(30))
    more = report.mocks[0]._replace(elements=many, more_voices=12)
    page = render_report(report._replace(mocks=(more,)))
    assert "+ 10 more elements" in page and "+ 12 more comments" in page
    assert ">e19<" in page and ">e20<" not in page


def test_a_mock_that_only_bots_have_seen_has_no_data(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers: MockNumbers = mock_numbers(sample_numbers("en"), mocks("en")[2])
    assert numbers.points == ()
    assert words("en")["no_data"] in render_report(sample_report("en")._replace(mocks=(numbers,)))


def test_bars_never_leave_their_place() -> None:
    drawn = "".join((pictures.bar(1.0, 1.0), pictures.bar(0.0), pictures.bar(None), pictures.interval(rate(0, 0))))
    drawn += pictures.parts([("yes", 0), ("no", 0)]) + pictures.interval(rate(5, 5))
    for x, width in re.findall(r'x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', drawn):
        assert float(x) >= 0 and float(x) + float(width) <= 100
    assert pictures.bar(1 / 1000).count('class="fill"') == 1  # little is seen
    assert pictures.bar(0.0).count('class="fill"') == 0
