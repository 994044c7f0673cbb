from datetime import timedelta

import pytest

from mlew.domain.artifact import ArtifactRef
from mlew.errors import Conflict, InputError, NotFound
from mlew.services.work import Stores
from tests.integration.adapters.samples import NOON, decision, gate


def test_an_opened_gate_comes_back_as_it_was(stores: Stores) -> None:
    assert stores.gates.open("w", gate()) == gate()
    assert stores.gates.latest("w", "listen") == gate()
    assert stores.gates.latest("w", "define") is None
    assert stores.gates.latest("other", "listen") is None


def test_an_undecided_gate_is_renewed_and_keeps_the_time_it_was_opened(stores: Stores) -> None:
    stores.gates.open("w", gate())
    later = gate(token="second").model_copy(
        update={
            "stage": "product_manager",
            "deciders": ("PM",),
            "opened_at": NOON + timedelta(hours=1),
            "due_at": NOON + timedelta(hours=2),
            "artifacts": (ArtifactRef(kind="journey", scope="team", version=2),),
        }
    )
    assert stores.gates.open("w", later) == later.model_copy(update={"opened_at": NOON})
    assert stores.gates.latest("w", "listen") == later.model_copy(update={"opened_at": NOON})


def test_a_gate_without_an_end_is_kept(stores: Stores) -> None:
    open_ended = gate().model_copy(update={"due_at": None})
    assert stores.gates.open("w", open_ended) == open_ended


def test_a_decision_is_written_once_and_the_second_hears_who_was_first(stores: Stores) -> None:
    stores.gates.open("w", gate())
    assert stores.gates.decide("w", "listen", 1, decision("first person")).decision == decision("first person")
    with pytest.raises(Conflict, match="first person"):
        stores.gates.decide("w", "listen", 1, decision("second person"))
    latest = stores.gates.latest("w", "listen")
    assert latest == gate().model_copy(update={"decision": decision("first person")})


def test_opening_a_decided_gate_changes_nothing_and_returns_the_decision(stores: Stores) -> None:
    stores.gates.open("w", gate())
    decided = stores.gates.decide("w", "listen", 1, decision())
    assert stores.gates.open("w", gate(token="late")) == decided
    assert stores.gates.latest("w", "listen") == decided


def test_a_gate_cannot_be_opened_with_a_decision(stores: Stores) -> None:
    assert stores.gates.open("w", gate().model_copy(update={"decision": decision()})).decision is None


def test_the_highest_round_is_the_latest(stores: Stores) -> None:
    for round_ in (1, 2, 10):
        stores.gates.open("w", gate(round_=round_))
    latest = stores.gates.latest("w", "listen")
    assert latest is not None
    assert latest.round == 10


def test_what_was_never_opened_cannot_be_decided(stores: Stores) -> None:
    stores.gates.open("w", gate())
    with pytest.raises(NotFound):
        stores.gates.decide("w", "listen", 2, decision())
    assert stores.gates.latest("w", "listen") == gate()


@pytest.mark.parametrize("round_", [0, 1000])
def test_a_round_out_of_range_is_refused(stores: Stores, round_: int) -> None:
    with pytest.raises(InputError):
        stores.gates.open("w", gate(round_=round_))
    with pytest.raises(InputError):
        stores.gates.decide("w", "listen", round_, decision())


def test_a_long_task_token_is_kept(stores: Stores) -> None:
    token = "A" * 2048  # the longest that Step Functions gives out
    assert stores.gates.open("w", gate(token=token)).token == token
