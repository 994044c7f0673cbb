import json
import threading
from collections.abc import Mapping
from http import HTTPStatus

from mlew.errors import InputError
from mlew.gateway.backend import JSON, Answer, error_answer
from mlew.rehearsal.converse_errors import ConverseError, ValidationException
from mlew.rehearsal.faults import FaultPlan, parse_faults
from mlew.rehearsal.model import RehearsalModel

FAULTS_PATH = "/_rehearsal/faults"
STATS_PATH = "/_rehearsal/stats"


class RehearsalBackend:
    """The rehearsal model in this process, with paths to make it misbehave and to read its counts.

    `POST /_rehearsal/faults` `{"faults": "throttle=0.3,seed=7"}` ("" = none), `GET` and `DELETE /_rehearsal/stats`.
    """

    def __init__(self, faults: FaultPlan | None = None) -> None:
        """`faults`: from the start."""
        self.model = RehearsalModel(faults)
        self._closed = threading.Event()

    def converse(self, model_id: str, body: bytes, headers: Mapping[str, str]) -> Answer | None:  # noqa: ARG002
        """See Backend."""
        try:
            reply = self.model.converse(model_id, _object(body))
        except ConverseError as error:
            return error_answer(error)
        if reply.late_seconds is None:
            self._closed.wait()
            return None
        if reply.late_seconds > 0 and self._closed.wait(reply.late_seconds):
            return None
        return _json(reply.response)

    def control(self, method: str, path: str, body: bytes) -> Answer | None:
        """See Backend."""
        if (method, path) == ("POST", FAULTS_PATH):
            try:
                plan = parse_faults(str(_object(body).get("faults", "")))
            except InputError as error:
                raise ValidationException(error.message) from error
            self.model.misbehave(plan)
            return _json({"faults": dict(plan.rates), "seed": plan.seed, "late_seconds": plan.late_seconds})
        if (method, path) == ("GET", STATS_PATH):
            return _json(self.model.stats())
        if (method, path) == ("DELETE", STATS_PATH):
            self.model.forget()
            return _json({})
        return None

    def close(self) -> None:
        """See Backend."""
        self._closed.set()


def _object(body: bytes) -> dict[str, object]:
    try:
        read = json.loads(body)
    except ValueError as error:
        raise ValidationException("The body is not JSON.") from error
    if not isinstance(read, dict):
        raise ValidationException("The body is not a JSON object.")
    return read


def _json(value: object) -> Answer:
    return Answer(HTTPStatus.OK, json.dumps(value, ensure_ascii=False).encode(), {"Content-Type": JSON})
