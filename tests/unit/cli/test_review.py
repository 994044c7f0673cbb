from pathlib import Path

import pytest

from mlew.domain.artifact import TEAM
from mlew.domain.gate import Decision
from mlew.domain.journey import Journey
from mlew.domain.press_release import Message, PressRelease
from mlew.domain.question import QuestionSet
from mlew.domain.workshop import Phase
from mlew.services.workshop_state import change
from tests.unit.cli.terminal import Terminal
from tests.unit.services.workbench import Bench


def decision(bench: Bench, phase: Phase) -> Decision:
    gate = bench.stores.gates.latest("w1", phase)
    assert gate is not None and gate.decision is not None
    return gate.decision


def undecided(bench: Bench, phase: Phase) -> bool:
    gate = bench.stores.gates.latest("w1", phase)
    return gate is not None and gate.decision is None


def journey(bench: Bench) -> Journey:
    latest = bench.stores.artifacts.latest("w1", "journey", TEAM)
    assert latest is not None and isinstance(latest.body, Journey)
    return latest.body


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


def test_edit_shows_the_difference_and_saves_a_new_version(running: Terminal, bench: Bench) -> None:
    running.edits = lambda text: text.replace("type it in", "type it in twice")

    said = running("review", "edit", "journey", "--yes", "--note", "seen in the shop", "--as", "Dev A")

    assert said.code == 0
    assert "type it in twice" in said.err
    latest = bench.stores.artifacts.latest("w1", "journey", TEAM)
    assert latest is not None and latest.version == 2
    assert (latest.provenance.author, latest.note) == ("Dev A", "seen in the shop")
    assert journey(bench).actions[1].text == "type it in twice"
    assert [a.id for a in journey(bench).actions] == ["A1", "A2", "A3", "A4"]


