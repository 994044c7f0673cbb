"""Stores and a model whose process is killed after so many of their calls: before the call, or after it took effect."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import Any, TypeVar, cast

from mlew.ports.model import ModelPort
from mlew.services.work import Stores
from tests.workflow.practice import Killed

T = TypeVar("T")


class Budget:
    """Dies at step `first`, and then again every `every` steps; there are two steps around each call."""

    def __init__(self, *, first: int, every: int) -> None:
        self._left = first
        self._every = every
        self._on = True
        self.deaths = 0

    def step(self) -> None:
        """Raises Killed when it is time."""
        if not self._on:
            return
        self._left -= 1
        if self._left <= 0:
            self._left = self._every
            self.deaths += 1
            raise Killed

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Nobody dies inside: what a person does from outside, not a function."""
        self._on = False
        try:
            yield
        finally:
            self._on = True


class _Fragile:
    def __init__(self, target: object, budget: Budget) -> None:
        self._target = target
        self._budget = budget

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._target, name)

        def called(*arguments: Any, **named: Any) -> Any:
            self._budget.step()
            result = method(*arguments, **named)
            self._budget.step()
            return result

        return called


def _fragile(target: T, budget: Budget) -> T:
    return cast(T, _Fragile(target, budget))


def fragile_model(model: ModelPort, budget: Budget) -> ModelPort:
    """The model, behind the budget."""
    return _fragile(model, budget)


def fragile_stores(stores: Stores, budget: Budget) -> Stores:
    """All stores, behind one budget."""
    return Stores(**{f.name: _fragile(getattr(stores, f.name), budget) for f in fields(stores)})
