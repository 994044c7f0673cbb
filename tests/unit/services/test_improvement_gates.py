"""Decisions of the improvement edition: people take them, or the numbers where nobody is there; the clock never."""

import pytest

from mlew.domain.gate import Gate, Stage
from mlew.domain.verdict import DecisionKind
from mlew.domain.workshop import PHASES_OF, Phase
from mlew.errors import InputError
from mlew.services.choices import by_numbers
from mlew.services.gate_reading import gate_of
from mlew.services.gates import box_seconds
from mlew.services.next_step import next_step
from mlew.services.time_boxes import close_gate, open_gate
from mlew.services.verdicts import Deciding, verdict_of
from mlew.settings import RunDefaults
from tests.unit.services.improving import FinishedPractice

DEFAULTS = RunDefaults()
REVIEW = round(DEFAULTS.review_days * 86_400)


def decide(bench: FinishedPractice, pair: str, kind: DecisionKind, back_to: Phase | None = None) -> None:
    Deciding(bench.stores, bench.clock).decide(
        bench.workshop, pair, kind, by="Dev A", arn="", reason="we saw it", back_to=back_to
    )


def pairs(bench: FinishedPractice) -> list[str]:
    return [pair.id for pair in bench.workshop.pairs]


def gate(bench: FinishedPractice, phase: Phase) -> Gate:
    found = gate_of(bench.stores, bench.workshop, phase)
    assert found is not None
    return found


def opened(bench: FinishedPractice, phase: Phase, round_: int = 1, stage: Stage = "team") -> Gate:
    bench.executions.waiting.add("t")
    return open_gate(
        bench.work, bench.gates, bench.workshop, phase, round_, artifacts=(), stage=stage, seconds=60, token="t"
    )


class TestPrecheck:
    def test_it_is_approved_only_when_somebody_decided_on_every_pair(self) -> None:
        bench = FinishedPractice()
        bench.bring("a", solved=True, decided=True)
        bench.bring("b", solved=False, decided=False)
        bench.begin()
        bench.gate("precheck")

        with pytest.raises(InputError, match="nobody has decided on pair a, b") as refused:
            bench.gates.approve(bench.workshop, "precheck", by="Dev A")
        assert "mlew verdict" in refused.value.hint
        decide(bench, "a", "go")
        with pytest.raises(InputError, match="pair b"):
            bench.gates.approve(bench.workshop, "precheck", by="Dev A")
        decide(bench, "b", "cut")
        bench.gates.approve(bench.workshop, "precheck", by="Dev A")

        assert gate(bench, "precheck").decision is not None

    def test_pairs_of_which_the_numbers_say_nothing_stop_nobody(self) -> None:
        bench = FinishedPractice()
        bench.begin()
        bench.gate("precheck")

        bench.gates.approve(bench.workshop, "precheck", by="Dev A")

        assert pairs(bench) == ["a", "b"]

    def test_it_can_be_asked_again_without_a_decision(self) -> None:
        bench = FinishedPractice()
        bench.bring("a", solved=True, decided=True)
        bench.begin()
        bench.make("precheck", 1)
        bench.gate("precheck")

        bench.gates.ask_again(bench.workshop, "precheck", by="Dev A", comment="more sheets came in")

        step = next_step(bench.work, bench.workshop, DEFAULTS)
        assert (step.action, step.phase, step.round) == ("run", "precheck", 2)

    def test_where_nobody_decides_what_the_rule_proposes_stands(self) -> None:
        bench = FinishedPractice(gates="auto")
        bench.bring("a", solved=True, decided=True)
        bench.bring("b", solved=False, decided=False)
        bench.begin()

        opened(bench, "precheck")

        found = {pair: verdict_of(bench.stores, bench.workshop, pair) for pair in ("a", "b")}
        assert {p: (v.decision.decision, v.decision.by) for p, v in found.items() if v and v.decision} == {
            "a": ("go", "auto"),
            "b": ("cut", "auto"),
        }
        assert pairs(bench) == ["a"]
        assert gate(bench, "precheck").decision is not None

    def test_what_a_person_decided_before_stands_in_mode_auto(self) -> None:
        bench = FinishedPractice(gates="auto")
        bench.bring("b", solved=False, decided=False)
        bench.begin()
        decide(bench, "b", "pivot", "listen")

        opened(bench, "precheck")

        assert pairs(bench) == ["a", "b"]

    def test_pairs_that_are_cut_leave_at_the_latest_when_it_is_approved(self) -> None:
        bench = FinishedPractice()
        bench.bring("b", solved=False, decided=False)
        bench.begin()
        decide(bench, "b", "cut")
        bench.pass_("precheck", 1)

        step = next_step(bench.work, bench.workshop, DEFAULTS)

        assert (step.phase, step.round, step.pairs) == ("listen", 2, ("a",))


