import base64
import json
from typing import Any

from mlew import errors
from mlew.adapters.clients import Clients, read_seconds
from mlew.adapters.converse_answer import model_answer
from mlew.adapters.converse_request import converse_request
from mlew.adapters.model_errors import model_errors, named_error
from mlew.adapters.token_estimate import highest_cost
from mlew.domain.model_capability import ModelCapability
from mlew.errors import ModelError, ModelTimeout
from mlew.ports.model import ModelAnswer, ModelPort, ModelRequest

_STOPPED = frozenset(["Sandbox.Timedout", "Runtime.ExitError", "Runtime.OutOfMemory"])


class FunctionModel(ModelPort):
    """A Lambda that speaks Converse: event `{"modelId", "request"}`, result the response, errors by class name."""

    def __init__(self, clients: Clients, model: ModelCapability, function: str) -> None:
        """`function`: its name or ARN."""
        self._clients = clients
        self._model = model
        self._function = function

    def ask(self, request: ModelRequest, *, timeout_seconds: float) -> ModelAnswer:
        """See the port. The timeout counts in the steps of `read_seconds`."""
        body = dict(converse_request(request, self._model))
        event = {"modelId": body.pop("modelId"), "request": body}
        client = self._clients.functions(read_seconds(timeout_seconds))
        with model_errors(self._model):
            answer = client.invoke(FunctionName=self._function, Payload=json.dumps(event, default=_as_base64))
            result = json.loads(answer["Payload"].read())
        if "FunctionError" in answer:
            raise self._error(result)
        return model_answer(result, self._model)

    def highest_cost(self, request: ModelRequest) -> float:
        """See the port."""
        return highest_cost(request, self._model)

    def _error(self, result: dict[str, Any]) -> ModelError:
        name, message = str(result.get("errorType", "")), str(result.get("errorMessage", ""))
        kind = getattr(errors, name, None)
        if isinstance(kind, type) and issubclass(kind, ModelError):
            return kind.told("model.says", model=self._model.name, said=message)
        if name in _STOPPED or "Task timed out" in message:
            return ModelTimeout.told("model.function-stopped", name=self._model.name, message=message)
        return named_error(name, message, self._model)


def _as_base64(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")
