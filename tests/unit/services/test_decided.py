"""A pair with several mocks is treated by all of them; a mock keeps its decision wherever it stands."""

import pytest

from mlew.domain.mock import Mock
from mlew.domain.verdict import DecisionKind, Verdict
from mlew.domain.workshop import Phase
from mlew.services.decided import decided_on, last_decided_on
from mlew.services.handing_over import decided_verdict
from mlew.services.judging import judge
from mlew.services.phases.improvement.inventions import course_of
from mlew.services.priority import top_priority
from mlew.services.second_choices import proven_pairs
from mlew.services.verdicts import verdicts_now
from tests.unit.services.judged import BOTH, Judged


def decide(judged: Judged, kind: DecisionKind, mock: Mock) -> None:
    judged.clock.advance(minutes=1)
    back: Phase | None = "define" if kind == "pivot" else None
    judged.deciding.decide(
        judged.workshop, "a", kind, by="Planning A", arn="", reason="seen", back_to=back, mock=mock.id
    )


def taken(verdict: Verdict | None) -> DecisionKind | None:
    return verdict.decision.decision if verdict and verdict.decision else None


@pytest.fixture
def judged() -> Judged:
    found = Judged()
    for pair in ("a", "b"):
        found.criteria(pair)
        found.evidence(pair, BOTH)
    return found


@pytest.mark.parametrize(
    ("first", "second", "counts"),
    [
        ("cut", "go", "go"),
        ("go", "cut", "go"),
        ("pivot", "go", "go"),
        ("cut", "pivot", "pivot"),
        ("cut", "cut", "cut"),
        ("cut", None, None),
    ],
)
def test_a_pair_goes_on_with_the_mock_that_does(
    judged: Judged, first: DecisionKind, second: DecisionKind | None, counts: DecisionKind | None
) -> None:
    mocks = judged.mock("a"), judged.mock("a", origin="site")
    judge(judged.work, judged.workshop, "a")
    for mock, kind in zip(mocks, (first, second), strict=True):
        if kind:
            decide(judged, kind, mock)
    assert taken(decided_on(judged.stores, judged.workshop, "a")) == counts


def test_every_phase_is_told_of_the_mock_that_goes_on(judged: Judged) -> None:
    first, second = judged.mock("a"), judged.mock("a", origin="site")
    decide(judged, "cut", first)
    decide(judged, "go", second)

    workshop = judged.workshop
    assert course_of(judged.stores, workshop, "a").kind == "go"
    assert proven_pairs(judged.stores, workshop) == {"a"}
    assert top_priority(judged.stores, workshop) == "a"


def test_a_decision_stays_with_its_mock_when_an_older_one_is_seen_later(judged: Judged) -> None:
    older = judged.mock("a", state="new")
    newer = judged.mock("a", origin="site")
    decide(judged, "cut", newer)
    seen = judged.stores.mocks.get("w1", older.id)
    judged.stores.mocks.update(seen.model_copy(update={"state": "live", "version": "v1"}))

    by_mock = {one.mock: one for one in verdicts_now(judged.stores, judged.workshop).values() if one.pair == "a"}
    assert (taken(by_mock[older.id]), taken(by_mock[newer.id])) == (None, "cut")

    decide(judged, "go", older)
    by_mock = {one.mock: one for one in verdicts_now(judged.stores, judged.workshop).values() if one.pair == "a"}
    assert (taken(by_mock[older.id]), taken(by_mock[newer.id])) == ("go", "cut")


def test_what_a_later_round_decided_counts_more_than_a_go_before_it(judged: Judged) -> None:
    first, second = judged.mock("a"), judged.mock("a", origin="site")
    decide(judged, "cut", first)
    decide(judged, "go", second)
    assert taken(decided_verdict(judged.stores, judged.workshop, "a")) == "go"

    judged.change(edition_round=3, earlier_rounds={"iterate": 2, "plan": 1})
    judged.criteria("a", round_=2)
    again = judged.mock("a", round_=2)
    decide(judged, "pivot", again)

    assert taken(decided_verdict(judged.stores, judged.workshop, "a")) == "pivot"
    assert taken(last_decided_on(judged.stores, judged.workshop, "a")) == "pivot"
    assert taken(last_decided_on(judged.stores, judged.workshop, "a", "sponsor")) == "go"
