"""One call over botocore's own machinery, with the line cut off behind it."""

import base64
import json
from collections.abc import Callable
from typing import Any, cast

import boto3
import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse, HTTPHeaders
from botocore.exceptions import ReadTimeoutError

from mlew.adapters.bedrock_model import BedrockModel
from mlew.adapters.clients import Clients
from mlew.errors import ModelThrottled, ModelTimeout
from tests.unit.adapters.requests import ANSWER, MODEL, PICTURE, REQUEST

Reply = Callable[[AWSPreparedRequest], AWSResponse]


class Line:
    """Stands where the network is; keeps what was sent."""

    def __init__(self, clients: Clients, *, read_seconds: int, reply: Reply) -> None:
        self.sent: list[AWSPreparedRequest] = []
        self._reply = reply
        events = clients.bedrock(read_seconds).meta.events
        events.register("before-send.bedrock-runtime.*", cast("Callable[..., None]", self._send))

    def _send(self, request: AWSPreparedRequest, **_: Any) -> AWSResponse:
        self.sent.append(request)
        return self._reply(request)


def answering(status: int, body: dict[str, Any], error: str = "") -> Reply:
    class Raw:
        def stream(self, **_: Any) -> list[bytes]:
            return [json.dumps(body).encode()]

        def read(self, _: int | None = None) -> bytes:
            return json.dumps(body).encode()

    headers = HTTPHeaders()
    headers["content-type"] = "application/json"
    if error:
        headers["x-amzn-errortype"] = error
    return lambda request: AWSResponse(request.url, status, headers, Raw())


@pytest.fixture
def clients() -> Clients:
    return Clients(boto3.Session("test", "test", region_name="ap-northeast-1"))


def test_the_answer_comes_back_with_tokens_and_cost(clients: Clients) -> None:
    line = Line(clients, read_seconds=60, reply=answering(200, ANSWER))
    answer = BedrockModel(clients, MODEL).ask(REQUEST, timeout_seconds=60)
    assert answer.output == {"segment": "通勤", "n": 0.5}
    assert answer.usage.seconds == 1.2
    assert answer.usage.cost == pytest.approx((10 * 3 + 5 * 15) / 1e6)
    assert line.sent[0].url.endswith("/model/jp.example.model-v1%3A0/converse")


def test_with_bedrock_the_picture_is_sent(clients: Clients) -> None:
    line = Line(clients, read_seconds=60, reply=answering(200, ANSWER))
    BedrockModel(clients, MODEL).ask(REQUEST.model_copy(update={"attachments": (PICTURE,)}), timeout_seconds=60)
    body = json.loads(cast("bytes", line.sent[0].body))
    image = body["messages"][0]["content"][0]["image"]
    assert image["format"] == "png"
    assert base64.b64decode(image["source"]["bytes"]) == PICTURE.content


def test_a_throttled_call_is_not_tried_again_here(clients: Clients) -> None:
    reply = answering(429, {"message": "Too many tokens, please wait"}, "ThrottlingException")
    line = Line(clients, read_seconds=60, reply=reply)
    with pytest.raises(ModelThrottled, match="Too many tokens"):
        BedrockModel(clients, MODEL).ask(REQUEST, timeout_seconds=60)
    assert len(line.sent) == 1


def test_a_model_that_says_nothing_in_time_is_a_timeout(clients: Clients) -> None:
    def silence(request: AWSPreparedRequest) -> AWSResponse:
        raise ReadTimeoutError(endpoint_url=request.url)

    line = Line(clients, read_seconds=60, reply=silence)
    with pytest.raises(ModelTimeout):
        BedrockModel(clients, MODEL).ask(REQUEST, timeout_seconds=60)
    assert len(line.sent) == 1


@pytest.mark.parametrize(
    ("given", "read_seconds"), [(120.9, 120), (149.9, 120), (885.0, 870), (29.9, 29), (0.2, 1), (-5, 1)]
)
def test_the_line_waits_as_long_as_the_call_may_take_in_steps_that_share_a_client(
    clients: Clients, given: float, read_seconds: int
) -> None:
    Line(clients, read_seconds=read_seconds, reply=answering(200, ANSWER))
    BedrockModel(clients, MODEL).ask(REQUEST, timeout_seconds=given)
    assert vars(clients.bedrock(read_seconds).meta.config)["read_timeout"] == read_seconds


def test_clients_are_made_once(clients: Clients) -> None:
    assert clients.bedrock(60) is clients.bedrock(60)
    assert clients.bedrock(60) is not clients.bedrock(61)
    assert clients.dynamodb() is clients.dynamodb()
