"""Which milestone a pair's mocks are judged for, round after round, and by whom."""

import pytest

from mlew.documents.verdict_cautions import cautions
from mlew.domain.evidence import Observation, Reading
from mlew.domain.feedback_session import Population
from mlew.domain.iteration import Criterion, Iteration
from mlew.domain.mock import Mock
from mlew.domain.precheck import Precheck
from mlew.domain.verdict import DecisionKind, Whose
from mlew.domain.workshop import Phase
from mlew.services.editing import Editing
from mlew.services.judged_milestone import judged_milestone
from mlew.services.judging import judge
from mlew.services.phases.improvement.precheck import run_precheck
from mlew.services.phases.improvement.settled import sessions_ahead
from mlew.services.reading import current
from mlew.services.verdicts import verdict_of, verdicts_now
from tests.unit.decision.cases import criterion, sheet
from tests.unit.services.judged import BOTH, Judged, both_tried

FAN = (
    sheet(identifier="C5", threshold=80.0),
    criterion("C6", group="behaviour_change", source="survey", metric="none", threshold=50.0),
)


@pytest.fixture
def judged() -> Judged:
    return both_tried()


def decide(judged: Judged, kind: DecisionKind, *, mock: Mock | None = None) -> None:
    judged.clock.advance(minutes=1)
    back: Phase | None = "define" if kind == "pivot" else None
    judged.deciding.decide(
        judged.workshop, "a", kind, by="Planning A", arn="", reason="seen", back_to=back, mock=mock.id if mock else ""
    )


def second_round(judged: Judged, *fan: Criterion) -> Mock:
    """The first improvement round is over, its mock is tried; the second looks back on it."""
    judged.criteria("a", round_=2, fan=fan or FAN)
    judged.change(state="running", edition_round=3, earlier_rounds={"iterate": 2, "plan": 1, "precheck": 1})
    return judged.mock("a", round_=2)


def sheets(population: Population, value: float, count: int = 5) -> tuple[Observation, ...]:
    return tuple(
        Observation(
            id=f"{population}{n}",
            tester=f"{population} {n}",
            population=population,
            readings=(Reading(criterion="C5", value=value),),
        )
        for n in range(count)
    )


def test_first_of_all_a_sponsor_is_won(judged: Judged) -> None:
    assert judged_milestone(judged.stores, judged.workshop, "a") == "sponsor"
    decide(judged, "go")
    assert judged_milestone(judged.stores, judged.workshop, "a") == "sponsor", "its decision may still change"


@pytest.mark.parametrize(("kind", "asked"), [("go", "fan"), ("pivot", "sponsor")])
def test_fans_are_won_after_a_round_that_ended_in_go(judged: Judged, kind: DecisionKind, asked: str) -> None:
    decide(judged, kind)
    second_round(judged)
    assert judged_milestone(judged.stores, judged.workshop, "a") == asked
    assert verdicts_now(judged.stores, judged.workshop)["a"].milestone == asked


def test_a_decision_counts_more_than_a_day_that_was_written_before_it_changed(judged: Judged) -> None:
    decide(judged, "pivot")
    second_round(judged)
    body, ref = current(judged.stores, judged.workshop, Iteration, "a")
    sponsor, fan = body.milestones
    dated = body.model_copy(update={"milestones": (sponsor.model_copy(update={"actual": "2026-04-09"}), fan)})
    Editing(judged.stores, judged.clock).save(
        judged.workshop, "iteration", "a", dated, by="Planning A", based_on_version=ref.version
    )
    assert judged_milestone(judged.stores, judged.workshop, "a") == "sponsor"


def test_customers_outside_decide_on_fans(judged: Judged) -> None:
    decide(judged, "go")
    mock = second_round(judged)
    judged.evidence("a", BOTH, mock=mock, observations=(*sheets("internal", 1.0), *sheets("external", 0.0)))

    judge(judged.work, judged.workshop, "a")

    found = verdict_of(judged.stores, judged.workshop, "a")
    assert found is not None
    assert (found.milestone, found.population) == ("fan", "external")
    assert [(r.criterion.id, r.outcome) for r in found.results] == [("C5", "failed"), ("C6", "no_data")]
    assert found.results[0].measure is not None
    assert found.results[0].measure.of == 5


@pytest.mark.parametrize(
    ("whose", "people", "outcome"), [(None, 5, "failed"), ("all", 10, "failed"), ("internal", 5, "passed")]
)
def test_everybody_can_be_looked_at_and_it_says_that_this_decides_nothing(
    judged: Judged, whose: Whose | None, people: int, outcome: str
) -> None:
    decide(judged, "go")
    mock = second_round(judged)
    judged.evidence("a", BOTH, mock=mock, observations=(*sheets("internal", 1.0), *sheets("external", 0.0)))

    seen = verdicts_now(judged.stores, judged.workshop, whose)["a"]

    assert seen.results[0].measure is not None
    assert (seen.results[0].measure.of, seen.results[0].outcome) == (people, outcome)
    told = "For a look only: this milestone is decided on the evidence of: outside"
    assert (told in cautions(seen, "en")) == (whose is not None)
    decide(judged, "pivot")
    taken = verdict_of(judged.stores, judged.workshop, "a")
    assert taken is not None and taken.population == "external"


def test_the_precheck_asks_for_what_milestone_2_lacks(judged: Judged) -> None:
    decide(judged, "go")
    mock = second_round(judged)
    judged.evidence("a", BOTH, mock=mock, observations=sheets("internal", 1.0))

    ref = run_precheck(judged.work, judged.workshop, 2)[-1]

    body = judged.stores.artifacts.get("w1", ref).body
    assert isinstance(body, Precheck)
    testers, criteria = (
        next(one for one in body.items if one.id == key and one.pair == "a") for key in ("testers", "criteria")
    )
    assert testers.state == "missing"
    assert "C5" in criteria.found and "C1" not in criteria.found


def test_once_a_sponsor_is_won_only_customers_outside_are_invited(judged: Judged) -> None:
    decide(judged, "go")
    mock = second_round(judged)
    judged.evidence("a", BOTH, mock=mock, observations=sheets("external", 0.0))
    decide(judged, "pivot")
    body, _ = current(judged.stores, judged.workshop, Iteration, "a")
    verdict = verdict_of(judged.stores, judged.workshop, "a")

    ahead = sessions_ahead(judged.workshop, body, body.milestones[1], verdict)

    assert [session.population for session in ahead] == ["external"]
