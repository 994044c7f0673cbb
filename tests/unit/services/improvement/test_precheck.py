"""Precheck: every pair is judged, and what is missing has a name beside it."""

import pytest

from mlew.documents import render
from mlew.domain.artifact import TEAM
from mlew.domain.base import Locale
from mlew.domain.evidence import Evidence, Judgement, Observation, Theme
from mlew.domain.gate import Decision
from mlew.domain.precheck import Precheck, PrecheckItem
from mlew.domain.solution import RatedSolution, SolutionList
from mlew.domain.workshop import Participant, Workshop
from mlew.services.phases.improvement.precheck import run_precheck
from tests.unit.decision.cases import clicks, sheet, snapshot
from tests.unit.services.evidence.cases import ITERATION, evidence, improving, mock, voices
from tests.unit.services.workbench import SOLUTIONS, Bench


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def workshop(bench: Bench) -> Workshop:
    return improving(bench)


def items(bench: Bench, workshop: Workshop, round_: int = 1) -> dict[tuple[str, str], PrecheckItem]:
    """By pair and id."""
    refs = run_precheck(bench.work, workshop, round_)
    assert (refs[-1].kind, refs[-1].scope) == ("precheck", TEAM)
    body = bench.stores.artifacts.get("w1", refs[-1]).body
    assert isinstance(body, Precheck)
    return {(item.pair, item.id): item for item in body.items}


def judged(bench: Bench, **fields: object) -> Evidence:
    """Everything that pair a's criteria need."""
    whole = evidence("handy").model_copy(
        update={"judgements": (Judgement(criterion="C3", passed=True, by="Maki", reason="seen"),), **fields}
    )
    bench.put("evidence", whole, "a")
    return whole


def test_with_nothing_brought_everything_is_missing_and_somebody_is_to_bring_it(
    bench: Bench, workshop: Workshop
) -> None:
    found = items(bench, workshop)
    for id_ in ("numbers", "voices", "criteria"):
        item = found["a", id_]
        assert item.state == "missing" and item.who and item.remedy, id_
    assert found["a", "criteria"].who == "Planning A"
    assert found["a", "numbers"].who == "Planning A"
    assert found["", "outputs"].state == "missing"
    assert "press release (a)" in found["", "outputs"].found
    assert found["b", "criteria"].found.startswith("No threshold was set")


def test_with_all_brought_nothing_is_to_be_done_for_the_pair(bench: Bench, workshop: Workshop) -> None:
    mock(bench)
    judged(bench, themes=(Theme(name="t", voices=("V1",)),))
    found = items(bench, workshop)
    states = {id_: item.state for (pair, id_), item in found.items() if pair == "a"}
    assert states == {"numbers": "ok", "testers": "ok", "voices": "ok", "criteria": "ok"}
    assert found["a", "voices"].found == "1 voices, 1 themes"
    assert not [item for (pair, _), item in found.items() if pair == "a" and (item.who or item.remedy)]


def test_verdicts_come_with_it(bench: Bench, workshop: Workshop) -> None:
    judged(bench)
    refs = run_precheck(bench.work, workshop, 1)
    assert [(ref.kind, ref.scope) for ref in refs] == [("verdict", "a"), ("precheck", TEAM)]
    artifact = bench.stores.artifacts.get("w1", refs[-1])
    assert artifact.provenance.based_on == ("verdict/a@1",)


def test_a_second_try_of_the_round_writes_nothing_anew_and_a_new_round_does(bench: Bench, workshop: Workshop) -> None:
    first = run_precheck(bench.work, workshop, 1)
    assert run_precheck(bench.work, workshop, 1) == first
    assert run_precheck(bench.work, workshop, 2)[-1].version == 2


@pytest.mark.parametrize(
    ("taken", "said"),
    [
        (snapshot(clicks()), "Nobody has opened Umbrella yet."),
        (snapshot(clicks(started=4), simulated=True), "simulated testers are among them"),
    ],
)
def test_numbers_of_nobody_are_a_risk(bench: Bench, workshop: Workshop, taken: object, said: str) -> None:
    mock(bench)
    judged(bench, snapshots=(taken,))
    item = items(bench, workshop)["a", "numbers"]
    assert item.state == "at_risk" and said in item.found


def test_a_mock_whose_numbers_nobody_took_in_is_named(bench: Bench, workshop: Workshop) -> None:
    mock(bench)
    item = items(bench, workshop)["a", "numbers"]
    assert (item.state, item.found) == ("missing", "The numbers of Umbrella have not been taken in.")
    assert "mlew evidence pull" in item.remedy


