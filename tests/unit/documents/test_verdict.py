"""What people read of a verdict: nothing hidden, nothing claimed."""

from typing import get_args

import pytest

from mlew.decision.verdict import decided, verdict
from mlew.documents.verdict import render
from mlew.documents.verdict_words import CERTAINTIES, DECISIONS, GROUPS, OUTCOMES, POPULATIONS, REASONS, SOURCES, TEXTS
from mlew.domain.base import Locale
from mlew.domain.evidence import Evidence, Judgement, Reading, Theme
from mlew.domain.evidence_collecting import begun
from mlew.domain.iteration import Iteration
from mlew.domain.verdict import Certainty, DecisionKind, GroupState, Outcome, Outlook, Reason
from tests.unit.decision.cases import (
    INTENTION,
    MOMENT,
    clicks,
    criterion,
    evidence,
    iteration,
    observed,
    snapshot,
)

USUAL = iteration(criterion(), INTENTION)


def page(found: Evidence, test: Iteration = USUAL, locale: Locale = "en", **fields: bool) -> str:
    return render(verdict(test, found, **fields), locale)  # type: ignore[arg-type]


def test_a_provisional_pass_says_what_would_settle_it() -> None:
    text = page(evidence(clicks(5, 5, yes=5)))
    assert "**go** (provisional)" in text
    assert (
        "| C1 | Testers reach the result | at least 80 % | 100% (5/5) | 57–100% | passed | provisional "
        "| about 11 more |" in text
    )
    assert "more of them may change a result" in text


def test_no_data_is_said_plainly() -> None:
    text = page(evidence())
    assert "| – | – | no data | – | – |" in text
    assert "No data for C1, C2. No data is neither a failure nor zero." in text
    assert "Waiting for: C1, C2" in text
    assert "Nobody has decided yet." in text


def test_one_tester() -> None:
    assert "1 of 5 so far" in page(evidence(clicks(1, 1, yes=1)))
    assert "5 人中 1 人まで" in page(evidence(clicks(1, 1, yes=1)), locale="ja")


def test_all_no_in_japanese() -> None:
    text = page(evidence(clicks(5, 0, no=5)), locale="ja")
    assert "**やめる** (確か)" in text
    assert "0% (0/5) | 0–43% | 不合格 | 確か | – |" in text


def test_the_line_met_exactly_and_what_nobody_could_settle() -> None:
    assert "80% (4/5) | 38–96% | passed | provisional | none would |" in page(evidence(clicks(5, 4, yes=4)))


def test_unjudged_unmeasured_contradicted_and_divided_are_cautions() -> None:
    test = iteration(
        criterion(),
        criterion("C2", metric="none"),
        criterion("C3", source="observation", kind="qualitative", comparator="judged"),
        criterion("C4", source="observation", kind="change", statement="30 % less time", threshold=30),
    )
    themes = (Theme(name="T", leaning="mixed", contradicts=("A2",)),)
    seen = observed(0, 0, 0, 0, 0)
    changed = tuple(
        one.model_copy(update={"readings": (*one.readings, Reading(criterion="C4", value=1, before=before))})
        for one, before in zip(seen, (2, 2, 0, None, 2), strict=True)
    )
    text = page(evidence(clicks(5, 5), observations=changed, themes=themes), test)
    for said in (
        "Sources disagree on C1.",
        "The mock does not count C2.",
        "Nobody has judged C3.",
        "Counted as what was saved: C4.",
        "Not usable for C4: 2",
        "Voices are for and against.",
        "Voices contradict actions of the journey: A2.",
        "There is no criterion for Behaviour change.",
        "| C1 | observation | 0% (0/5) |",
    ):
        assert said in text


def test_a_judgement_names_who_judged() -> None:
    test = iteration(criterion(source="observation", kind="qualitative", comparator="judged"))
    said = (Judgement(criterion="C1", passed=True, by="Product manager"),)
    assert "passed (Product manager)" in page(evidence(judgements=said), test)


def test_a_destroyed_mock_and_simulated_testers() -> None:
    text = page(evidence(snapshots=(snapshot(clicks(2, 2), destroyed_at=MOMENT, simulated=True),)))
    assert "destroyed at 2026-04-08T09:00+00:00" in text
    assert "Decide nothing by them." in text


def test_answers_of_some_only() -> None:
    assert "C2: 5 of 10 answered." in page(evidence(clicks(10, 8, yes=3, no=2)))


def test_changed_criteria_stand_beside_what_they_were() -> None:
    before = iteration(criterion(threshold=90), criterion("C3"), criterion("C4", minimum_sample=9))
    found = begun(evidence(clicks(5, 4)), before.milestones, MOMENT)
    text = page(found, iteration(criterion(), INTENTION, criterion("C4")))
    assert "at least 90 %, mock, n ≥ 5 | Testers reach the result<br>at least 80 %, mock, n ≥ 5 | failed |" in text
    assert "| C3 | Testers reach the result<br>at least 80 %, mock, n ≥ 5 | taken away since | passed |" in text
    assert "| C2 | added since |" in text


def test_decisions_the_last_one_first_and_those_nobody_observed() -> None:
    first = decided(verdict(USUAL, evidence(clicks(5, 5, yes=5))), "go", by="P|M", reason="4 of 5", at=MOMENT)
    text = render(decided(first, "pivot", by="Sponsor", reason="market", at=MOMENT, back_to="define"), "en")
    assert text.index("Sponsor") < text.index("P\\|M")
    assert "| pivot | Define | market | go | not supported by observation |" in text


def test_the_strict_rule_is_named() -> None:
    assert "Strict rule" in page(evidence(clicks(5, 5)), strict=True)
    assert "厳格な判定" in page(evidence(clicks(5, 5)), locale="ja", strict=True)


def test_pivot_names_phases_and_the_other_way() -> None:
    neither = evidence(clicks(5, 0, no=5), themes=(Theme(name="T", contradicts=("A1",)),))
    assert "Back to: Listen" in page(neither)
    assert "Or: cut" in page(neither)


def test_means_are_shown_in_their_unit() -> None:
    test = iteration(criterion(source="observation", kind="mean", threshold=8, unit="points"))
    assert "8.2 points (n=5) | 7.16 – 9.24 |" in page(evidence(observations=observed(9, 8, 7, 9, 8)), test)


def test_a_value_beside_the_line_is_not_rounded_onto_it() -> None:
    assert "79.96% (1,999/2,500) | 78–81% | failed |" in page(evidence(clicks(2500, 1999)))
    test = iteration(criterion(source="observation", kind="mean", threshold=8, unit="points", minimum_sample=1))
    assert "| 7.996 points (n=1) | – | failed |" in page(evidence(observations=observed(7.996)), test)


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (OUTCOMES, Outcome),
        (CERTAINTIES, Certainty),
        (DECISIONS, DecisionKind),
        (GROUPS, GroupState),
        (REASONS, Reason),
    ],
)
def test_every_key_has_words(words: dict[str, tuple[str, str]], keys: object) -> None:
    assert set(words) == set(get_args(keys))
    assert set(get_args(Outlook)) <= set(TEXTS)
    assert len(SOURCES) == 4
    assert len(POPULATIONS) == 4
