from mlew.domain.press_release import Message, PressRelease
from tests.unit.cli.reviewing import decision, journey, undecided
from tests.unit.cli.terminal import Terminal
from tests.unit.services.workbench import Bench


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
