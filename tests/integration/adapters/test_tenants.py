"""A store that was made for one tenant reaches nothing of another, whatever it is asked."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlew.domain.artifact import ArtifactRef, Usage
from mlew.domain.inputs import WorkshopInputs
from mlew.errors import InputError
from mlew.ports.draft_store import DraftKey, StoredDraft
from mlew.services.work import Stores
from tests.integration.adapters.conftest import StoresFor
from tests.integration.adapters.samples import (
    NOON,
    answer,
    artifact,
    decision,
    gate,
    link,
    mock,
    progress,
    workshop,
)

VICTIM = "victim"
SECRET = "w"
DRAFT = StoredDraft(draft={"of": "victim"}, model="m", prompt="p", usage=Usage())
KEY = DraftKey(step="listen", cell="team", round=1)

_pieces = st.sampled_from(
    [
        VICTIM,
        SECRET,
        "WORKSHOPS",
        "WORKSHOP",
        "LEDGER",
        "#",
        "/",
        "..",
        ".",
        "%2F",
        "\x00",
        "\n",
        "-",
        "artifacts",
        "あ",
    ]
)
hostile = st.one_of(st.lists(_pieces, max_size=6).map("".join), st.text(max_size=20))


@pytest.fixture
def victim(stores_for: StoresFor) -> Stores:
    stores = stores_for(VICTIM)
    with suppress(InputError):
        stores.workshops.create(workshop(VICTIM, SECRET))
        stores.artifacts.add(SECRET, artifact(note="victim"))
        stores.gates.open(SECRET, gate())
        stores.drafts.put(SECRET, KEY, DRAFT)
        stores.answers.put(SECRET, "abc", answer("victim"))
        stores.ledger.settle(SECRET, 0, Usage(calls=7))
        stores.inputs.put(SECRET, WorkshopInputs(prose="victim"), {"p.png": b"victim"}, {"customer.md": b"victim"})
        stores.progress.add(SECRET, progress(1, "victim"))
        stores.mocks.create(mock(SECRET))
        stores.mocks.add_links(SECRET, [link(tester="victim")])
    return stores


def _state(stores: Stores) -> list[object]:
    return [
        stores.workshops.page(),
        stores.workshops.get(SECRET),
        stores.artifacts.heads(SECRET),
        stores.artifacts.latest(SECRET, "journey", "team"),
        stores.gates.latest(SECRET, "listen"),
        stores.drafts.get(SECRET, KEY),
        stores.drafts.exhausted(SECRET, KEY),
        stores.answers.get(SECRET, "abc"),
        stores.ledger.total(SECRET),
        stores.inputs.get(SECRET),
        stores.inputs.picture(SECRET, "p.png"),
        stores.inputs.originals(SECRET),
        stores.progress.since(SECRET)[0],
        stores.mocks.list(SECRET),
        stores.mocks.links(SECRET, "a" * 16),
    ]


def _reads(stores: Stores, name: str, part: str) -> list[Callable[[], object]]:
    return [
        lambda: stores.workshops.get(name),
        lambda: stores.workshops.page(after=part)[0],
        lambda: stores.artifacts.head(name, "journey", part),
        lambda: stores.artifacts.latest(name, "journey", part),
        lambda: stores.artifacts.get(name, ArtifactRef(kind="journey", scope=part, version=1)),
        lambda: stores.artifacts.heads(name),
        lambda: stores.artifacts.versions(name, "journey", part),
        lambda: stores.gates.latest(name, "listen"),
        lambda: stores.drafts.get(name, DraftKey(step=part, cell=part, round=1)),
        lambda: stores.answers.get(name, part),
        lambda: stores.inputs.get(name),
        lambda: stores.inputs.picture(name, part),
        lambda: stores.inputs.originals(name),
        lambda: stores.progress.since(name)[0],
        lambda: stores.progress.since(name, part)[0],
        lambda: stores.mocks.list(name),
        lambda: stores.mocks.find(name, part),
        lambda: stores.mocks.find(name, f"{part}~spec~1"),
        lambda: stores.mocks.links(name, part),
    ]


def _writes(stores: Stores, tenant: str, name: str, part: str) -> list[Callable[[], object]]:
    return [
        lambda: stores.workshops.create(workshop(tenant, name)),
        lambda: stores.workshops.update(workshop(tenant, name)),
        lambda: stores.workshops.create(workshop(VICTIM, name)),
        lambda: stores.artifacts.add(name, artifact(scope=part)),
        lambda: stores.gates.open(name, gate(token="thief")),
        lambda: stores.gates.decide(name, "listen", 1, decision("thief")),
        lambda: stores.drafts.put(name, DraftKey(step=part, cell=part, round=1), DRAFT),
        lambda: stores.drafts.exhaust(name, KEY),
        lambda: stores.answers.begin(name, part, at=NOON, reserved=0.5),
        lambda: stores.answers.release(name, part),
        lambda: stores.answers.put(name, part, answer("thief")),
        lambda: stores.ledger.settle(name, 0, Usage(calls=1)),
        lambda: stores.inputs.put(name, WorkshopInputs(), {part: b"thief"}, {part: b"thief"}),
        lambda: stores.progress.add(name, progress(1, "thief")),
        lambda: stores.mocks.create(mock(name, letter="b")),
        lambda: stores.mocks.create(mock(name, pair=part, letter="b")),
        lambda: stores.mocks.update(mock(name, letter="b")),
        lambda: stores.mocks.add_links(name, [link(tester="thief")]),
    ]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.one_of(st.just(SECRET), hostile), part=hostile)
def test_no_id_reaches_another_tenant(tenant: str, victim: Stores, stores_for: StoresFor, name: str, part: str) -> None:
    before = _state(victim)
    empty = stores_for(f"{tenant}-reader")
    for read in _reads(empty, name, part):
        with suppress(InputError):
            assert read() in (None, [], {})
    for write in _writes(stores_for(tenant), tenant, name, part):
        with suppress(InputError):
            write()
    assert _state(victim) == before


def test_the_same_id_in_two_tenants_is_two_workshops(stores: Stores, tenant: str, victim: Stores) -> None:
    stores.workshops.create(workshop(tenant, SECRET).model_copy(update={"created_by": "somebody else"}))
    assert stores.workshops.get(SECRET).created_by == "somebody else"
    assert victim.workshops.get(SECRET).created_by == "facilitator"
    assert stores.artifacts.heads(SECRET) == []


def test_a_workshop_of_another_tenant_is_refused(stores: Stores, victim: Stores) -> None:
    with pytest.raises(InputError, match="tenant"):
        stores.workshops.create(workshop(VICTIM, "new"))


@pytest.mark.parametrize("name", ["", "a#b", "a/b", "..", "A", "*"])
def test_a_tenant_needs_a_name_that_is_an_id(stores_for: StoresFor, name: str) -> None:
    with pytest.raises(InputError):
        stores_for(name)
