"""Milestones ② to ④: their rules, and numbers of criteria that never change their meaning."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.iteration import Criterion, Iteration, Milestone
from mlew.domain.milestones_ahead import (
    AHEAD,
    CustomerScriptDraft,
    MilestonesDraft,
    ahead_kept,
    milestone_of,
    milestones_from,
)
from mlew.domain.milestones_ahead_rules import Bounds, customer_script_violations, milestones_ahead_violations

BOUNDS = Bounds(date(2026, 11, 22), 3, ("Q1", "A1"))


def measure(**changes: Any) -> dict[str, Any]:
    usual = {"statement": "s", "kind": "business", "source": "business", "comparator": "at_least", "threshold": 3.0,
             "unit": "times", "minimum_sample": 1, "checks": ["Q1"]}  # fmt: skip
    return {**usual, **changes}


def criterion(group: str, **changes: Any) -> dict[str, Any]:
    usual = measure(kind="rate", source="mock", threshold=80.0, unit="%", minimum_sample=5)
    return {**usual, "group": group, "metric": "none", **changes}


FAN = [
    criterion("problem_solved"),
    criterion("problem_solved", kind="duration", source="observation", comparator="at_most", unit="min"),
    criterion("behaviour_change", source="observation"),
]


def draft(*, fan: dict[str, Any] | None = None, share: dict[str, Any] | None = None, **release: Any) -> MilestonesDraft:
    """One that breaks no rule."""
    common = {"measured_by": "Sales", "how_measured": "x", "if_missed": "back to Define"}
    usual = {**common, "criteria": [measure()]}
    return MilestonesDraft.model_validate(
        {
            "learned": "",
            "fan": {**common, "subjects": "customers", "criteria": FAN, "planned": "2027-01-29", **(fan or {})},
            "share": {**usual, "planned": "2027-03-31", **(share or {})},
            "release": {**usual, "planned": "2027-05-20", **release},
        }
    )


def rules(bounds: Bounds = BOUNDS, **changes: Any) -> list[str]:
    return [violation.rule for violation in milestones_ahead_violations(draft(**changes), bounds)]


def test_each_rule_is_told() -> None:
    assert rules() == []
    assert rules(fan={"how_measured": " "}) == ["milestone-complete"]
    assert rules(fan={"subjects": "Sales"}) == ["outside-subjects"]
    assert rules(if_missed="") == ["if-missed"]
    assert rules(criteria=[]) == ["any-criterion"]
    assert rules(fan={"criteria": [FAN[1], FAN[1]]}) == ["both-groups"]
    assert rules(fan={"criteria": [FAN[0], FAN[2]]}) == ["more-than-rates"]
    assert rules(fan={"criteria": [*FAN[:2], criterion("behaviour_change")]}) == ["decision-by-deed"]
    assert rules(fan={"criteria": [*FAN, criterion("problem_solved", threshold=120)]}) == ["rate-range"]
    assert rules(share={"criteria": [measure(checks=["Q9"])]}) == ["known-check"]


@pytest.mark.parametrize("n", [2, 3.5])
def test_the_multiple_is_the_one_that_was_set_before(n: float) -> None:
    assert rules(BOUNDS._replace(n=n)) == ["share-multiple"]
    assert rules(BOUNDS._replace(n=n), share={"criteria": [measure(threshold=n)]}) == []


def test_dates_are_dates_in_time_and_in_order() -> None:
    assert rules(fan={"planned": "soon"}) == ["planned-date"]
    assert rules(fan={"planned": "2026-11-22"}) == ["planned-date"]
    assert rules(fan={"planned": "2027-02-22"}) == []
    assert rules(fan={"planned": "2027-02-23"}) == ["fan-within-months"]
    assert rules(planned="2027-06-06") == ["release-within-months"]
    assert rules(planned="2027-03-30") == ["milestones-in-order"]


def test_a_script_has_an_invitation_and_a_field_for_every_criterion() -> None:
    scene = {"words": "w", "task": "t", "watch": ["x"], "target": ""}
    script = CustomerScriptDraft.model_validate(
        {"purpose": "x", "scenes": [scene], "sheet": ["C6: value"], "interview": ["?"], "rule": "x", "follow_up": "x",
         "invitation": " "}
    )  # fmt: skip
    fan = milestones_from(draft(), [numbered(5)])[0].criteria
    found = customer_script_violations(script, 3, fan)
    assert [v.rule for v in found] == ["invitation-written", "sheet-criteria"]
    assert "C7, C8" in found[1].message


def numbered(number: int, **changes: Any) -> Criterion:
    return Criterion.model_validate(
        {**criterion("problem_solved"), "id": f"C{number}", "statement": "old", "checks": ("Q1",), **changes}
    )


statements = st.sampled_from(["a", "b", "c", "d"])
criteria_drafts = st.builds(
    lambda s, t, g: criterion(g, statement=s, threshold=t),
    statements,
    st.sampled_from([50.0, 80.0]),
    st.sampled_from(["problem_solved", "behaviour_change"]),
)
drafts = st.builds(
    lambda fan, share, release: draft(fan={"criteria": fan}, share={"criteria": share}, criteria=release),
    st.lists(criteria_drafts, max_size=4),
    *(st.lists(st.builds(lambda s: measure(statement=s), statements), max_size=3) for _ in range(2)),
)


@given(st.lists(drafts, min_size=1, max_size=5), st.lists(st.integers(1, 30), unique=True, max_size=3))
def test_a_number_never_means_another_criterion(rounds: list[MilestonesDraft], before: list[int]) -> None:
    ever = [numbered(n, statement=f"old {n}") for n in before]
    meanings = {c.id: c for c in ever}
    for one in rounds:
        made = [c for milestone in milestones_from(one, ever) for c in milestone.criteria]
        assert len({c.id for c in made}) == len(made)
        for new in made:
            assert meanings.setdefault(new.id, new) == new
        ever += made


def test_the_same_criterion_keeps_its_number_and_a_changed_one_gets_a_new_one() -> None:
    first = milestones_from(draft(), [numbered(1)])
    ever = [numbered(1), *(c for m in first for c in m.criteria)]
    harder = [*FAN[:2], criterion("behaviour_change", source="observation", threshold=60.0)]

    again = milestones_from(draft(fan={"criteria": harder}), ever)

    assert [c.id for c in first[0].criteria] == ["C2", "C3", "C4"]
    assert [c.id for c in again[0].criteria] == ["C2", "C3", "C7"]
    assert [m.name for m in again] == list(AHEAD)


def iteration(**fan: Any) -> Iteration:
    return Iteration(pair="a", milestones=(Milestone(name="sponsor"), Milestone(name="fan", **fan)))


def test_what_people_wrote_stays_and_the_rest_is_new() -> None:
    made = milestones_from(draft(), [])[0]
    theirs = (numbered(2, statement="ours"),)
    versions = [
        ("model:m", iteration(measured_by="model", planned="2027-01-01")),
        ("Planner", iteration(measured_by="Sales of Osaka", planned="2027-01-01", criteria=theirs)),
    ]

    found = ahead_kept(made, versions)

    assert (found.measured_by, found.planned, found.criteria) == ("Sales of Osaka", "2027-01-29", theirs)
    assert ahead_kept(made, versions[:1]) == made
    assert ahead_kept(made, []) == made


def test_a_milestone_that_was_reached_stays_as_it_is() -> None:
    reached = iteration(actual="2026-11-01", result="passed")
    made = milestones_from(draft(), [])[0]
    assert ahead_kept(made, [("model:m", reached)]) == milestone_of(reached, "fan")