class TestClock:
    def test_when_the_time_is_up_the_team_is_asked_and_nothing_is_decided(self) -> None:
        bench = FinishedPractice(gates="timebox", time_scale=0.1)
        bench.begin()
        bench.pass_("precheck", 1)
        bench.make("listen", 2)
        opened(bench, "listen", 2)

        asked = close_gate(bench.work, bench.gates, bench.workshop, "listen", stage="team", defaults=DEFAULTS)
        again = opened(bench, "listen", 2, "product_manager")

        assert (asked.action, asked.seconds) == ("ask", REVIEW)
        assert (again.decision, again.deciders, again.due_at) == (None, (), bench.clock.now())
        bench.gates.approve(bench.workshop, "listen", by="Dev A")
        assert gate(bench, "listen").decision is not None

    def test_a_team_that_never_answers_finds_the_workshop_paused(self) -> None:
        bench = FinishedPractice(gates="timebox")
        bench.begin()
        bench.gate("precheck")

        closing = close_gate(
            bench.work, bench.gates, bench.workshop, "precheck", stage="product_manager", defaults=DEFAULTS
        )

        assert (closing.action, bench.workshop.state) == ("paused", "waiting")
        assert gate(bench, "precheck").decision is None

    def test_time_boxes_are_those_that_the_team_has_spread(self) -> None:
        bench = FinishedPractice(gates="timebox", time_scale=0.5)
        bench.begin()
        seconds = {phase: box_seconds(bench.workshop, phase, DEFAULTS) for phase in PHASES_OF["improvement"]}

        assert seconds["listen"] == 20 * 60 / 2
        assert seconds["invent"] == 10 * 60 / 2
        assert seconds["plan"] == 60 * 60 / 2


class TestNumbers:
    def at_define(self, **decisions: tuple[DecisionKind, Phase | None]) -> FinishedPractice:
        bench = FinishedPractice()
        bench.bring("a", solved=True, decided=False)
        bench.bring("b", solved=True, decided=True)
        bench.begin()
        for pair, (kind, back_to) in decisions.items():
            decide(bench, pair, kind, back_to)
        return bench

    def test_pairs_keep_the_questions_that_were_proven(self) -> None:
        bench = self.at_define(a=("go", None), b=("go", None))
        assert by_numbers(bench.stores, bench.workshop, "define") == {"a": ("Q1",), "b": ("Q3",)}

    @pytest.mark.parametrize("back_to", ["listen", "define"])
    def test_who_looks_for_another_question_gets_the_best_that_nobody_has_and_that_is_not_the_old_one(
        self, back_to: Phase
    ) -> None:
        bench = self.at_define(a=("pivot", back_to), b=("go", None))
        assert by_numbers(bench.stores, bench.workshop, "define") == {"a": ("Q2",), "b": ("Q3",)}

    @pytest.mark.parametrize("back_to", ["invent", "refine"])
    def test_who_solves_the_same_question_differently_keeps_it(self, back_to: Phase) -> None:
        bench = self.at_define(a=("pivot", back_to), b=("go", None))
        assert by_numbers(bench.stores, bench.workshop, "define")["a"] == ("Q1",)

    def test_if_all_are_cut_all_stay_with_other_questions(self) -> None:
        bench = self.at_define(a=("cut", None), b=("cut", None))
        chosen = by_numbers(bench.stores, bench.workshop, "define")

        assert pairs(bench) == ["a", "b"]
        assert chosen["a"] != ("Q1",) and chosen["b"] != ("Q3",)

    def test_a_pair_that_others_went_into_has_the_questions_of_all(self) -> None:
        bench = self.at_define(a=("pivot", "define"), b=("go", None))
        bench.pass_("precheck", 1)
        next_step(bench.work, bench.workshop, DEFAULTS)
        bench.improvement.merge("w1", "a")

        assert by_numbers(bench.stores, bench.workshop, "define") == {"a": ("Q2", "Q3")}

    def test_a_proven_invention_is_kept_and_another_one_chosen_where_people_turned(self) -> None:
        bench = self.at_define(a=("pivot", "invent"), b=("go", None))
        assert by_numbers(bench.stores, bench.workshop, "invent") == {"a": ("I2",), "b": ("I1",)}

    def test_a_choice_of_people_against_them_needs_a_reason_here_too(self) -> None:
        bench = self.at_define(a=("go", None), b=("go", None))
        bench.gate("define", round_=2)
        with pytest.raises(InputError, match="needs a reason"):
            bench.gates.approve(bench.workshop, "define", by="Dev A", choices={"a": ("Q2",)})


