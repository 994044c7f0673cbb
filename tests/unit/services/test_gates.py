import pytest

from mlew.domain.gate import Decision, Gate
from mlew.domain.invention import InventionSet
from mlew.domain.question import QuestionSet
from mlew.domain.readiness import Readiness
from mlew.domain.workshop import Participant, Phase
from mlew.errors import Conflict, InputError, NotPermitted
from mlew.services.next_step import next_step
from mlew.services.reading import current
from mlew.services.time_boxes import close_gate
from mlew.settings import RunDefaults
from tests.unit.services.workbench import JOURNEY, QUESTIONS, Bench, question

DEFAULTS = RunDefaults()


def test_approving_wakes_the_execution_and_keeps_who_decided() -> None:
    bench = Bench()
    bench.gate("listen")

    bench.gates.approve(bench.workshop, "listen", by="Dev A", arn="arn:x")

    gate = bench.stores.gates.latest("w1", "listen")
    assert gate is not None and gate.decision is not None
    assert (gate.decision.by, gate.decision.arn, gate.decision.verb) == ("Dev A", "arn:x", "approve")
    assert bench.executions.woken == [("t", {"phase": "listen"})]


def test_a_second_answer_is_refused_and_names_who_decided() -> None:
    bench = Bench()
    bench.gate("listen")
    bench.gates.approve(bench.workshop, "listen", by="Dev A")

    with pytest.raises(Conflict, match="Dev A"):
        bench.gates.ask_again(bench.workshop, "listen", by="Planning A", comment="no")


def test_a_decision_stands_when_its_token_is_gone() -> None:
    bench = Bench()
    bench.gate("listen")
    bench.executions.waiting.clear()

    bench.gates.approve(bench.workshop, "listen", by="Dev A")

    assert bench.executions.woken == []
    gate = bench.stores.gates.latest("w1", "listen")
    assert gate is not None and gate.decision is not None


def test_a_gate_decided_before_lets_a_new_execution_pass_at_once() -> None:
    bench = Bench()
    bench.gate("listen", token="old")
    bench.gates.approve(bench.workshop, "listen", by="Dev A")

    bench.gate("listen", token="new")

    assert bench.executions.woken[-1] == ("new", {"phase": "listen"})


def test_auto_decides_by_the_numbers_with_pairs_on_different_stages() -> None:
    bench = Bench(gates="auto")
    bench.defined()

    bench.gate("define")

    gate = bench.stores.gates.latest("w1", "define")
    assert gate is not None and gate.decision is not None
    assert gate.decision.by == "auto"
    assert gate.decision.choices == {"a": ("Q1",), "b": ("Q3",)}


def test_a_choice_against_the_numbers_needs_a_reason_and_is_marked() -> None:
    bench = Bench()
    bench.defined()
    bench.gate("define")

    with pytest.raises(InputError, match="needs a reason"):
        bench.gates.approve(bench.workshop, "define", by="Dev A", choices={"a": ("Q2",)})
    bench.gates.approve(bench.workshop, "define", by="Dev A", choices={"a": ("Q2",)}, reason="we know the shop")

    gate = bench.stores.gates.latest("w1", "define")
    assert gate is not None and gate.decision is not None
    assert gate.decision.against_numbers and gate.decision.choices == {"a": ("Q2",), "b": ("Q3",)}


@pytest.mark.parametrize("choices", [{"z": ("Q1",)}, {"a": ("Q9",)}, {"a": ()}])
def test_a_choice_of_what_does_not_exist_is_refused_and_nothing_is_decided(choices: dict[str, tuple[str, ...]]) -> None:
    bench = Bench()
    bench.defined()
    bench.gate("define")

    with pytest.raises(InputError):
        bench.gates.approve(bench.workshop, "define", by="Dev A", choices=choices, reason="because")

    assert bench.gates.waiting(bench.workshop) is not None


def test_the_chosen_invention_becomes_a_version_by_the_person_who_chose() -> None:
    bench = Bench()
    bench.defined()
    bench.invented()
    done: tuple[Phase, ...] = ("day0", "listen", "define")
    for phase in done:
        bench.gate(phase)
        bench.gates.approve(bench.workshop, phase, by="Dev A")
    bench.gate("invent")
    bench.gates.approve(bench.workshop, "invent", by="Dev A", choices={"a": ("I1",)}, reason="smaller")

    first = next_step(bench.work, bench.workshop, DEFAULTS)
    second = next_step(bench.work, bench.workshop, DEFAULTS)

    chosen, ref = current(bench.stores, bench.workshop, InventionSet, "a")
    assert (first.action, first.phase) == ("run", "refine") and second == first
    assert (chosen.chosen, chosen.reason, ref.version) == ("I1", "smaller", 2)
    assert current(bench.stores, bench.workshop, InventionSet, "b")[0].chosen == "I2"


def test_asking_again_starts_the_next_round_of_the_same_phase() -> None:
    bench = Bench()
    bench.gate("day0")
    bench.gates.approve(bench.workshop, "day0", by="Dev A")
    bench.put("journey", JOURNEY)
    bench.gate("listen")

    bench.gates.ask_again(bench.workshop, "listen", by="Dev A", comment="in time order, please")

    step = next_step(bench.work, bench.workshop, DEFAULTS)
    assert (step.action, step.phase, step.round) == ("run", "listen", 2)


def test_asking_again_for_nothing_is_refused() -> None:
    bench = Bench()
    bench.gate("listen")
    with pytest.raises(InputError):
        bench.gates.ask_again(bench.workshop, "listen", by="Dev A", comment="  ")


