"""The rehearsal model behind the model port, with the bytes that go over the wire in between."""

import base64
import json
from typing import Any

from infra.catalogue import capability
from mlew.adapters.converse_answer import model_answer
from mlew.adapters.converse_request import converse_request
from mlew.adapters.model_errors import named_error
from mlew.adapters.token_estimate import highest_cost
from mlew.errors import ModelTimeout
from mlew.ports.answer_store import AnswerStore
from mlew.ports.model import ModelAnswer, ModelPort, ModelRequest
from mlew.rehearsal.converse_errors import ConverseError
from mlew.rehearsal.faults import FaultPlan
from mlew.rehearsal.model import MODEL_ID, RehearsalModel
from mlew.services.model_call import request_hash

WORKSHOP = "w1"
"""The first one of a `Practice`."""


class RehearsedPort(ModelPort):
    """`requests`: all that were asked; `model`: what answers, with its own count of calls.

    With `answers`, `asked_in_vain` holds the requests that came although their answer was stored there.
    """

    def __init__(self, faults: FaultPlan | None = None, *, answers: AnswerStore | None = None) -> None:
        self.model = RehearsalModel(faults)
        self.requests: list[ModelRequest] = []
        self.asked_in_vain: list[str] = []
        self._answers = answers
        self._capability = capability(MODEL_ID)

    def ask(self, request: ModelRequest, *, timeout_seconds: float) -> ModelAnswer:
        self.requests.append(request)
        if self._answers is not None and self._answers.get(WORKSHOP, request_hash(request)) is not None:
            self.asked_in_vain.append(request.nonce)
        sent = json.loads(json.dumps(converse_request(request, self._capability), default=_base64))
        try:
            reply = self.model.converse(sent.pop("modelId"), sent)
        except ConverseError as error:
            name = type(error).__name__
            raise named_error(name, error.message, self._capability, server_fault=error.status >= 500) from error
        if reply.late_seconds is None or reply.late_seconds > 0:
            raise ModelTimeout("no answer in time")
        return model_answer(json.loads(json.dumps(reply.response)), self._capability)

    def highest_cost(self, request: ModelRequest) -> float:
        return highest_cost(request, self._capability)

    @property
    def most_repairs(self) -> int:
        """Of any conversation."""
        return max(len(r.turns) for r in self.requests)


def _base64(value: Any) -> str:
    return base64.b64encode(value).decode("ascii")
