from collections.abc import Callable, Iterable

from mlew.errors import ModelError
from mlew.ports.model import ModelAnswer, ModelPort, ModelRequest

Reply = ModelAnswer | ModelError | Callable[[ModelRequest], ModelAnswer]


class ScriptedModel(ModelPort):
    """Gives the replies in order: an answer, an error to raise, or a function of the request. Keeps the requests.

    `timeouts`: seconds that each was given.
    """

    def __init__(self, replies: Iterable[Reply], *, cost: float = 0.01) -> None:
        self._replies = iter(replies)
        self._cost = cost
        self.requests: list[ModelRequest] = []
        self.timeouts: list[float] = []

    def ask(self, request: ModelRequest, *, timeout_seconds: float) -> ModelAnswer:
        self.requests.append(request)
        self.timeouts.append(timeout_seconds)
        reply = next(self._replies)
        if isinstance(reply, ModelError):
            raise reply
        return reply if isinstance(reply, ModelAnswer) else reply(request)

    def highest_cost(self, request: ModelRequest) -> float:
        return self._cost
