"""Beginning an improvement edition, and what its team settles for itself."""

import pytest

from mlew.domain.schedule import PATTERNS, SHARED_OUT
from mlew.domain.workshop import PHASES_OF, Phase
from mlew.errors import Conflict, InputError, NotFound, SetupError
from mlew.services.gate_reading import gate_of
from mlew.services.priority import top_priority
from mlew.services.verdicts import Deciding
from mlew.services.workshop_state import change
from tests.unit.services.improving import CUSTOMER, FinishedPractice


@pytest.fixture
def bench() -> FinishedPractice:
    return FinishedPractice()


def own(*minutes: int) -> dict[Phase, int]:
    return dict(zip(SHARED_OUT, minutes, strict=False))


def finish_round(bench: FinishedPractice, round_: int) -> None:
    for phase in PHASES_OF["improvement"]:
        bench.pass_(phase, bench.workshop.earlier_rounds.get(phase, 0) + 1)
    bench.executions.states[bench.workshop.execution] = "succeeded"
    change(bench.stores.workshops, "w1", state="finished")
    assert bench.workshop.edition_round == round_


def test_it_begins_on_a_machine_of_its_own_with_the_minutes_of_the_team(bench: FinishedPractice) -> None:
    begun = bench.begin(PATTERNS["invention"])

    assert (begun.edition, begun.edition_round, begun.phase, begun.state) == ("improvement", 2, "precheck", "running")
    assert begun.minutes == PATTERNS["invention"]
    assert bench.executions.editions[begun.execution] == "improvement"
    assert bench.executions.inputs[begun.execution] == {"workshop": "w1"}


def test_gates_and_artifacts_of_the_practice_edition_stay_what_they_are(bench: FinishedPractice) -> None:
    gates = {phase: bench.stores.gates.latest("w1", phase) for phase in PHASES_OF["practice"]}
    heads = bench.stores.artifacts.heads("w1")

    begun = bench.begin()

    assert {phase: bench.stores.gates.latest("w1", phase) for phase in PHASES_OF["practice"]} == gates
    assert bench.stores.artifacts.heads("w1") == heads
    assert begun.earlier_rounds == dict.fromkeys(PHASES_OF["practice"], 1)
    assert all(gate_of(bench.stores, begun, phase) is None for phase in PHASES_OF["improvement"])


def test_budget_and_gates_are_those_of_before_unless_said_otherwise(bench: FinishedPractice) -> None:
    before = bench.workshop
    begun = bench.improvement.start("w1", minutes=CUSTOMER, by="Dev A", budget_usd=90, gates="timebox")

    assert (begun.budget_usd, begun.gates) == (90, "timebox")
    assert (before.budget_usd, before.gates) == (20, "review")


def test_it_is_refused_while_the_practice_edition_runs() -> None:
    bench = FinishedPractice()
    change(bench.stores.workshops, "w1", state="waiting", execution=bench.executions.start("w1", "w1-0"))

    with pytest.raises(Conflict, match="running"):
        bench.begin()


@pytest.mark.parametrize("state", ["created", "waiting", "failed"])
def test_it_is_refused_while_the_practice_edition_is_not_finished(bench: FinishedPractice, state: str) -> None:
    change(bench.stores.workshops, "w1", state=state, phase="refine")

    with pytest.raises(Conflict, match="has not finished its practice edition: it stands at refine") as refused:
        bench.begin()
    assert "mlew resume w1" in refused.value.hint
    assert bench.workshop.edition == "practice"


def test_it_is_not_begun_twice(bench: FinishedPractice) -> None:
    bench.begin()

    with pytest.raises(Conflict, match="running"):
        bench.begin()


def test_where_there_is_no_machine_for_it_the_workshop_stays_finished(
    bench: FinishedPractice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str, *, edition: str) -> str:
        raise SetupError(f"no machine for {edition} {name}")

    monkeypatch.setattr(bench.executions, "reference", missing)

    with pytest.raises(SetupError):
        bench.begin()
    assert (bench.workshop.edition, bench.workshop.state) == ("practice", "finished")


def test_a_start_that_is_lost_on_the_way_goes_on_with_resume(
    bench: FinishedPractice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object, **__: object) -> str:
        raise ConnectionError

    with monkeypatch.context() as broken:
        broken.setattr(bench.executions, "start", lost)
        with pytest.raises(ConnectionError):
            bench.begin()
    resumed = bench.runs.resume("w1")

    assert (resumed.edition, resumed.edition_round) == ("improvement", 2)
    assert bench.executions.editions[resumed.execution] == "improvement"