def test_edit_asks_before_saving_and_keeps_the_text_of_those_who_do_not(
    running: Terminal, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    running.edits = lambda text: text.replace("type it in", "type it in twice")
    running.types = ["n"]

    said = running("review", "edit", "journey")

    assert said.code == 130
    assert "type it in twice" in (tmp_path / "journey.edited.md").read_text(encoding="utf-8")
    assert "journey.edited.md" in said.err
    assert journey(bench).actions[1].text == "type it in"


def test_without_anybody_to_ask_edit_names_the_option(
    running: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    running.edits = lambda text: text.replace("type it in", "type it in twice")

    said = running("review", "edit", "journey")

    assert said.code == 2
    assert "--yes" in said.err


def test_an_edit_without_a_change_saves_nothing(running: Terminal) -> None:
    assert running("review", "edit", "journey", "--json").data["saved"] is False


def test_a_text_that_cannot_be_read_is_kept_and_named(
    running: Terminal, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "questions.edited.md").write_text("mine", encoding="utf-8")
    running.edits = lambda _: "nothing of this is a list of questions"

    said = running("review", "edit", "questions", "--yes")

    assert said.code == 2
    assert (tmp_path / "questions.edited.md").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "questions.edited1.md").read_text(encoding="utf-8").startswith("nothing of this")
    assert "--file questions.edited1.md" in said.err


def test_an_edit_based_on_an_older_version_is_a_conflict(running: Terminal, bench: Bench, tmp_path: Path) -> None:
    text = running("show", "journey", "--json").data["markdown"]
    file = tmp_path / "mine.md"
    file.write_text(text.replace("pick", "pick and pack"), encoding="utf-8")
    running.edits = lambda text: text.replace("type it in", "type it in twice")
    running("review", "edit", "journey", "--yes")

    said = running("review", "edit", "journey", "--file", str(file), "--based-on", "1", "--yes")

    assert said.code == 4
    assert file.exists()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_a_file_that_cannot_be_read_is_named(running: Terminal, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "mine.md"
    if content is not None:
        file.write_bytes(content)

    said = running("review", "edit", "journey", "--file", str(file))

    assert said.code == 2
    assert "mine.md" in said.err


def test_an_own_question_is_ranked_with_the_others(running: Terminal, bench: Bench) -> None:
    said = running(
        "review",
        "add-question",
        "Why wait?",
        "-a",
        "a4",
        "--effect",
        "2 hours",
        "--frequency",
        "3/week",
        "--as",
        "Dev A",
    )

    assert said.code == 0
    latest = bench.stores.artifacts.latest("w1", "questions", TEAM)
    assert latest is not None and isinstance(latest.body, QuestionSet)
    added = next(q for q in latest.body.questions if q.text == "Why wait?")
    assert (added.id, added.author, added.rank) == ("Q4", "Dev A", 1)
    assert added.impact_per_year("time") == 120 * 3 * 52


@pytest.mark.parametrize(
    "options",
    [
        ["-a", "A9", "--effect", "15 min", "--frequency", "1/day"],
        ["-a", "A1", "--effect", "much", "--frequency", "1/day"],
        ["-a", "A1", "--effect", "15 min", "--frequency", "often"],
        ["-a", "A1", "--effect", "15 min", "--frequency", "0/day"],
        ["-a", "A1", "--effect", "15 min", "--frequency", "1/day", "--kind", "continuous"],
        ["--effect", "15 min", "--frequency", "1/day"],
    ],
)
def test_a_question_that_cannot_be_read_is_refused(running: Terminal, options: list[str]) -> None:
    assert running("review", "add-question", "Why?", *options).code == 2


def test_japanese_amounts_and_frequencies_are_read(running: Terminal) -> None:
    said = running("review", "add-question", "なぜ?", "-a", "A1", "--effect", "＋500円", "--frequency", "2回/週")

    assert said.code == 0


def test_a_comment_is_kept_with_its_author(running: Terminal, bench: Bench) -> None:
    bench.put("press_release", PressRelease(pair="a", message=Message(headline="New")), "a")

    said = running("review", "comment", "a", "faq", "What does it cost?", "--faq", "--as", "Dev A")

    assert said.code == 0
    latest = bench.stores.artifacts.latest("w1", "press_release", "a")
    assert latest is not None and isinstance(latest.body, PressRelease)
    assert latest.body.comments[0].author == "Dev A"
    assert latest.body.faq[-1].question == "What does it cost?"


def test_a_comment_on_an_unknown_section_is_refused(running: Terminal, bench: Bench) -> None:
    bench.put("press_release", PressRelease(pair="a", message=Message(headline="New")), "a")

    assert running("review", "comment", "a", "footer", "x").code == 2


class TestMenu:
    def test_without_a_terminal_it_only_shows(self, running: Terminal, bench: Bench) -> None:
        bench.gate("listen")

        said = running("review")

        assert said.code == 0
        assert undecided(bench, "listen")

    def test_later_leaves_everything_as_it_is(self, running: Terminal, bench: Bench) -> None:
        bench.gate("listen")
        running.interactive, running.types = True, ["x", "l"]

        said = running("review")

        assert said.code == 0
        assert undecided(bench, "listen")
        assert "come back" in said.err

    def test_approve(self, running: Terminal, bench: Bench) -> None:
        bench.gate("listen")
        running.interactive, running.types = True, ["a"]

        running("review")

        assert decision(bench, "listen").verb == "approve"

    def test_choose_is_asked_again_after_a_mistake(self, running: Terminal, bench: Bench) -> None:
        bench.gate("define")
        running.interactive, running.types = True, ["c", "a=Q9", "", "c", "", "c", "a=Q2", "we know the shop"]

        said = running("review")

        assert decision(bench, "define").choices["a"] == ("Q2",)
        assert "cannot choose 'Q9'" in said.err

    def test_edit_then_approve(self, running: Terminal, bench: Bench) -> None:
        ref = bench.stores.artifacts.heads("w1")
        bench.gates.open(
            bench.workshop,
            "listen",
            1,
            artifacts=tuple(r for r in ref if r.kind == "journey"),
            token="t",
            stage="team",
            seconds=60,
        )
        running.interactive, running.types = True, ["e", "y", "a"]
        running.edits = lambda text: text.replace("type it in", "type it in twice")

        running("review")

        assert journey(bench).actions[1].text == "type it in twice"
        assert decision(bench, "listen").verb == "approve"

    def test_ask_again_with_the_number_of_a_correction(self, running: Terminal, bench: Bench) -> None:
        bench.gate("listen")
        running.interactive, running.types = True, ["g", "", "", "g", "1, 99", "more detail"]

        running("review")

        assert len(decision(bench, "listen").corrections) == 1
        assert decision(bench, "listen").comment == "more detail"

    def test_comment_on_a_pairs_press_release(self, running: Terminal, bench: Bench) -> None:
        for pair in ("a", "b"):
            bench.put("press_release", PressRelease(pair=pair, message=Message(headline="New")), pair)
        refs = tuple(r for r in bench.stores.artifacts.heads("w1") if r.kind == "press_release")
        bench.gates.open(bench.workshop, "refine", 1, artifacts=refs, token="t", stage="team", seconds=60)
        running.interactive, running.types = True, ["m", "2", "steps", "too many", "l"]

        running("review")

        latest = bench.stores.artifacts.latest("w1", "press_release", "b")
        assert latest is not None and isinstance(latest.body, PressRelease)
        assert latest.body.comments[0].text == "too many"
