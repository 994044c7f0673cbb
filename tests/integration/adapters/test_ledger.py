import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlew.domain.artifact import Usage
from mlew.errors import BudgetExceeded
from mlew.services.work import Stores

CALL = Usage(calls=1, input_tokens=1200, output_tokens=300, cache_read_tokens=50, cost=0.4, seconds=2.5)


def test_nothing_is_booked_at_first(stores: Stores) -> None:
    assert stores.ledger.total("w") == Usage()


def test_what_is_set_aside_counts_against_the_budget_until_it_is_settled(stores: Stores) -> None:
    stores.ledger.reserve("w", 0.6, budget=1.0)
    with pytest.raises(BudgetExceeded):
        stores.ledger.reserve("w", 0.6, budget=1.0)
    stores.ledger.settle("w", 0.6, CALL)
    stores.ledger.reserve("w", 0.6, budget=1.0)
    assert stores.ledger.total("w") == CALL


def test_the_budget_can_be_used_up_to_the_last_cent(stores: Stores) -> None:
    for _ in range(10):
        stores.ledger.reserve("w", 0.1, budget=1.0)
    with pytest.raises(BudgetExceeded):
        stores.ledger.reserve("w", 0.000001, budget=1.0)


def test_a_call_that_is_dearer_than_the_budget_is_refused_on_an_empty_ledger(stores: Stores) -> None:
    with pytest.raises(BudgetExceeded):
        stores.ledger.reserve("w", 1.01, budget=1.0)
    assert stores.ledger.total("w") == Usage()
    stores.ledger.reserve("w", 1.0, budget=1.0)


def test_a_failed_call_gives_everything_back(stores: Stores) -> None:
    stores.ledger.reserve("w", 1.0, budget=1.0)
    stores.ledger.settle("w", 1.0, Usage())
    stores.ledger.reserve("w", 1.0, budget=1.0)
    assert stores.ledger.total("w") == Usage()


def test_a_free_model_needs_no_budget(stores: Stores) -> None:
    stores.ledger.reserve("w", 0.0, budget=0.0)
    stores.ledger.settle("w", 0.0, Usage(calls=1, output_tokens=10))
    assert stores.ledger.total("w").calls == 1


def test_a_refusal_names_what_is_left(stores: Stores) -> None:
    stores.ledger.reserve("w", 0.75, budget=1.0)
    with pytest.raises(BudgetExceeded) as refusal:
        stores.ledger.reserve("w", 0.5, budget=1.0)
    assert "1.00 USD" in refusal.value.message


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(costs=st.lists(st.floats(min_value=0, max_value=5, allow_subnormal=False), max_size=12))
def test_sums_are_exact_to_a_millionth_of_a_dollar_a_call(stores: Stores, costs: list[float]) -> None:
    name = f"w-{uuid.uuid4().hex[:8]}"
    for cost in costs:
        stores.ledger.reserve(name, cost + 0.25, budget=100.0)
        stores.ledger.settle(name, cost + 0.25, Usage(calls=1, cost=cost))
    assert stores.ledger.total(name).calls == len(costs)
    assert stores.ledger.total(name).cost == pytest.approx(sum(costs), abs=1e-6 * (len(costs) + 1))
    stores.ledger.reserve(name, 99.9 - sum(costs), budget=100.0)
