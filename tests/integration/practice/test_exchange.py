"""Workshops that leave as folders and come back: nothing is lost, and they go on where the team stopped."""

from pathlib import Path

import pytest

from mlew.domain.artifact import TEAM, ArtifactKind
from mlew.domain.workshop import PHASES_OF
from tests.folders import EXAMPLES, UNSEEN_EN, UNSEEN_JA
from tests.integration.practice.exchanging import Trip, edit, without
from tests.workflow.outcome import results

FOLDERS = [*EXAMPLES, UNSEEN_JA, UNSEEN_EN]


LATER = ("define", "invent", "refine", "iterate")


@pytest.mark.parametrize("source", FOLDERS, ids=lambda p: p.name)
def test_a_workshop_comes_back_as_it_went_and_needs_nothing_more(source: Path, tmp_path: Path) -> None:
    trip = Trip(source, tmp_path)

    found = trip.bring(trip.export("out"))

    assert (found.problems, found.differences, found.leftovers) == ((), (), "")
    assert found.approved == PHASES_OF["practice"][1:]
    came = results(trip.practice.stores, found.workshop)
    went = results(trip.practice.stores, trip.workshop)
    assert came == {name: text for name, text in went.items() if not name.startswith("readiness")}
    assert trip.go_on() == 0


def test_what_came_says_who_brought_it_and_that_it_was_rehearsed(trip: Trip) -> None:
    trip.bring(trip.export("out"))

    journey = trip.practice.stores.artifacts.latest("came", "journey", TEAM)

    assert journey is not None
    assert journey.provenance.author == "import:Planning A"
    assert journey.provenance.rehearsed


@pytest.mark.parametrize("first", LATER)
def test_it_goes_on_at_the_first_phase_that_did_not_come(trip: Trip, first: str) -> None:
    missing = LATER[LATER.index(first) :]

    found = trip.bring(without(trip.export("out"), *missing))
    before = {ref.kind: ref.version for ref in trip.practice.stores.artifacts.heads("came")}
    asked = trip.go_on()

    assert asked > 0
    assert set(missing).isdisjoint(found.approved)
    after = {ref.kind: ref.version for ref in trip.practice.stores.artifacts.heads("came")}
    kept: tuple[ArtifactKind, ...] = ("journey", "questions", "solutions", "inventions", "press_release")
    assert {k: after[k] for k in kept if k in before} == {k: before[k] for k in kept if k in before}
    assert results(trip.practice.stores, found.workshop).keys() == results(trip.practice.stores, trip.workshop).keys()


def test_without_approval_people_decide_at_every_gate_and_nothing_is_made_anew(trip: Trip) -> None:
    found = trip.bring(trip.export("out"), approve=False)

    assert found.approved == ()
    assert trip.practice.stores.gates.latest("came", "listen") is None
    assert trip.go_on() == 0
    gate = trip.practice.stores.gates.latest("came", "listen")
    assert gate is not None
    assert gate.decision is not None


def test_a_choice_that_the_folder_does_not_tell_is_left_to_people(trip: Trip) -> None:
    folder = without(trip.export("out"), "refine", "iterate")
    edit(folder, "- Chosen invention: ", "- Chosen invention:\n- was: ")

    assert trip.bring(folder).approved == ("listen", "define")
