"""`mlew evidence pull`: numbers and comments of every mock, each once, with what was asked for."""

from datetime import timedelta

import pytest

from mlew.domain.mock import Mock
from mlew.errors import InputError, NotFound, SetupError
from tests.unit.cli.evidence_cases import stored
from tests.unit.cli.terminal import Terminal
from tests.unit.documents.sheets import ITERATION
from tests.unit.metrics.sample_report import BEGIN, mocks, sample_numbers
from tests.unit.services.workbench import Bench


def test_numbers_and_comments_of_every_mock_are_taken_in(
    running: Terminal, bench: Bench, tried: tuple[Mock, ...]
) -> None:
    said = running("evidence", "pull")
    assert said.code == 0
    assert "63% (24/38)" in said.out and f"numbers of '{tried[0].title}'" in said.out
    assert f"Nobody has opened '{tried[1].title}'" in said.err and "kept as simulated" in said.err
    found = stored(bench)
    assert found.snapshots[0].taken_at == bench.clock.now() and found.snapshots[0].simulated
    assert {one.origin.kind for one in found.remarks} == {"comment"} and len(found.remarks) > 3
    assert found.milestones == ITERATION.milestones
    assert stored(bench, "b").snapshots[0].summary.total.sessions == 0


@pytest.mark.usefixtures("tried")
def test_criteria_changed_after_the_first_clicks_are_not_those_that_are_kept(running: Terminal, bench: Bench) -> None:
    numbers = running.numbers
    assert numbers is not None
    first, _, last = mocks("en")
    assert numbers.first_session(first) == BEGIN + timedelta(minutes=15)
    assert numbers.first_session(last) is None
    bench.clock.advance(days=2)
    lower = ITERATION.model_copy(update={"pair": "a", "milestones": ()})
    bench.put("iteration", lower, "a")
    assert running("evidence", "pull", "--pair", "a").code == 0
    assert stored(bench).milestones == ITERATION.milestones


@pytest.mark.usefixtures("tried")
def test_what_was_asked_for_is_kept_and_can_be_asked_again(running: Terminal, bench: Bench) -> None:
    asked = ("--pair", "a", "--population", "external", "--since", "2026-04-01", "--until", "2026-04-01T12:00")
    first = running("evidence", "pull", *asked, "--json").data["pulled"][0]
    bench.clock.advance(days=1)
    again = running("evidence", "pull", "--pair", "a", "--again", "--json").data["pulled"][0]
    assert first["snapshot"]["population"] == "external"
    assert again["snapshot"]["summary"] == first["snapshot"]["summary"]
    assert again["snapshot"]["taken_at"] != first["snapshot"]["taken_at"]
    assert len(stored(bench).snapshots) == 2
    assert all(one.population == "external" for one in stored(bench).remarks)


@pytest.mark.usefixtures("tried")
def test_again_takes_no_other_filter(running: Terminal) -> None:
    said = running("evidence", "pull", "--again", "--population", "open")
    assert said.code == InputError.exit_code and "goes with no other filter" in said.err


@pytest.mark.usefixtures("tried")
def test_taking_in_twice_takes_no_comment_twice(running: Terminal, bench: Bench) -> None:
    running("evidence", "pull", "--pair", "a")
    before = stored(bench).remarks
    bench.clock.advance(minutes=1)
    running("evidence", "pull", "--pair", "a")
    assert stored(bench).remarks == before


def test_a_destroyed_mock_still_gives_what_it_counted(running: Terminal, bench: Bench, tried: tuple[Mock, ...]) -> None:
    gone = tried[0].model_copy(update={"state": "destroyed", "destroyed_at": bench.clock.now(), "version": ""})
    bench.stores.mocks.update(gone)
    said = running("evidence", "pull", "--pair", "a")
    assert "was destroyed" in said.err
    assert stored(bench).snapshots[0].destroyed_at == bench.clock.now()


def test_mocks_of_other_rounds_are_not_taken(running: Terminal, bench: Bench) -> None:
    bench.stores.mocks.create(mocks("en")[0].model_copy(update={"pair": "a", "round": 2}))
    running.numbers = sample_numbers("en")
    said = running("evidence", "pull")
    assert said.code == NotFound.exit_code and "no mock of round 1" in said.err


def test_where_nothing_is_measured_it_says_so(running: Terminal) -> None:
    assert running("evidence", "pull").code == SetupError.exit_code
