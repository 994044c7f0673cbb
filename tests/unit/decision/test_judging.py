"""Values against their lines; the numbers are worked out by hand."""

from typing import Any

import pytest

from mlew.decision.judging import judged
from mlew.decision.line import crosses
from mlew.decision.sampling import Asked
from mlew.domain.evidence import BusinessFigure, Judgement, Observation, Reading
from mlew.domain.iteration import Criterion
from mlew.domain.verdict import Result, Settling
from tests.unit.decision.cases import INTENTION, answers, clicks, criterion, evidence, observed, sheet, snapshot


def by_clicks(started: int, done: int, **fields: Any) -> Result:
    return judged(criterion(**fields), Asked(evidence(clicks(started, done))))


def by_sheets(one: Criterion, *values: float | None, before: float | None = None) -> Result:
    return judged(one, Asked(evidence(observations=observed(*values, before=before))))


def test_no_data_is_said_and_is_no_failure() -> None:
    for found in (Asked(evidence()), Asked(evidence(clicks()))):
        result = judged(criterion(), found)
        assert (result.outcome, result.certainty, result.settling) == ("no_data", None, None)
        assert result.measure is not None and result.measure.value is None
    assert by_sheets(sheet(), None, None).outcome == "no_data"


def test_one_tester_is_one_of_five_so_far() -> None:
    result = by_clicks(1, 1)
    assert (result.outcome, result.certainty) == ("so_far", "provisional")
    assert result.measure is not None
    assert (result.measure.value, result.measure.of) == (100.0, 1)
    # Wilson, all of n: low = n / (n + 1.96²) reaches 0.8 with n = 16.
    assert result.settling == Settling(outlook="more", testers=15)


def test_all_yes_passes_and_stays_provisional() -> None:
    result = by_clicks(5, 5)
    assert (result.outcome, result.certainty) == ("passed", "provisional")
    assert result.measure is not None
    assert result.measure.low == pytest.approx(56.55, abs=0.01)
    assert result.settling == Settling(outlook="more", testers=11)


def test_all_no_fails_and_is_sure() -> None:
    result = by_clicks(5, 0)
    assert (result.outcome, result.certainty, result.settling) == ("failed", "sure", Settling(outlook="settled"))
    assert result.measure is not None
    assert result.measure.high == pytest.approx(43.45, abs=0.01)


def test_below_the_line_fails_though_five_prove_little() -> None:
    """3 of 5: Wilson's upper end falls below 0.8 with 11 of 18 (0.7970), not with 12 of 19 (0.8085) or fewer."""
    result = by_clicks(5, 3)
    assert (result.outcome, result.certainty) == ("failed", "provisional")
    assert result.settling == Settling(outlook="more", testers=13)


@pytest.mark.parametrize(
    ("comparator", "outcome"),
    [("at_least", "passed"), ("at_most", "passed"), ("more_than", "failed"), ("less_than", "failed")],
)
def test_the_line_met_exactly(comparator: str, outcome: str) -> None:
    """4 of 5 are 80 %: the same share in any number would never tell the side."""
    result = by_clicks(5, 4, comparator=comparator)
    assert (result.outcome, result.certainty, result.settling) == (outcome, "provisional", Settling(outlook="none"))


@pytest.mark.parametrize(("threshold", "outcome"), [(33.3, "passed"), (33.4, "failed")])
def test_shares_are_compared_without_rounding(threshold: float, outcome: str) -> None:
    assert by_clicks(6, 2, threshold=threshold).outcome == outcome


@pytest.mark.parametrize(("threshold", "outcome"), [(0.3, "passed"), (0.30001, "failed")])
def test_sums_of_tenths_are_exact(threshold: float, outcome: str) -> None:
    """0.1 and 0.5: their mean is 0.3 for people, and less in binary fractions."""
    one = sheet(kind="mean", threshold=threshold, unit="h", minimum_sample=2)
    assert by_sheets(one, 0.1, 0.5).outcome == outcome


@pytest.mark.parametrize(("sample", "outcome"), [(4, "so_far"), (5, "passed"), (6, "passed")])
def test_the_minimum_sample_is_reached_by_its_last_tester(sample: int, outcome: str) -> None:
    assert by_clicks(sample, sample).outcome == outcome


def test_more_testers_than_anybody_invites() -> None:
    assert by_clicks(100, 81).settling == Settling(outlook="too_many")


def test_intention_is_yes_of_those_who_answered_and_says_how_many_did() -> None:
    result = judged(INTENTION, Asked(evidence(clicks(10, 8, yes=3, no=2))))
    assert result.outcome == "passed"
    assert result.measure is not None and result.measure.answered is not None
    assert (result.measure.value, result.measure.of, result.measure.answered.of) == (60.0, 5, 10)


