"""Converse through the emulator: what the gateway gets, and what comes back of its answers."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from botocore.config import Config
from botocore.exceptions import ClientError, ReadTimeoutError

from infra.embedded.endpoint import Endpoint
from infra.embedded.listening_socket import LOOPBACK, listen
from tests.embedded import EmulatorFactory

pytestmark = pytest.mark.embedded

ANSWER = {
    "output": {"message": {"role": "assistant", "content": [{"text": "はい"}]}},
    "stopReason": "end_turn",
    "usage": {"inputTokens": 3, "outputTokens": 1, "totalTokens": 4},
    "metrics": {"latencyMs": 7},
    "additionalModelResponseFields": {"kept": {"as": ["it", "is"]}},
}
ERRORS = {
    "throttle": (429, "ThrottlingException"),
    "timeout": (408, "ModelTimeoutException"),
    "broken": (500, "InternalServerException"),
    "model": (424, "ModelErrorException"),
}


class Gateway:
    """A model gateway that answers by the name of the model and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str], bytes]] = []
        self.go_on = threading.Event()
        gateway = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                gateway.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}, body))
                model = self.path.split("/")[2]
                if model == "hang":
                    gateway.go_on.wait(20)
                if model == "cut":
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                status, kind = ERRORS.get(model, (200, ""))
                content = json.dumps({"message": f"{model} said so"} if kind else ANSWER).encode()
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(content)))
                self.send_header("x-from-the-gateway", "1")
                if kind:
                    self.send_header("x-amzn-ErrorType", kind)
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_args: object) -> None:
                return

        self._server = ThreadingHTTPServer((LOOPBACK, 0), Handler)
        self.url = f"http://{LOOPBACK}:{self._server.server_port}"

    @contextmanager
    def serving(self) -> Iterator["Gateway"]:
        thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield self
        finally:
            self.go_on.set()
            self._server.shutdown()
            self._server.server_close()
            thread.join()


@pytest.fixture(scope="module")
def gateway() -> Iterator[Gateway]:
    with Gateway().serving() as serving:
        yield serving


@pytest.fixture(scope="module")
def endpoint(emulator_factory: EmulatorFactory, gateway: Gateway) -> Endpoint:
    return emulator_factory().start(persist=False, model_url=gateway.url)


def converse(endpoint: Endpoint, model: str, *, read_timeout: float = 20, **more: Any) -> Any:
    config = Config(retries={"total_max_attempts": 1}, read_timeout=read_timeout)
    client = endpoint.session().client("bedrock-runtime", config=config)
    return client.converse(modelId=model, messages=[{"role": "user", "content": [{"text": "続けて"}]}], **more)


def test_an_answer_comes_back_unchanged(endpoint: Endpoint) -> None:
    answer = converse(endpoint, "plain")

    headers = answer.pop("ResponseMetadata")["HTTPHeaders"]
    assert answer == ANSWER
    assert headers["x-from-the-gateway"] == "1"


def test_a_call_goes_on_unchanged_but_for_its_credentials(endpoint: Endpoint, gateway: Gateway) -> None:
    tool = {"toolSpec": {"name": "draft", "inputSchema": {"json": {"type": "object"}}}}
    config = {"tools": [tool], "toolChoice": {"tool": {"name": "draft"}}}
    model = "arn:aws:bedrock:ap-northeast-1:000000000000:inference-profile/jp.example.model-v1:0"

    converse(endpoint, model, toolConfig=config, system=[{"text": "s"}], inferenceConfig={"temperature": 0.5})
    path, headers, body = gateway.asked[-1]

    assert path == f"/model/{model.replace(':', '%3A').replace('/', '%2F')}/converse"
    sent = json.loads(body)
    assert sent["toolConfig"] == config
    assert sent["inferenceConfig"] == {"temperature": 0.5}
    assert sent["messages"][0]["content"][0]["text"] == "続けて"
    assert headers["content-type"] == "application/json"
    assert not {"authorization", "x-amz-security-token"} & headers.keys()


@pytest.mark.parametrize(("model", "code"), [(model, code) for model, (_, code) in ERRORS.items()])
def test_an_error_comes_back_as_the_error_it_is(endpoint: Endpoint, model: str, code: str) -> None:
    with pytest.raises(ClientError, match=f"{model} said so") as raised:
        converse(endpoint, model)

    assert raised.value.response["Error"]["Code"] == code
    assert raised.value.response["ResponseMetadata"]["HTTPStatusCode"] == ERRORS[model][0]


def test_a_connection_that_breaks_is_an_error_and_no_text(endpoint: Endpoint) -> None:
    with pytest.raises(ClientError) as raised:
        converse(endpoint, "cut")

    assert raised.value.response["Error"]["Code"] == "ServiceUnavailableException"


def test_a_model_that_hangs_leaves_the_callers_own_limit_to_count(endpoint: Endpoint) -> None:
    with pytest.raises(ReadTimeoutError):
        converse(endpoint, "hang", read_timeout=0.3)

    assert converse(endpoint, "plain")["stopReason"] == "end_turn"


def test_a_running_emulator_can_be_given_another_gateway(emulator_factory: EmulatorFactory, gateway: Gateway) -> None:
    with listen([0]) as nobody_answers:
        dead = f"http://{LOOPBACK}:{nobody_answers.getsockname()[1]}"
    emulator = emulator_factory()
    first = emulator.start(persist=False, model_url=dead)
    with pytest.raises(ClientError) as raised:
        converse(first, "plain")
    assert raised.value.response["Error"]["Code"] == "ServiceUnavailableException"

    again = emulator.start(persist=False, model_url=gateway.url)

    assert converse(again, "plain")["stopReason"] == "end_turn"
    assert emulator.status().model_url == gateway.url