class TestGoingOn:
    def test_every_phase_runs_waits_and_goes_on_from_what_is_stored(self) -> None:
        bench = FinishedPractice()
        bench.begin()
        for phase in PHASES_OF["improvement"]:
            round_ = bench.workshop.earlier_rounds.get(phase, 0) + 1
            first = next_step(bench.work, bench.workshop, DEFAULTS)
            resumed = next_step(bench.work, bench.workshop, DEFAULTS)
            assert first.action == resumed.action == "run"
            assert (resumed.phase, resumed.round, bench.workshop.phase) == (phase, round_, phase)

            bench.make(phase, round_)
            ready = next_step(bench.work, bench.workshop, DEFAULTS)
            assert (ready.action, ready.phase, ready.round) == ("gate", phase, round_)

            bench.gate(phase, round_=round_)
            waiting = next_step(bench.work, bench.workshop, DEFAULTS)
            assert (waiting.action, waiting.phase) == ("gate", phase)
            assert bench.gates.waiting(bench.workshop) is not None
            bench.gates.approve(bench.workshop, phase, by="Dev A")

        done = next_step(bench.work, bench.workshop, DEFAULTS)
        assert (done.action, bench.workshop.state) == ("done", "finished")

    def test_what_is_asked_again_counts_on_from_the_edition_before(self) -> None:
        bench = FinishedPractice()
        bench.begin()
        bench.pass_("precheck", 1)
        bench.make("listen", 2)
        bench.gate("listen", round_=2)
        bench.gates.ask_again(bench.workshop, "listen", by="Dev A", comment="the shops say otherwise")

        step = next_step(bench.work, bench.workshop, DEFAULTS)

        assert (step.action, step.phase, step.round) == ("run", "listen", 3)

    def test_resume_at_any_phase_starts_the_machine_of_the_edition(self) -> None:
        bench = FinishedPractice()
        bench.begin()
        for phase in PHASES_OF["improvement"]:
            bench.executions.states[bench.workshop.execution] = "failed"
            resumed = bench.runs.resume("w1")
            assert bench.executions.editions[resumed.execution] == "improvement"
            assert [p.state for p in bench.runs.status("w1").phases if p.phase == phase] != ["done"]
            bench.pass_(phase, bench.workshop.earlier_rounds.get(phase, 0) + 1)
            next_step(bench.work, bench.workshop, DEFAULTS)

        assert all(p.state == "done" for p in bench.runs.status("w1").phases)

    def test_the_chosen_questions_and_inventions_go_to_the_pairs(self) -> None:
        bench = FinishedPractice()
        bench.begin()
        for phase in ("precheck", "listen"):
            bench.pass_(phase, bench.workshop.earlier_rounds.get(phase, 0) + 1)
        bench.make("define", 2)
        bench.gate("define", round_=2)
        bench.gates.approve(bench.workshop, "define", by="Dev A", choices={"a": ("Q2",)}, reason="larger")
        step = next_step(bench.work, bench.workshop, DEFAULTS)

        assert {p.id: p.questions for p in bench.workshop.pairs} == {"a": ("Q2",), "b": ("Q3",)}
        assert {(cell.pair, cell.question) for cell in step.cells} == {("a", "Q2"), ("b", "Q3")}
