"""Gates of the improvement edition, as the commands of every day show them."""

from typing import Any

import pytest

from mlew.services.verdicts import Deciding
from mlew.services.workshop_state import change
from tests.unit.cli.improving_cases import begin
from tests.unit.cli.terminal import Terminal
from tests.unit.services.improving import FinishedPractice
from tests.unit.services.workbench import Bench


def decide(bench: FinishedPractice, pair: str, kind: Any, **more: Any) -> None:
    Deciding(bench.stores, bench.clock).decide(bench.workshop, pair, kind, by="Dev A", arn="", reason="seen", **more)


class TestPrecheckGate:
    @pytest.fixture(autouse=True)
    def waiting(self, improving: Terminal, finished: FinishedPractice) -> None:
        begin(improving, "--pattern", "invention")
        finished.make("precheck", 1)
        finished.gate("precheck")

    def test_it_shows_verdicts_who_has_to_decide_and_the_minutes(self, improving: Terminal) -> None:
        said = improving("review", "show")

        assert "Not decided yet: pair a, b" in said.out
        assert "30 min" in said.out and "to be deepened" in said.out
        assert "(round 1)" in said.out

    def test_as_data(self, improving: Terminal) -> None:
        data: dict[str, Any] = improving("review", "show", "--json").data

        assert data["verdicts"]["a"] == {"proposed": "go", "decided": None}
        assert data["undecided"] == ["a", "b"]
        assert data["minutes"]["invent"] == 30

    def test_it_is_not_approved_before_people_have_decided(self, improving: Terminal) -> None:
        said = improving("review", "approve")

        assert said.code == 2
        assert "nobody has decided on pair a, b" in said.err

    def test_the_menu_takes_decisions_and_minutes_and_then_the_approval(
        self, improving: Terminal, finished: FinishedPractice
    ) -> None:
        improving.interactive = True
        decisions = ["d", "a", "go", "it works", "d", "b", "pivot", "listen", "we misheard"]
        improving.types = ["a", *decisions, "d", "", "d", "b", "perhaps", "t", "18,18,18,18,18", "t", "", "a"]

        said = improving("review")

        assert said.code == 0
        assert "nobody has decided" in said.err and "'perhaps' is none of go, pivot, cut" in said.err
        assert finished.workshop.minutes["refine"] == 18
        approved = finished.stores.gates.latest("w1", "precheck")
        assert approved is not None and approved.decision is not None

    def test_in_japanese(self, improving: Terminal) -> None:
        said = improving("review", "show", "--lang", "ja")

        assert "まだ判断していないペア: a, b" in said.out
        assert "時間配分" in said.out


def test_rounds_are_told_as_people_count_them(improving: Terminal, finished: FinishedPractice) -> None:
    begin(improving)
    finished.make("listen", 2)
    finished.gate("listen", round_=2)

    assert "Listen waits for a decision (round 1)" in improving("review", "show").out


def test_ready_corrections_are_those_of_the_edition(improving: Terminal, finished: FinishedPractice) -> None:
    practice = Bench()
    practice.gate("listen")
    begin(improving)
    finished.gate("listen", round_=2)
    here = {c["id"] for c in improving("review", "show", "--json").data["corrections"]}

    improving.stores = practice.stores
    there = {c["id"] for c in improving("review", "show", "--json").data["corrections"]}

    assert here and there and here != there


def test_at_define_people_are_told_that_pairs_can_be_merged(improving: Terminal, finished: FinishedPractice) -> None:
    begin(improving)
    finished.gate("define", round_=2)

    assert "mlew improve merge PAIR -w w1" in improving("review", "show").out


def test_the_menu_merges_pairs_before_define_is_approved(improving: Terminal, finished: FinishedPractice) -> None:
    begin(improving)
    finished.gate("define", round_=2)
    change(finished.stores.workshops, "w1", phase="define")
    improving.interactive, improving.types = True, ["p", "", "p", "b", "l"]

    assert improving("review").code == 0
    assert [p.id for p in finished.workshop.pairs] == ["b"]


def test_a_time_box_that_only_asks_says_so(improving: Terminal, finished: FinishedPractice) -> None:
    begin(improving, "--gates", "timebox")
    finished.gate("listen", round_=2)
    assert "the team is asked" in improving("review", "show").out

    finished.gate("listen", round_=2, stage="product_manager")
    assert "time is up" in improving("review", "show").out


@pytest.mark.parametrize("phase", ["precheck", "market", "plan", "closing"])
def test_gates_without_choices_are_approved_as_they_are(
    improving: Terminal, finished: FinishedPractice, phase: Any
) -> None:
    begin(improving)
    for pair, kind in (("a", "go"), ("b", "pivot")):
        back_to = {"back_to": "listen"} if kind == "pivot" else {}
        decide(finished, pair, kind, **back_to)
    finished.make(phase, 1)
    finished.gate(phase)

    shown = improving("review", "show")
    assert "proposed" not in shown.out.lower().replace("the rule proposes", "")
    assert improving("review", "choose", "a=Q1").code == 2
    assert improving("review", "approve").code == 0