def test_any_number_of_rounds_follow_one_another(bench: FinishedPractice) -> None:
    for round_ in (2, 3, 4):
        begun = bench.begin()
        assert begun.edition_round == round_
        assert begun.earlier_rounds["listen"] == round_ - 1
        assert begun.earlier_rounds.get("plan", 0) == round_ - 2
        finish_round(bench, round_)

    listened = bench.stores.artifacts.versions("w1", "journey", "team")
    assert [bench.stores.artifacts.get("w1", ref).provenance.round for ref in listened] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (own(20, 20, 10, 20, 15), "20 \\+ 20 \\+ 10 \\+ 20 \\+ 15 = 85 minutes, 5 too few"),
        (own(30, 20, 10, 20, 20), "100 minutes, 10 too many"),
        (own(0, 40, 10, 20, 20), "listen needs at least one minute"),
        (own(-10, 50, 10, 20, 20), "listen needs at least one minute"),
        (own(20, 20, 30, 20), "iterate needs at least one minute"),
        ({**own(20, 20, 10, 20, 20), "plan": 60}, "the minutes of plan are fixed"),
        ({}, "listen, define, invent, refine, iterate needs"),
    ],
)
def test_minutes_that_do_not_add_up_are_refused_with_the_reason(
    bench: FinishedPractice, minutes: dict[Phase, int], told: str
) -> None:
    with pytest.raises(InputError, match=told):
        bench.begin(minutes)
    assert bench.workshop.state == "finished"

    bench.begin()
    with pytest.raises(InputError, match=told):
        bench.improvement.set_minutes("w1", minutes)
    assert bench.workshop.minutes == CUSTOMER


def test_the_time_can_be_spread_anew_in_the_edition_and_not_outside(bench: FinishedPractice) -> None:
    with pytest.raises(Conflict, match="no improvement edition"):
        bench.improvement.set_minutes("w1", own(18, 18, 18, 18, 18))
    bench.begin()

    assert bench.improvement.set_minutes("w1", own(50, 10, 10, 10, 10)).minutes["listen"] == 50


class TestPriority:
    def test_what_the_team_sets_goes_first(self, bench: FinishedPractice) -> None:
        bench.begin()
        assert top_priority(bench.stores, bench.improvement.set_priority("w1", "a")) == "a"
        assert top_priority(bench.stores, bench.improvement.set_priority("w1", "")) == "b"

    def test_a_pair_that_is_not_there_is_refused(self, bench: FinishedPractice) -> None:
        bench.begin()
        with pytest.raises(NotFound, match="'z'"):
            bench.improvement.set_priority("w1", "z")

    @pytest.mark.parametrize("pair", ["a", ""])
    def test_it_is_refused_once_refine_is_approved_and_again_open_in_the_next_round(
        self, bench: FinishedPractice, pair: str
    ) -> None:
        bench.begin()
        bench.make("refine", 2)
        bench.pass_("refine", 2)

        with pytest.raises(Conflict, match="Refine is approved"):
            bench.improvement.set_priority("w1", pair)

        change(bench.stores.workshops, "w1", state="finished")
        bench.begin()
        assert bench.improvement.set_priority("w1", pair).priority == pair

    @pytest.mark.parametrize("pair", ["a", ""])
    def test_outside_the_edition_there_is_nothing_to_set(self, bench: FinishedPractice, pair: str) -> None:
        with pytest.raises(Conflict, match="no improvement edition"):
            bench.improvement.set_priority("w1", pair)

    def test_without_verdicts_impact_for_difficulty_decides(self, bench: FinishedPractice) -> None:
        assert top_priority(bench.stores, bench.begin()) == "b"

    def test_who_would_go_on_by_the_rule_goes_before_who_would_not(self, bench: FinishedPractice) -> None:
        bench.bring("a", solved=True, decided=True)
        bench.bring("b", solved=True, decided=False)
        bench.begin()
        deciding = Deciding(bench.stores, bench.clock)
        deciding.decide(bench.workshop, "b", "pivot", by="Dev A", arn="", reason="wider")

        assert top_priority(bench.stores, bench.workshop) == "a"

    def test_a_decision_weighs_more_than_what_the_rule_says(self, bench: FinishedPractice) -> None:
        bench.bring("a", solved=True, decided=False)
        bench.bring("b", solved=True, decided=True)
        bench.begin()
        deciding = Deciding(bench.stores, bench.clock)
        deciding.decide(bench.workshop, "a", "go", by="Dev A", arn="", reason="we believe in it")
        deciding.decide(bench.workshop, "b", "pivot", by="Dev A", arn="", reason="no", back_to="define")

        assert top_priority(bench.stores, bench.workshop) == "a"

    def test_a_pair_that_was_cut_since_is_passed_over(self, bench: FinishedPractice) -> None:
        bench.bring("b", solved=False, decided=False)
        bench.begin()
        bench.improvement.set_priority("w1", "b")
        Deciding(bench.stores, bench.clock).decide(bench.workshop, "b", "cut", by="Dev A", arn="", reason="nobody came")

        assert top_priority(bench.stores, bench.workshop) == "a"
