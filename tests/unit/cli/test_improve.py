"""`mlew improve`, and how the commands of every day look in the improvement edition."""

from typing import Any

import pytest

from mlew.domain.closing import Closing, ClosingItem
from mlew.domain.precheck import Precheck
from mlew.domain.progress import Progress
from mlew.domain.schedule import PATTERNS
from mlew.services.verdicts import Deciding
from mlew.services.workshop_state import change
from tests.unit.cli.terminal import Said, Terminal
from tests.unit.services.improving import FinishedPractice
from tests.unit.services.workbench import Bench


@pytest.fixture
def finished() -> FinishedPractice:
    bench = FinishedPractice()
    bench.bring("a", solved=True, decided=True)
    bench.bring("b", solved=False, decided=False)
    return bench


@pytest.fixture
def improving(mlew: Terminal, finished: FinishedPractice, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal at a workshop whose practice edition is finished; the embedded AWS is up."""
    monkeypatch.setattr("mlew.cli.improve.start.ensure_up", lambda *_: None)
    mlew.stores, mlew.executions, mlew.clock = finished.stores, finished.executions, finished.clock
    return mlew


def begin(improving: Terminal, *options: str) -> Said:
    return improving("improve", "start", "w1", "--no-watch", *options)


class TestStart:
    def test_it_tells_how_the_time_is_spread_and_how_to_change_it(self, improving: Terminal) -> None:
        said = begin(improving)

        assert said.code == 0
        assert "round 1" in said.err
        assert "Test/Iterate" in said.out and "20 min" in said.out
        assert "mlew improve minutes 20,20,10,20,20 -w w1" in said.out

    @pytest.mark.parametrize(
        ("options", "minutes"),
        [
            ([], PATTERNS["customer"]),
            (["--pattern", "message"], PATTERNS["message"]),
            (["--minutes", "10,10,30,20,20"], PATTERNS["invention"]),
            (["--minutes", "18/18/18/18/18"], dict.fromkeys(PATTERNS["customer"], 18)),
        ],
    )
    def test_a_pattern_or_minutes_are_taken(
        self, improving: Terminal, options: list[str], minutes: dict[str, int]
    ) -> None:
        data = begin(improving, *options, "--json").data

        assert data["minutes"] == minutes
        assert improving.executions.editions[data["execution"]] == "improvement"

    @pytest.mark.parametrize(
        "options",
        [
            ["--minutes", "10,10,30,20"],
            ["--minutes", "10,10,30,20,x"],
            ["--minutes", "10,10,30,20,-20"],
            ["--minutes", "10,10,30,20,30"],
            ["--minutes", "20,20,10,20,20", "--pattern", "message"],
            ["--pattern", "whatever"],
        ],
    )
    def test_minutes_that_cannot_be_are_refused_and_nothing_begins(
        self, improving: Terminal, finished: FinishedPractice, options: list[str]
    ) -> None:
        assert begin(improving, *options).code == 2
        assert finished.workshop.edition == "practice"

    def test_it_is_refused_while_the_practice_edition_is_not_finished(
        self, improving: Terminal, finished: FinishedPractice
    ) -> None:
        change(finished.stores.workshops, "w1", state="failed", phase="define")

        said = begin(improving)

        assert said.code == 4
        assert "mlew resume w1" in said.err

    def test_budget_and_gates_are_passed_on(self, improving: Terminal, finished: FinishedPractice) -> None:
        begin(improving, "--budget", "55", "--gates", "timebox")

        assert (finished.workshop.budget_usd, finished.workshop.gates) == (55, "timebox")

    def test_it_is_followed_until_people_have_to_decide(self, improving: Terminal, finished: FinishedPractice) -> None:
        before = Progress(at=finished.clock.now(), kind="finished", phase="iterate", detail="long ago")
        finished.stores.progress.add("w1", before)
        improving.on_pause = lambda: finished.gate("precheck")

        said = improving("improve", "start", "w1")

        assert said.code == 0
        assert "by maki" in said.err and "long ago" not in said.err
        assert "improvement edition, round 1" in said.out
        assert "mlew review show -w w1" in said.out

    def test_with_time_boxes_it_is_followed_until_the_team_is_asked(
        self, improving: Terminal, finished: FinishedPractice
    ) -> None:
        looks = iter(range(9))

        def opened() -> None:
            finished.gate("precheck", stage="team" if next(looks) < 3 else "product_manager")

        improving.on_pause = opened

        said = improving("improve", "start", "w1", "--gates", "timebox")

        assert said.code == 0
        assert len(improving.pauses) == 4
        assert "time is up" in said.out

    def test_a_practice_edition_that_is_finished_names_it_as_what_comes_next(self, improving: Terminal) -> None:
        assert "mlew improve start w1" in improving("status").out
        assert "mlew improve start w1" in improving("resume").err


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


def decide(bench: FinishedPractice, pair: str, kind: Any, **more: Any) -> None:
    Deciding(bench.stores, bench.clock).decide(bench.workshop, pair, kind, by="Dev A", arn="", reason="seen", **more)


class TestMinutes:
    def test_without_minutes_it_shows_them_and_the_usual_patterns(self, improving: Terminal) -> None:
        begin(improving)
        said = improving("improve", "minutes")

        assert "--pattern invention  10/10/30/20/20" in said.out

    def test_they_can_be_changed(self, improving: Terminal, finished: FinishedPractice) -> None:
        begin(improving)

        assert improving("improve", "minutes", "50,10,10,10,10").code == 0
        assert finished.workshop.minutes["listen"] == 50
        assert improving("improve", "minutes", "50,10,10,10,11").code == 2
        assert improving("improve", "minutes", "--pattern", "message", "--json").data["minutes"] == PATTERNS["message"]

    def test_outside_of_the_edition_nothing_is_changed(self, improving: Terminal) -> None:
        assert improving("improve", "minutes", "50,10,10,10,10").code == 4


def test_pairs_are_merged_and_split(improving: Terminal, finished: FinishedPractice) -> None:
    begin(improving)
    change(finished.stores.workshops, "w1", phase="define")

    merged = improving("improve", "merge", "b", "--json").data
    assert [p["id"] for p in merged["pairs"]] == ["b"] and [p["id"] for p in merged["past_pairs"]] == ["a"]
    assert "Pairs that stand aside: a" in improving("status").out
    assert improving("improve", "merge", "b").code == 2
    said = improving("improve", "split")
    assert said.code == 0 and "goes on" in said.out
    assert [p.id for p in finished.workshop.pairs] == ["a", "b"]


def test_priority_is_shown_set_and_left_to_the_numbers(improving: Terminal) -> None:
    begin(improving)

    assert improving("improve", "priority", "--json").data == {"workshop": "w1", "priority": "b", "set": False}
    assert improving("improve", "priority", "a", "--json").data == {"workshop": "w1", "priority": "a", "set": True}
    assert "as the team has set" in improving("improve", "priority").out
    assert improving("improve", "priority", "--by-numbers", "--json").data["priority"] == "b"
    assert improving("improve", "priority", "z").code == 3
    assert improving("improve", "priority", "b", "--by-numbers").code == 2


def test_artifacts_of_the_team_and_of_pairs_that_stand_aside_are_shown_by_name(
    improving: Terminal, finished: FinishedPractice
) -> None:
    finished.put("precheck", Precheck(items=()))
    change(finished.stores.workshops, "w1", past_pairs=finished.workshop.pairs[1:], pairs=finished.workshop.pairs[:1])

    assert improving("show", "precheck").code == 0
    assert improving("show", "evidence/b").code == 0
    assert improving("show", "evidence/z").code == 2
    assert improving("show", "precheck/a").code == 2


def test_what_the_edition_leaves_to_do_is_shown_at_its_end(improving: Terminal, finished: FinishedPractice) -> None:
    begin(improving)
    left = ClosingItem(id="mocks", title="Mocks destroyed", state="missing", found="one is live", remedy="destroy it")
    finished.put("closing", Closing(items=(left,)))
    change(finished.stores.workshops, "w1", state="finished")

    said = improving("watch", "w1")

    assert "At the end of the improvement edition" in said.out
    assert "Mocks destroyed" in said.out and "destroy it" in said.out
    assert "mlew improve start w1" in said.out, "any number of rounds"


def test_mocks_of_a_pair_that_stands_aside_can_be_destroyed(improving: Terminal, finished: FinishedPractice) -> None:
    change(finished.stores.workshops, "w1", past_pairs=finished.workshop.pairs[1:], pairs=finished.workshop.pairs[:1])

    assert improving("mocks", "destroy", "--pair", "b", "--yes").code == 3, "there is none, but the pair is known"
    assert improving("mocks", "destroy", "--pair", "z", "--yes").code == 2
