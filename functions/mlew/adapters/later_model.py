from collections.abc import Callable
from functools import cached_property

from mlew.ports.model import ModelAnswer, ModelPort, ModelRequest


class LaterModel(ModelPort):
    """A model that is put together when it is first asked: most functions never ask one, and shall not load it."""

    def __init__(self, make: Callable[[], ModelPort]) -> None:
        """`make` is called once."""
        self._make = make

    def ask(self, request: ModelRequest, *, timeout_seconds: float) -> ModelAnswer:
        """See the port."""
        return self._model.ask(request, timeout_seconds=timeout_seconds)

    def highest_cost(self, request: ModelRequest) -> float:
        """See the port."""
        return self._model.highest_cost(request)

    @cached_property
    def _model(self) -> ModelPort:
        return self._make()
