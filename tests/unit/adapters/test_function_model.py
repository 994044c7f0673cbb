import io
import json
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.response import StreamingBody
from botocore.stub import ANY, Stubber

from mlew.adapters.clients import Clients
from mlew.adapters.function_model import FunctionModel
from mlew.errors import (
    ModelAccessDenied,
    ModelError,
    ModelRefused,
    ModelThrottled,
    ModelTimeout,
)
from tests.unit.adapters.requests import ANSWER, MODEL, PICTURE, REQUEST

REHEARSAL = MODEL.model_copy(update={"runtime": "function", "rehearsal": True})


@pytest.fixture
def clients() -> Clients:
    return Clients(boto3.Session("test", "test", region_name="ap-northeast-1"))


@pytest.fixture
def function(clients: Clients) -> Iterator[Stubber]:
    with Stubber(clients.functions(60)) as stubber:
        yield stubber


def answers(function: Stubber, result: dict[str, Any], *, error: bool = False, payload: Any = ANY) -> None:
    body = json.dumps(result).encode()
    function.add_response(
        "invoke",
        {"Payload": StreamingBody(io.BytesIO(body), len(body)), **({"FunctionError": "Unhandled"} if error else {})},
        {"FunctionName": "rehearse", "Payload": payload},
    )


def ask(clients: Clients) -> Any:
    return FunctionModel(clients, REHEARSAL, "rehearse").ask(REQUEST, timeout_seconds=60)


def test_the_answer_of_the_function_is_an_answer_of_converse(clients: Clients, function: Stubber) -> None:
    answers(function, ANSWER)
    answer = ask(clients)
    assert answer.output == {"segment": "通勤", "n": 0.5}
    assert answer.rehearsed


def test_the_event_is_the_request_as_converse_has_it_on_the_wire(clients: Clients, function: Stubber) -> None:
    class Wire:
        def __eq__(self, other: object) -> bool:
            assert isinstance(other, str)
            event = json.loads(other)
            return (
                event["modelId"] == MODEL.id
                and "modelId" not in event["request"]
                and event["request"]["messages"][0]["content"][0]["image"]["source"] == {"bytes": "iVBORw0K"}
            )

        __hash__ = None  # type: ignore[assignment]

    answers(function, ANSWER, payload=Wire())
    seen = REQUEST.model_copy(update={"attachments": (PICTURE,)})
    FunctionModel(clients, REHEARSAL, "rehearse").ask(seen, timeout_seconds=60)
    function.assert_no_pending_responses()


@pytest.mark.parametrize(
    ("name", "message", "kind"),
    [
        ("ModelThrottled", "wait", ModelThrottled),
        ("ModelRefused", "no", ModelRefused),
        ("ThrottlingException", "wait", ModelThrottled),
        ("AccessDeniedException", "no", ModelAccessDenied),
        ("Sandbox.Timedout", "RequestId: 1 Error: Task timed out after 60.00 seconds", ModelTimeout),
        ("", "2026-04-01T00:00:00Z 1 Task timed out after 60.00 seconds", ModelTimeout),
        ("Runtime.ExitError", "exit status 1", ModelTimeout),
        ("KeyError", "'messages'", ModelError),
        ("InputError", "not one of the model's errors", ModelError),
        ("ClassVar", "not an error", ModelError),
    ],
)
def test_errors_come_back_by_their_name(
    clients: Clients, function: Stubber, name: str, message: str, kind: type[ModelError]
) -> None:
    answers(function, {"errorType": name, "errorMessage": message}, error=True)
    with pytest.raises(ModelError, match="Model: ") as raised:
        ask(clients)
    assert type(raised.value) is kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [("TooManyRequestsException", ModelThrottled), ("ResourceNotFoundException", ModelAccessDenied)],
)
def test_a_function_that_lambda_does_not_run_is_a_model_error(
    clients: Clients, function: Stubber, code: str, kind: type[ModelError]
) -> None:
    function.add_client_error("invoke", code)
    with pytest.raises(kind):
        ask(clients)


def test_a_result_that_is_no_answer_is_a_model_error(clients: Clients, function: Stubber) -> None:
    answers(function, {"statusCode": 200})
    with pytest.raises(ModelError, match="not an answer"):
        ask(clients)