def test_criteria_without_a_result_are_named_with_the_reason(bench: Bench, workshop: Workshop) -> None:
    mock(bench)
    bench.put("evidence", evidence("handy"), "a")
    item = items(bench, workshop)["a", "criteria"]
    assert (item.state, item.found) == ("missing", "1 of 3 have no result: C3 (nobody judged it)")


def test_too_few_testers_are_too_few(bench: Bench, workshop: Workshop) -> None:
    milestone = ITERATION.milestones[0].model_copy(update={"criteria": (sheet(),)})
    bench.put("iteration", ITERATION.model_copy(update={"milestones": (milestone,)}), "a")
    people = tuple(Observation(id=f"O{n}", tester=f"T{n}", completed=True) for n in range(1, 4))
    bench.put("evidence", Evidence(pair="a", observations=people, remarks=voices("x")), "a")
    found = items(bench, workshop)
    assert found["a", "testers"].found == "3 people; 5 are needed."
    assert (found["a", "criteria"].state, found["a", "criteria"].found[:2]) == ("at_risk", "C1")
    bench.put(
        "evidence",
        Evidence(pair="a", observations=tuple(o.model_copy(update={"simulated": True}) for o in people)),
        "a",
    )
    assert items(bench, workshop, 2)["a", "testers"].found == "3 people, 3 of them simulated."


def test_a_criterion_that_changed_after_the_first_evidence_is_shown(bench: Bench, workshop: Workshop) -> None:
    mock(bench)
    judged(bench, since=bench.clock.now(), milestones=ITERATION.milestones)
    assert ("a", "criteria-changed") not in items(bench, workshop)
    easier = ITERATION.milestones[0].criteria[0].model_copy(update={"threshold": 50.0})
    milestone = ITERATION.milestones[0].model_copy(update={"criteria": (easier, *ITERATION.milestones[0].criteria[1:])})
    bench.put("iteration", ITERATION.model_copy(update={"milestones": (milestone,)}), "a")
    item = items(bench, workshop, 2)["a", "criteria-changed"]
    assert (item.state, item.found) == ("at_risk", "Changed since the first evidence came in: C1")


def test_voices_that_no_theme_holds_are_counted(bench: Bench, workshop: Workshop) -> None:
    judged(bench, remarks=voices("a", "b", "c"), themes=(Theme(name="t", voices=("V1",)),))
    assert items(bench, workshop)["a", "voices"].found == "3 voices, 1 themes; 2 voices are in no theme."


def test_a_list_of_solutions_that_nobody_looked_at_again_is_a_risk(bench: Bench, workshop: Workshop) -> None:
    item = items(bench, workshop)["", "solutions"]
    assert item.state == "at_risk"
    assert item.found == "3, as the edition before left them. Still there with difficulty 10: Robot"


def test_a_refined_list_is_ok(bench: Bench, workshop: Workshop) -> None:
    bench.gate("iterate")
    approved = Decision(verb="approve", by="Planning A", at=bench.clock.now())
    bench.stores.gates.decide("w1", "iterate", 1, approved)
    bench.clock.advance(minutes=1)
    bench.put("solutions", SolutionList(solutions=SOLUTIONS.solutions[:2]))
    item = items(bench, workshop)["", "solutions"]
    assert (item.state, item.found) == ("ok", "Refined since the edition before (2).")
    untouched = SolutionList(solutions=(RatedSolution(name="OCR", difficulty=3),), untouched=("A4",))
    bench.put("solutions", untouched)
    assert "Actions that no solution reaches: A4" in items(bench, workshop, 2)["", "solutions"].found


def test_lead_and_timekeeper_are_asked_for(bench: Bench, workshop: Workshop) -> None:
    people = (*workshop.plan.participants, Participant(name="Ren", roles=("進行担当",)))
    named = workshop.model_copy(update={"plan": workshop.plan.model_copy(update={"participants": people})})
    found = items(bench, named)
    assert (found["", "lead"].state, found["", "lead"].found) == ("ok", "Ren")
    assert (found["", "timekeeper"].state, found["", "timekeeper"].who) == ("at_risk", "Planning A")


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_it_can_be_read_in_both_languages(bench: Bench, workshop: Workshop, locale: Locale) -> None:
    plan = workshop.plan.model_copy(update={"locale": locale, "participants": ()})
    found = items(bench, workshop.model_copy(update={"plan": plan}))
    text = render(Precheck(items=tuple(found.values())), locale)
    assert ("プロダクトマネージャー" in text) == (locale == "ja")
    assert ("Product manager" in text) == (locale == "en")
