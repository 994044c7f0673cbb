"""Pairs that are merged, come first or stand aside, and what is left to do at the end."""

from mlew.domain.closing import Closing, ClosingItem
from mlew.domain.precheck import Precheck
from mlew.services.workshop_state import change
from tests.unit.cli.improving_cases import begin
from tests.unit.cli.terminal import Terminal
from tests.unit.services.improving import FinishedPractice


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
