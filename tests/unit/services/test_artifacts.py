import pytest

from mlew.domain.artifact import Artifact
from mlew.errors import Conflict
from mlew.services.artifacts import store_made
from tests.unit.services.workbench import JOURNEY, Bench


def store(bench: Bench, *, round_: int = 1) -> int:
    return store_made(bench.work, bench.workshop, "journey", "team", JOURNEY, round_=round_, drafts=()).version


def test_a_try_that_lost_the_race_takes_the_version_of_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench()
    add = bench.stores.artifacts.add

    def faster(workshop_id: str, artifact: Artifact) -> None:
        add(workshop_id, artifact)
        raise Conflict("taken")

    monkeypatch.setattr(bench.stores.artifacts, "add", faster)

    assert store(bench) == 1
    assert len(bench.stores.artifacts.versions("w1", "journey", "team")) == 1


def test_a_person_who_saved_in_between_is_not_overwritten(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench()
    bench.put("journey", JOURNEY, round_=1)
    latest = bench.stores.artifacts.latest("w1", "journey", "team")

    with monkeypatch.context() as stale, pytest.raises(Conflict):
        stale.setattr(bench.stores.artifacts, "add", _taken)
        store(bench, round_=2)

    assert bench.stores.artifacts.latest("w1", "journey", "team") == latest


def _taken(*_: object) -> None:
    raise Conflict("taken")
