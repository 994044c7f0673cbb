"""The verdicts' page: complete, the same each time, harmless whatever people wrote."""

import re
import tomllib
from importlib.resources import files
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import escape

from mlew.decision.picture_scale import marks
from mlew.decision.report.content import VerdictReport
from mlew.decision.report.page import render_verdicts
from mlew.domain.base import Locale
from mlew.domain.evidence import Judgement, Origin, OriginKind, Remark, Theme
from mlew.domain.verdict import Outlook
from tests.unit.decision.sample_verdicts import sample_verdicts
from tests.unit.metrics.test_report import ALLOWED, HOSTILE
from tests.unit.written import Written, read_page

_ALLOWED = {*ALLOWED, "ol"}


def with_everything(text: str) -> VerdictReport:
    """A report in which everything that others write is this text."""
    found = sample_verdicts("en")
    mock = found.mocks[0]
    verdict = mock.verdict
    word = Judgement(criterion="C5", passed=True, by=text, reason=text)
    results = tuple(
        result.model_copy(
            update={
                "criterion": result.criterion.model_copy(update={"id": text, "statement": text, "unit": text}),
                "judgement": word if result.judgement else None,
            }
        )
        for result in verdict.results
    )
    decisions = tuple(one.model_copy(update={"by": text, "reason": text}) for one in verdict.decisions)
    changes = tuple(
        change.model_copy(update={"id": text, "before": results[0].criterion, "after": results[1].criterion})
        for change in verdict.changes
    )
    hostile = mock._replace(
        verdict=verdict.model_copy(
            update={"pair": text, "title": text, "results": results, "decisions": decisions, "changes": changes}
        ),
        pair_name=text,
        themes=(Theme(name=text, summary=text, voices=(text,)),),
        voices={text: Remark(id=text, text=text, origin=Origin(kind="note", place=text))},
    )
    return found._replace(subject=text, workshop=text, mocks=(hostile, hostile), without=(text,))


def check(text: str) -> Written:
    page = read_page(text)
    assert set(page.tags) <= _ALLOWED
    assert not [found for found in page.attributes if found[1].startswith("on") or found[1] in ("style", "src")]
    assert all(value.startswith("#") for _, name, value in page.attributes if name == "href")
    assert page.tags.count("style") == page.tags.count("title") == 1
    return page


@pytest.mark.parametrize("text", HOSTILE)
def test_what_others_wrote_stays_text(text: str) -> None:
    page = render_verdicts(with_everything(text))
    assert re.sub(r"[\x00-\x1f]", "", text) in check(page).text
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", page)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
@example("<")
@example("&amp;<b>")
def test_nothing_that_can_be_written_becomes_markup(text: str) -> None:
    check(render_verdicts(with_everything(text)))


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_it_asks_nobody_for_anything_and_is_the_same_each_time(locale: Locale) -> None:
    report = sample_verdicts(locale)
    text = render_verdicts(report)
    check(text)
    assert text == render_verdicts(report)
    assert not re.search(r"https?:|@import|url\(", text)
    assert f'<html lang="{locale}">' in text
    assert all(escape(mock.verdict.title) in text for mock in report.mocks)


def test_both_languages_have_the_same_words_and_all_are_used() -> None:
    folder = files("mlew.decision.report")
    both = [set(tomllib.loads(folder.joinpath("words", f"{name}.toml").read_text("utf-8"))) for name in ("ja", "en")]
    templates = [file.read_text("utf-8") for file in folder.joinpath("templates").iterdir()]
    shared = files("mlew.documents.web_page").joinpath("side_by_side.py").read_text("utf-8")
    code = "".join(
        [shared, *templates, *(folder.joinpath(f"{name}.py").read_text("utf-8") for name in ("page", "view"))]
    )
    made_of_data = {
        *(f"settle_{outlook}" for outlook in get_args(Outlook)),
        *(f"of_{kind}" for kind in get_args(OriginKind)),
        *("for", "against", "mixed", "neither"),
    }
    assert both[0] == both[1]
    used = set(re.findall(r"""(?:words|said)(?:\.|\[")(\w+)""", code))
    unused = {word for word in both[0] - used if not word.startswith("def_")}
    assert unused <= made_of_data


def test_simulated_numbers_a_closed_plan_and_the_strict_rule_are_said_at_the_top() -> None:
    found = sample_verdicts("ja")
    mock = found.mocks[0]
    simulated = mock._replace(verdict=mock.verdict.model_copy(update={"simulated": True}), rehearsed=True)
    text = read_page(render_verdicts(found._replace(mocks=(simulated,), closed=True, strict=True))).text
    assert "模擬のテスターの数字が含まれています" in text and "計画が確定しているため" in text and "厳格" in text
    assert "リハーサル用のモデル" in text
    assert "mlew verdict decide" not in text


def test_voices_without_numbers_are_not_nothing() -> None:
    (third,) = sample_verdicts("en").mocks[2:]
    voice = Remark(id="V1", text="Hm.", origin=Origin(kind="note", place="notes.md:1"))
    report = sample_verdicts("en")
    assert "Nothing came in" in read_page(render_verdicts(report._replace(mocks=(third,)))).text
    heard = report._replace(mocks=(third._replace(voices={"V1": voice}),))
    text = read_page(render_verdicts(heard)).text
    assert "Nothing came in" not in text and "No voices have been grouped yet." in text


def test_pictures_end_at_numbers_that_read_well() -> None:
    found = [marks(result) for mock in sample_verdicts("en").mocks for result in mock.verdict.results]
    assert {(one.begin, one.end) for one in found if one} == {
        (0.0, 100.0),
        (0.0, 50.0),
        (0.0, 10.0),
        (-20.0, 40.0),
        (0.0, 40.0),
    }
