import pytest

from mlew.services.workshop_state import change
from tests.unit.cli.reviewing import decision, undecided
from tests.unit.cli.terminal import Terminal
from tests.unit.services.workbench import Bench


def test_show_lists_what_waits_with_the_proposal_of_the_numbers(running: Terminal, bench: Bench) -> None:
    bench.gate("define")

    said = running("review", "show")

    assert said.code == 0
    assert "Define waits for a decision (round 1)" in said.out
    assert "a → Q1, b → Q3" in said.out
    assert "Why Q2?" in said.out


def test_show_lists_the_inventions_of_each_pair(running: Terminal, bench: Bench) -> None:
    bench.gate("invent", stage="product_manager")

    said = running("review", "show")

    assert said.out.count("Invention I2") == 2
    assert "a → I2, b → I2" in said.out
    assert "decided by Planning A" in said.out


def test_show_offers_ready_corrections_of_the_phase(running: Terminal, bench: Bench) -> None:
    bench.gate("listen")

    data = running("review", "show", "--json").data

    assert data["gate"]["phase"] == "listen"
    assert "token" not in data["gate"]
    assert {"id", "label", "text"} == set(data["corrections"][0])


def test_where_nothing_waits_that_is_said(running: Terminal) -> None:
    said = running("review", "show")

    assert said.code == 3
    assert "mlew status w1" in said.err


def test_approve_keeps_who_decided_and_wakes_the_workshop(running: Terminal, bench: Bench) -> None:
    bench.gate("listen")

    said = running("review", "approve", "--as", "Planning A", "-m", "good")

    assert said.code == 0
    assert (decision(bench, "listen").by, decision(bench, "listen").comment) == ("Planning A", "good")
    assert bench.executions.woken == [("t", {"phase": "listen"})]


def test_without_a_name_the_user_of_this_machine_has_decided(running: Terminal, bench: Bench) -> None:
    bench.gate("listen")

    running("review", "approve")

    assert decision(bench, "listen").by == "maki"


def test_a_decision_goes_on_by_itself_when_the_execution_is_gone(running: Terminal, bench: Bench) -> None:
    bench.gate("listen")
    bench.executions.states["w1-0"] = "failed"
    bench.executions.waiting.clear()

    said = running("review", "approve", "--json")

    assert said.data["resumed"] is True
    assert bench.executions.state(bench.workshop.execution) == "running"


def test_the_last_decision_of_a_finished_workshop_is_no_error(running: Terminal, bench: Bench) -> None:
    bench.gate("iterate")
    bench.executions.states["w1-0"] = "succeeded"
    change(bench.stores.workshops, "w1", state="finished")

    assert running("review", "approve").code == 0


def test_the_wrong_phase_is_not_decided_by_accident(running: Terminal, bench: Bench) -> None:
    bench.gate("define")

    said = running("review", "approve", "--phase", "Listen")

    assert said.code == 2
    assert undecided(bench, "define")
    assert running("review", "approve", "--phase", "nonsense").code == 2


def test_only_the_product_manager_decides_when_the_time_is_up(running: Terminal, bench: Bench) -> None:
    bench.gate("listen", stage="product_manager")

    assert running("review", "approve", "--as", "Dev A").code == 5
    assert running("review", "approve", "--as", "Planning A").code == 0


def test_a_pair_that_is_named_twice_is_refused_not_half_forgotten(running: Terminal, bench: Bench) -> None:
    bench.gate("define")

    said = running("review", "choose", "a=Q1", "a=Q2", "--reason", "so")

    assert said.code == 2
    assert "a=Q1,Q3" in said.err


def test_choose_takes_questions_of_the_pairs(running: Terminal, bench: Bench) -> None:
    bench.gate("define")

    said = running("review", "choose", "a=q2,Q1", "--reason", "we know the shop")

    assert said.code == 0
    assert decision(bench, "define").choices == {"a": ("Q2", "Q1"), "b": ("Q3",)}
    assert decision(bench, "define").against_numbers
    assert "not supported by observation" in said.out


def test_a_choice_against_the_numbers_without_a_reason_is_refused(running: Terminal, bench: Bench) -> None:
    bench.gate("define")

    said = running("review", "choose", "a=Q2")

    assert said.code == 2
    assert "--reason" in said.err
    assert undecided(bench, "define")


@pytest.mark.parametrize("choice", ["a", "a=", "=Q1", "a=Q9", "z=Q1"])
def test_a_choice_that_cannot_be_read_or_is_not_there_is_refused(running: Terminal, bench: Bench, choice: str) -> None:
    bench.gate("define")

    assert running("review", "choose", choice, "--reason", "so").code == 2
    assert undecided(bench, "define")


def test_ask_again_sends_a_ready_correction(running: Terminal, bench: Bench) -> None:
    bench.gate("listen")
    ready = running("review", "show", "--json").data["corrections"][0]["id"]

    said = running("review", "ask-again", "-c", ready, "-m", "and in more detail")

    assert said.code == 0
    assert decision(bench, "listen").verb == "ask_again"
    assert decision(bench, "listen").corrections == (ready,)


def test_an_unknown_correction_is_refused_with_the_ones_there_are(running: Terminal, bench: Bench) -> None:
    bench.gate("listen")

    said = running("review", "ask-again", "-c", "be-nicer")

    assert said.code == 2
    assert "Ready: " in said.err
    assert undecided(bench, "listen")


def test_asking_again_for_nothing_is_refused(running: Terminal, bench: Bench) -> None:
    bench.gate("listen")

    assert running("review", "ask-again").code == 2
