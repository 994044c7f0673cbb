from typing import get_args

import pytest

from mlew.domain.artifact import TEAM, ArtifactKind, ArtifactRef
from mlew.errors import Conflict, InputError, NotFound
from mlew.ports.artifact_store import ArtifactHead
from mlew.services.work import Stores
from tests.integration.adapters.samples import artifact


@pytest.mark.parametrize("kind", get_args(ArtifactKind))
def test_every_kind_comes_back_as_it_was(stores: Stores, kind: ArtifactKind) -> None:
    stores.artifacts.add("w", artifact(kind=kind))
    found = stores.artifacts.latest("w", kind, TEAM)
    assert found == artifact(kind=kind)
    assert type(found.body) is type(artifact(kind=kind).body)


def test_the_newest_of_many_versions_is_found_and_none_is_lost(stores: Stores) -> None:
    for version in range(1, 13):
        stores.artifacts.add("w", artifact(version, note=str(version)))
    latest = stores.artifacts.latest("w", "journey", TEAM)
    assert latest is not None
    assert latest.note == "12"
    refs = stores.artifacts.versions("w", "journey", TEAM)
    assert [ref.version for ref in refs] == list(range(1, 13))
    assert [stores.artifacts.get("w", ref).note for ref in refs] == [str(n) for n in range(1, 13)]


def test_a_version_is_taken_once_and_the_first_text_stays(stores: Stores) -> None:
    stores.artifacts.add("w", artifact(note="first"))
    with pytest.raises(Conflict):
        stores.artifacts.add("w", artifact(note="second"))
    assert stores.artifacts.get("w", artifact().ref).note == "first"


@pytest.mark.parametrize("version", [2, 7])
def test_versions_leave_no_gap(stores: Stores, version: int) -> None:
    with pytest.raises(Conflict):
        stores.artifacts.add("w", artifact(version))
    assert stores.artifacts.versions("w", "journey", TEAM) == []
    assert stores.artifacts.heads("w") == []


def test_a_head_tells_version_and_round_of_the_newest(stores: Stores) -> None:
    assert stores.artifacts.head("w", "journey", TEAM) is None
    stores.artifacts.add("w", artifact())
    again = artifact(2)
    stores.artifacts.add("w", again.model_copy(update={"provenance": again.provenance.model_copy(update={"round": 3})}))
    assert stores.artifacts.head("w", "journey", TEAM) == ArtifactHead(ref=again.ref, round=3)
    assert stores.artifacts.head("v", "journey", TEAM) is None


def test_heads_are_the_newest_of_each_kind_and_scope_in_order(stores: Stores) -> None:
    stores.artifacts.add("w", artifact(kind="questions"))
    for scope in ("b", "a-b", "a"):
        stores.artifacts.add("w", artifact(kind="inventions", scope=scope))
    stores.artifacts.add("w", artifact(2, kind="inventions", scope="a"))
    assert stores.artifacts.heads("w") == [
        ArtifactRef(kind="inventions", scope="a", version=2),
        ArtifactRef(kind="inventions", scope="a-b", version=1),
        ArtifactRef(kind="inventions", scope="b", version=1),
        ArtifactRef(kind="questions", scope=TEAM, version=1),
    ]
    assert len(stores.artifacts.versions("w", "inventions", "a")) == 2


def test_nothing_is_found_where_nothing_was_stored(stores: Stores) -> None:
    stores.artifacts.add("w", artifact())
    assert stores.artifacts.latest("other", "journey", TEAM) is None
    assert stores.artifacts.latest("w", "journey", "a") is None
    with pytest.raises(NotFound):
        stores.artifacts.get("w", ArtifactRef(kind="journey", scope=TEAM, version=2))
    with pytest.raises(NotFound):
        stores.artifacts.get("w", ArtifactRef(kind="questions", scope=TEAM, version=1))


@pytest.mark.parametrize("scope", ["", "a#b", "a/b", "..", "a..b", "あ", "a" * 129])
def test_a_scope_cannot_leave_its_place(stores: Stores, scope: str) -> None:
    with pytest.raises(InputError):
        stores.artifacts.add("w", artifact(scope=scope))
    with pytest.raises(InputError):
        stores.artifacts.latest("w", "journey", scope)


@pytest.mark.parametrize("version", [0, -1, 1_000_000])
def test_a_version_out_of_range_is_refused(stores: Stores, version: int) -> None:
    with pytest.raises(InputError):
        stores.artifacts.add("w", artifact(version))
    with pytest.raises(InputError):
        stores.artifacts.get("w", artifact(version).ref)
