"""What DynamoDB leaves of a batch is tried again, later each time, and not for ever."""

from collections.abc import Iterable
from typing import Any

import pytest

from mlew.adapters.clients import Clients
from mlew.adapters.items import text
from mlew.adapters.leftovers import PAUSES
from mlew.adapters.table import Table
from mlew.errors import StoreUnavailable


class Busy(Clients):
    """Does so many keys of each request, by `does`, then as many as it is asked for. `asked`: keys a request."""

    def __init__(self, does: Iterable[int]) -> None:
        self.dynamodb = lambda: self  # type: ignore[assignment]
        self._does = iter(does)
        self.asked: list[int] = []

    def batch_get_item(self, *, RequestItems: dict[str, Any]) -> dict[str, Any]:  # noqa: N803 - as boto3 names it
        keys = RequestItems["table"]["Keys"]
        done = self._done(len(keys))
        left = {"table": {"Keys": keys[done:]}} if keys[done:] else {}
        return {"Responses": {"table": keys[:done]}, "UnprocessedKeys": left}

    def batch_write_item(self, *, RequestItems: dict[str, Any]) -> dict[str, Any]:  # noqa: N803
        requests = RequestItems["table"]
        left = requests[self._done(len(requests)) :]
        return {"UnprocessedItems": {"table": left} if left else {}}

    def _done(self, asked: int) -> int:
        self.asked.append(asked)
        return next(self._does, asked)


class Tabled:
    """A table over it; `waited`: the pauses."""

    def __init__(self, *does: int, chance: float = 0.0) -> None:
        self.busy, self.waited = Busy(does), list[float]()
        self.table = Table(self.busy, "table", pause=self.waited.append, chance=lambda: chance)


def names(count: int) -> list[str]:
    return [f"{number:04d}" for number in range(count)]


def test_keys_that_were_left_are_read_after_a_pause() -> None:
    there = Tabled(0, 2)
    assert len(there.table.get_many("pk", names(5))) == 5
    assert (there.busy.asked, there.waited) == ([5, 5, 3], [PAUSES[0], PAUSES[0]])


def test_items_that_were_left_are_removed_after_a_pause() -> None:
    there = Tabled(0, 0, 0)
    there.table.remove("pk", names(30))
    assert sum(there.busy.asked) == 3 * 25 + 30
    assert there.waited == list(PAUSES[:3])


def test_all_at_once_they_do_not_come_back() -> None:
    there = Tabled(0, 0, chance=0.5)
    there.table.get_many("pk", names(1))
    assert there.waited == [pause * 0.75 for pause in PAUSES[:2]]


@pytest.mark.parametrize("remove", [False, True])
def test_a_table_that_does_nothing_is_given_up(remove: bool) -> None:
    there = Tabled(*[0] * 1000)
    with pytest.raises(StoreUnavailable, match="left 5 requests"):
        if remove:
            there.table.remove("pk", names(5))
        else:
            there.table.get_many("pk", names(5))
    assert there.waited == list(PAUSES)


def test_a_slow_table_that_does_something_each_time_is_not_given_up() -> None:
    there = Tabled(*[1] * 50)
    assert len(there.table.get_many("pk", names(50))) == 50


def test_keys_of_several_partitions_are_read_together() -> None:
    there = Tabled()
    found = there.table.get_all([("a", "x"), ("b", "x"), ("a", "x")])
    assert found == [{"pk": text("a"), "sk": text("x")}, {"pk": text("b"), "sk": text("x")}]
    assert there.busy.asked == [2]