def test_a_mean_with_students_interval() -> None:
    """9, 8, 7, 9, 8: mean 8.2, deviation 0.837; t · 0.837 / √n is 0.2 with n = 70 (t = 1.995)."""
    result = by_sheets(sheet(kind="mean", threshold=8, unit="points"), 9, 8, 7, 9, 8)
    assert (result.outcome, result.certainty) == ("passed", "provisional")
    assert result.measure is not None
    assert result.measure.value == 8.2
    assert [result.measure.low, result.measure.high] == pytest.approx([7.161, 9.239], abs=1e-3)
    assert result.settling == Settling(outlook="more", testers=65)


def test_a_mean_far_from_the_line_is_sure() -> None:
    result = by_sheets(sheet(kind="mean", threshold=5, unit="points"), 9, 8, 7, 9, 8)
    assert (result.certainty, result.settling) == ("sure", Settling(outlook="settled"))


def test_equal_values_show_no_spread() -> None:
    result = by_sheets(sheet(kind="mean", threshold=8, unit="points"), 9, 9, 9, 9, 9)
    assert (result.outcome, result.certainty, result.settling) == ("passed", "provisional", Settling(outlook="open"))


def test_a_mean_of_one_has_no_interval() -> None:
    result = by_sheets(sheet(kind="mean", threshold=8, unit="points", minimum_sample=1), 9)
    assert result.measure is not None
    assert (result.outcome, result.measure.low, result.settling) == ("passed", None, Settling(outlook="open"))


@pytest.mark.parametrize(("unit", "value"), [("min", 11.0), ("分", 11.0), ("秒", 660.0), ("hours", 11 / 60)])
def test_a_duration_is_the_time_on_the_sheet_in_the_unit_of_the_line(unit: str, value: float) -> None:
    sheets = tuple(Observation(id=f"O{n}", tester="x", minutes=m) for n, m in enumerate((10, 12, 11, 10, 12), 1))
    line = {"comparator": "at_most", "threshold": value + 0.001}
    one = sheet(kind="duration", group="problem_solved", unit=unit, **line)
    result = judged(one, Asked(evidence(observations=sheets)))
    assert result.measure is not None
    assert result.outcome == "passed"
    assert result.measure.value == pytest.approx(value, abs=1e-5)


def test_a_duration_in_a_unit_nobody_knows_is_not_guessed() -> None:
    sheets = (Observation(id="O1", tester="x", minutes=3),)
    assert judged(sheet(kind="duration", unit="跑"), Asked(evidence(observations=sheets))).outcome == "no_data"


def test_reaching_the_result_counts_where_the_sheet_has_no_place_for_the_criterion() -> None:
    sheets = tuple(Observation(id=f"O{n}", tester="x", completed=done) for n, done in enumerate((True, True, False), 1))
    found = Asked(evidence(observations=sheets))
    result = judged(sheet(minimum_sample=3, threshold=60), found)
    assert result.measure is not None and (result.measure.hits, result.measure.of) == (2, 3)
    assert judged(sheet(group="behaviour_change"), found).outcome == "no_data"


def test_a_saving_is_counted_downwards() -> None:
    """20 → 14, 12, 10, 16, 8 minutes: 30, 40, 50, 20, 60 % less, 40 % on average."""
    one = sheet(kind="change", statement="かかる時間が 30 % 以上短縮する", threshold=30)
    result = by_sheets(one, 14, 12, 10, 16, 8, before=20)
    assert result.measure is not None
    assert (result.outcome, result.measure.value, result.measure.lessened) == ("passed", 40.0, True)


def test_a_change_is_after_minus_before_otherwise() -> None:
    one = sheet(kind="change", statement="Confidence grows", threshold=2, unit="points")
    result = by_sheets(one, 5, 6, 4, 5, 5, before=3)
    assert result.measure is not None and (result.outcome, result.measure.value) == ("passed", 2.0)
    falling = sheet(kind="change", statement="It takes less time", comparator="at_most", threshold=-30)
    assert by_sheets(falling, 10, 10, 10, 10, 10, before=20).measure is not None
    assert by_sheets(falling, 10, 10, 10, 10, 10, before=20).outcome == "passed"


def test_changes_without_a_before_or_of_nothing_are_counted_as_unusable() -> None:
    one = sheet(kind="change", threshold=30, minimum_sample=1)
    sheets = (*observed(1, before=0), *observed(1), *observed(3, before=2))
    result = judged(one, Asked(evidence(observations=sheets)))
    assert result.measure is not None
    assert (result.measure.value, result.measure.of, result.measure.unusable) == (50.0, 1, 2)


def test_a_count_is_a_sum_that_only_grows() -> None:
    """4 orders by 5 testers, 6 wanted: 2 more at 0.8 a tester are 2.5, so 3 testers."""
    orders = sheet(kind="count", threshold=6, unit="orders")
    result = by_sheets(orders, 1, 0, 1, 0, 2)
    assert (result.outcome, result.certainty, result.settling) == (
        "failed",
        "provisional",
        Settling(outlook="more", testers=3),
    )
    reached = by_sheets(orders, 2, 2, 1, 1, 0)
    assert (reached.outcome, reached.certainty) == ("passed", "sure")
    assert by_sheets(orders, 0, 0, 0, 0, 0).settling == Settling(outlook="none")


