"""Something that somebody else does between two calls of a command to its stores."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.services.mocks.workbench import MockBench

CALLS = {
    "sites": ("put", "point", "bury", "remove_older", "remove_files", "pointer"),
    "keys": ("add_key", "revoke_key", "add_links", "mock_of"),
    "unlocks": ("put", "get"),
    "mocks": ("create", "update", "add_links", "get", "find", "links"),
}
"""Of the stores that make up what is published."""


class Dead(Exception):
    """The command ended here."""


class BetweenCalls:
    """`done` is called once, after call number `after`; then the command dies if it is to. `made`: calls so far."""

    def __init__(
        self,
        bench: MockBench,
        monkeypatch: pytest.MonkeyPatch,
        done: Callable[[MockBench], object],
        *,
        after: int,
        dies: bool = False,
    ) -> None:
        self.made = 0
        self._inside = False
        self._bench, self._done, self._after, self._dies = bench, done, after, dies
        hosting = bench.hosting
        stores = {"sites": hosting.sites, "keys": hosting.keys, "unlocks": hosting.unlocks, "mocks": bench.stores.mocks}
        for name, store in stores.items():
            for call in CALLS[name]:
                monkeypatch.setattr(store, call, self._counted(getattr(store, call)))

    def _counted(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any, **named: Any) -> Any:
            if self._inside:  # what a fake calls of itself is one step of the real store
                return call(*given, **named)
            self._inside = True
            try:
                result = call(*given, **named)
            finally:
                self._inside = False
            self.made += 1
            if self.made == self._after:
                self._done(self._bench)
                if self._dies:
                    raise Dead
            return result

        return counted