def test_when_the_time_box_ends_the_product_manager_is_asked_then_the_numbers_decide() -> None:
    bench = Bench(gates="timebox", time_scale=0.1)
    bench.defined()
    bench.gate("define")

    asked = close_gate(bench.work, bench.gates, bench.workshop, "define", stage="team", defaults=DEFAULTS)
    bench.gate("define", token="t2", stage="product_manager")
    with pytest.raises(NotPermitted, match="Planning A"):
        bench.gates.approve(bench.workshop, "define", by="Dev A")
    closed = close_gate(bench.work, bench.gates, bench.workshop, "define", stage="product_manager", defaults=DEFAULTS)

    gate = bench.stores.gates.latest("w1", "define")
    assert (asked.action, asked.seconds) == ("ask", 30)
    assert closed.action == "decided"
    assert gate is not None and gate.decision is not None and gate.decision.by == "time box"


def test_a_decision_in_the_last_second_is_not_overwritten_by_the_clock() -> None:
    bench = Bench(gates="timebox")
    bench.defined()
    bench.gate("define")
    bench.gates.approve(bench.workshop, "define", by="Dev A")

    closing = close_gate(bench.work, bench.gates, bench.workshop, "define", stage="product_manager", defaults=DEFAULTS)

    gate = bench.stores.gates.latest("w1", "define")
    assert closing.action == "decided"
    assert gate is not None and gate.decision is not None and gate.decision.by == "Dev A"


def test_a_review_that_nobody_answers_pauses_the_workshop() -> None:
    bench = Bench()
    bench.gate("listen")

    closing = close_gate(bench.work, bench.gates, bench.workshop, "listen", stage="team", defaults=DEFAULTS)

    assert closing.action == "paused"
    assert bench.workshop.state == "waiting"
    assert bench.gates.waiting(bench.workshop) is not None


def test_an_own_question_is_numbered_ranked_and_signed() -> None:
    bench = Bench()
    bench.defined()

    artifact = bench.gates.add_question(
        bench.workshop, question("", ("A3", "A4"), 600), by="Planning A", based_on_version=1
    )

    assert artifact.version == 2
    assert isinstance(artifact.body, QuestionSet)
    first = artifact.body.questions[0]
    assert (first.id, first.author, first.rank) == ("Q4", "Planning A", 1)


def test_an_own_question_about_an_unknown_action_is_refused() -> None:
    bench = Bench()
    bench.defined()
    with pytest.raises(InputError, match="A9"):
        bench.gates.add_question(bench.workshop, question("", ("A9",), 1), by="Planning A", based_on_version=1)


def test_a_decision_whose_answer_was_lost_on_the_way_is_no_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench()
    bench.gate("listen")
    decide = bench.stores.gates.decide

    def lost(workshop_id: str, phase: Phase, round_: int, decision: Decision) -> Gate:
        decide(workshop_id, phase, round_, decision)
        raise Conflict("decided")

    monkeypatch.setattr(bench.stores.gates, "decide", lost)
    bench.gates.approve(bench.workshop, "listen", by="Dev A")

    assert bench.executions.woken == [("t", {"phase": "listen"})]


def test_every_pair_has_a_question_even_if_there_are_fewer_than_pairs() -> None:
    bench = Bench(gates="auto")
    bench.put("journey", JOURNEY)
    bench.put("questions", QUESTIONS.model_copy(update={"questions": QUESTIONS.questions[:1]}))

    bench.gate("define")

    gate = bench.stores.gates.latest("w1", "define")
    assert gate is not None and gate.decision is not None
    assert gate.decision.choices == {"a": ("Q1",), "b": ("Q1",)}


def test_a_pair_without_inventions_cannot_go_on() -> None:
    bench = Bench()
    bench.defined()
    bench.invented()
    bench.put("inventions", InventionSet(pair="b", inventions=()), "b")
    bench.gate("invent")

    with pytest.raises(InputError, match="pair b"):
        bench.gates.approve(bench.workshop, "invent", by="Dev A")


def test_a_chosen_invention_that_was_edited_away_is_asked_for() -> None:
    bench = Bench()
    bench.defined()
    bench.invented()
    done: tuple[Phase, ...] = ("day0", "listen", "define", "invent")
    for phase in done:
        bench.gate(phase)
        bench.gates.approve(bench.workshop, phase, by="Dev A")
    bench.put("inventions", InventionSet(pair="a", inventions=()), "a")

    with pytest.raises(InputError, match="I2"):
        next_step(bench.work, bench.workshop, DEFAULTS)


def test_day0_that_blocks_is_looked_at_again_instead_of_approved() -> None:
    bench = Bench()
    bench.put("readiness", Readiness(items=(), risks=(), blocking=True))

    step = next_step(bench.work, bench.workshop, DEFAULTS)

    assert (step.action, step.phase) == ("run", "day0")


def test_product_managers_are_found_by_any_name_of_their_role() -> None:
    bench = Bench(gates="timebox")
    managers = (Participant(name="Planning A", roles=("プロダクトマネージャー",)), Participant(name="Dev A"))
    plan = bench.workshop.plan.model_copy(update={"participants": managers})
    bench.stores.workshops.update(bench.workshop.model_copy(update={"plan": plan}))

    bench.gate("listen", stage="product_manager")

    gate = bench.stores.gates.latest("w1", "listen")
    assert gate is not None and gate.deciders == ("Planning A",)