def test_a_count_that_is_not_to_be_passed() -> None:
    errors = sheet(kind="count", threshold=3, unit="errors", comparator="at_most")
    assert by_sheets(errors, 1, 0, 1, 0, 1).settling == Settling(outlook="open")
    passed = by_sheets(errors, 2, 0, 2, 0, 0)
    assert (passed.outcome, passed.certainty) == ("failed", "sure")


def test_a_count_for_each_tester_is_a_mean() -> None:
    each = sheet(kind="count", threshold=2, unit="回/人", comparator="at_most")
    result = by_sheets(each, 1, 2, 3, 1, 2)
    assert result.measure is not None and (result.measure.basis, result.measure.value) == ("mean", 1.8)


def test_a_count_of_the_mock_is_who_did_it() -> None:
    result = by_clicks(9, 7, kind="count", threshold=7, unit="people")
    assert (result.outcome, result.certainty) == ("passed", "sure")


def test_a_figure_from_the_records_needs_no_sample_and_the_last_one_counts() -> None:
    one = criterion(kind="business", source="business", comparator="at_most", threshold=30, unit="min", metric="none")
    figures = tuple(BusinessFigure(criterion="C1", value=v, by="Sales") for v in (40, 30))
    result = judged(one, Asked(evidence(figures=figures)))
    assert (result.outcome, result.certainty) == ("passed", "sure")
    assert judged(one, Asked(evidence())).outcome == "no_data"


def test_a_criterion_without_a_metric_is_not_measured_by_the_mock() -> None:
    result = judged(criterion(metric="none"), Asked(evidence(clicks(9, 9), observations=observed(1, 1, 1, 1, 1))))
    assert (result.outcome, result.certainty) == ("no_metric", None)
    assert [(b.measure.source, b.outcome) for b in result.beside] == [("observation", "passed")]
    assert by_clicks(9, 9, kind="duration").outcome == "no_metric"


def test_a_qualitative_criterion_waits_for_a_person() -> None:
    one = sheet(kind="qualitative", comparator="judged", threshold=0)
    sheets = evidence(observations=observed(1, 1, 1, 1, 1))
    assert judged(one, Asked(sheets)).outcome == "unjudged"
    said = tuple(Judgement(criterion="C1", passed=p, by="Product manager") for p in (True, False))
    result = judged(one, Asked(evidence(judgements=said)))
    assert (result.outcome, result.judgement) == ("failed", said[-1])


def test_the_strict_rule_asks_for_the_lower_end() -> None:
    asked = Asked(evidence(clicks(5, 5)))
    assert judged(criterion(), asked, strict=True).outcome == "failed"
    assert judged(criterion(threshold=56.5), asked, strict=True).outcome == "passed"
    assert judged(
        criterion(comparator="at_most", threshold=43.5), Asked(evidence(clicks(5, 0))), strict=True
    ).outcome == ("passed")
    assert judged(
        sheet(kind="mean", minimum_sample=1), Asked(evidence(observations=observed(99))), strict=True
    ).outcome == ("failed")


def test_sources_stand_side_by_side_and_show_where_they_contradict() -> None:
    found = evidence(clicks(5, 5), observations=observed(0, 0, 0, 0, 1), responses=answers(1, 1))
    result = judged(criterion(), Asked(found))
    assert result.outcome == "passed"
    assert [(b.measure.source, b.outcome) for b in result.beside] == [("observation", "failed"), ("survey", "so_far")]
    assert result.contradicted
    assert not by_clicks(5, 5).contradicted


def test_a_survey_that_did_not_ask_counts_for_nobody() -> None:
    found = Asked(evidence(responses=answers(1, 1, key="C7")))
    assert judged(criterion(source="survey"), found).outcome == "no_data"


def test_only_the_asked_mock_and_population_count() -> None:
    outside = Observation(id="O9", tester="x", population="external", readings=(Reading(criterion="C1", value=0),))
    other = Observation(id="O8", tester="y", mock="b" * 16, readings=(Reading(criterion="C1", value=0),))
    found = evidence(clicks(5, 5), observations=(*observed(1, 1), outside, other))
    asked = Asked(found, "a" * 16, "internal")
    measure = judged(sheet(), asked).measure
    assert measure is not None and (measure.hits, measure.of) == (2, 2)
    assert judged(criterion(), Asked(found, "a" * 16, "external")).outcome == "no_data"
    assert judged(criterion(), Asked(found, "b" * 16)).outcome == "no_data"


def test_the_latest_snapshot_counts() -> None:
    early, late = snapshot(clicks(5, 0)), snapshot(clicks(9, 9), taken_at="2026-04-09T09:00:00Z")
    assert judged(criterion(), Asked(evidence(snapshots=(late, early)))).outcome == "passed"


def test_a_judged_line_is_not_crossed_by_numbers() -> None:
    with pytest.raises(ValueError, match="no line"):
        crosses(sheet(comparator="judged"), 3)
