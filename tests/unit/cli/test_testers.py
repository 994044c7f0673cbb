"""`mlew testers run`."""

from dataclasses import replace
from pathlib import Path

import pytest

from mlew.domain.artifact import Artifact, Provenance
from mlew.domain.iteration import Iteration
from mlew.domain.mock import Mock
from mlew.domain.site import site_version
from mlew.mocks import Tracking, render_site
from mlew.services.mocks.ensuring import ensure_mock
from mlew.services.mocks.publishing import publish_version
from tests.fakes import FakeHosting
from tests.mocks.samples import sample
from tests.unit.cli.terminal import Terminal
from tests.unit.documents.sheets import ITERATION
from tests.unit.services.workbench import Bench


@pytest.fixture
def room(running: Terminal, bench: Bench) -> Terminal:
    """Two pairs with a live mock each."""
    running.hosting = FakeHosting()
    for pair in ("a", "b"):
        live(running, bench, pair)
    return running


def live(room: Terminal, bench: Bench, pair: str) -> Mock:
    assert room.hosting is not None
    work = replace(room.bench.work, hosting=room.hosting.ports)
    mock = ensure_mock(work, bench.workshop, pair)
    spec = sample("en")
    site = render_site(spec, Tracking(key=mock.key, endpoint="/v1/events"), rehearsed=True)
    room.hosting.sites.put(mock.id, site_version(site), site)
    for kind, body in (("mock_spec", spec), ("iteration", ITERATION.model_copy(update={"pair": pair}))):
        assert isinstance(body, Iteration) or kind == "mock_spec"
        room.stores.artifacts.add(
            "w1",
            Artifact.model_validate(
                {"kind": kind, "scope": pair, "version": 1, "created_at": room.clock.now(), "body": body,
                 "provenance": Provenance(author="x")}
            ),
        )  # fmt: skip
    return publish_version(work, bench.workshop, mock, version=site_version(site), title=f"Mock {pair}", by="tester")


def test_one_mock_is_liked_and_one_is_not_and_everything_says_simulated(room: Terminal, tmp_path: Path) -> None:
    said = room("testers", "run", "--testers", "5", "--out", str(tmp_path / "sheets"))
    assert said.code == 0
    assert "Nobody real has reacted" in said.out
    assert sorted(file.name for file in (tmp_path / "sheets").iterdir()) == [
        "a-observation.csv", "a-survey.csv", "b-observation.csv", "b-survey.csv",
    ]  # fmt: skip
    assert "mlew evidence add" in said.out
    links = room.stores.mocks.links("w1", room.stores.mocks.list("w1")[0].id)
    assert sorted(link.tester for link in links if link.tester) == [f"Simulated tester {n}" for n in range(1, 6)]


def test_json_tells_who_did_what(room: Terminal) -> None:
    data = room("testers", "run", "--reception", "b=wanted", "--json").data
    assert data["simulated"] is True
    assert {one["pair"]: one["reception"] for one in data["tried"]}["b"] == "wanted"


@pytest.mark.parametrize("given", ["a", "a=", "=liked", "a=loved"])
def test_an_odd_reception_is_refused(room: Terminal, given: str) -> None:
    said = room("testers", "run", "--reception", given)
    assert said.code != 0
    assert "--reception a=liked" in said.err


def test_without_a_live_mock_there_is_nothing_to_try(running: Terminal) -> None:
    running.hosting = FakeHosting()
    assert "no such mock" in running("testers", "run").err


def test_an_account_has_no_simulated_testers(room: Terminal) -> None:
    room.embedded = False
    said = room("testers", "run")
    assert said.code != 0
    assert "embedded AWS of this machine only" in said.err
