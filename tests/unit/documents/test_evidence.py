"""Evidence as people read and correct it."""

from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings

from mlew.documents.evidence import parse, render
from mlew.domain.base import Locale
from mlew.domain.evidence import (
    BusinessFigure,
    Evidence,
    Judgement,
    Observation,
    Origin,
    Reading,
    Remark,
    SceneRecord,
    Theme,
)
from mlew.errors import InputError
from tests.unit.decision.cases import MOMENT, clicks, snapshot
from tests.unit.documents.evidence_bodies import bodies

LOCALES: tuple[Locale, ...] = get_args(Locale)
EVIDENCE = Evidence(
    pair="p1",
    round=2,
    snapshots=(snapshot(clicks(5, 4, yes=3, no=1)),),
    observations=(
        Observation(
            id="O1",
            tester="T1",
            completed=True,
            minutes=4.5,
            readings=(Reading(criterion="C3", value=12, before=20),),
            scenes=(SceneRecord(scene=1, done=False),),
        ),
    ),
    remarks=(Remark(id="V1", text="傘が | ない", origin=Origin(kind="observation", place="O1")),),
    themes=(Theme(name="Stock", leaning="against", voices=("V1",), contradicts=("A2",)),),
    judgements=(Judgement(criterion="C4", passed=True, by="Product manager", reason="they did"),),
    figures=(BusinessFigure(criterion="C5", value=30, by="Sales"),),
    extra="more",
)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(bodies)
def test_evidence_reads_back_as_it_was_in_both_languages(body: Evidence) -> None:
    for locale in LOCALES:
        assert parse(render(body, locale), locale, kept=body) == body


@pytest.mark.parametrize("locale", LOCALES)
def test_a_plain_one_reads_back_in_the_other_language_too(locale: Locale) -> None:
    other: Locale = "en" if locale == "ja" else "ja"
    assert parse(render(EVIDENCE, locale), other, kept=EVIDENCE) == EVIDENCE


def test_numbers_are_shown_with_what_they_are_of_and_edits_do_not_change_them() -> None:
    text = render(EVIDENCE, "en")
    assert "80% (4/5)" in text
    assert "75% (3/4)" in text
    assert "2026-04-08T09:00+00:00" in text
    assert parse(text.replace("80%", "100%"), "en", kept=EVIDENCE).snapshots == EVIDENCE.snapshots


@pytest.mark.parametrize(("locale", "said"), [("ja", "ゼロという意味ではありません"), ("en", "No data is not zero")])
def test_no_data_a_destroyed_mock_and_simulated_testers_are_said(locale: Locale, said: str) -> None:
    nobody = snapshot(clicks(), destroyed_at=MOMENT, simulated=True, rehearsed=True)
    text = render(Evidence(pair="p1", snapshots=(nobody,)), locale)
    assert said in text
    assert text.count("- **") == 4


def test_rows_that_people_add_get_numbers() -> None:
    text = render(EVIDENCE, "en").replace("| V1 | ", "| | new one | note | | | | inside | |\n| V1 | ", 1)
    found = parse(text, "en", kept=EVIDENCE, taken=("V7",))
    assert [remark.id for remark in found.remarks] == ["V8", "V1"]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("| O1 | C3 |", "| O9 | C3 |", "O9"),
        ("| 12 | 20 |", "| twelve | 20 |", "twelve"),
        ("| 12 | 20 |", "| | 20 |", "1"),
        ("| 12 | 20 |", "| 1e16 | 20 |", "value"),
        ("| 4.5 |", "| -4.5 |", "minutes"),
        ("| O1 | 1 |", "| O1 | 1.5 |", "scene"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_line(old: str, new: str, part: str, locale: Locale) -> None:
    text = render(EVIDENCE, locale)
    assert old in text
    with pytest.raises(InputError) as refused:
        parse(text.replace(old, new), locale, kept=EVIDENCE)
    assert part in str(refused.value)
    assert refused.value.hint


def test_a_document_without_a_pair_is_refused() -> None:
    with pytest.raises(InputError, match="Pair"):
        parse("# Evidence\n", "en", kept=EVIDENCE)
