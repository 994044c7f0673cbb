import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from mlew.domain.journey import JourneyDraft
from mlew.errors import InputError
from mlew.gateway.openai_backend import OpenAiBackend
from mlew.gateway.openai_request import chat_request
from mlew.gateway.openai_response import converse_error, converse_response
from mlew.gateway.server import serving
from mlew.rehearsal.converse_errors import (
    AccessDeniedException,
    InternalServerException,
    ModelTimeoutException,
    ServiceUnavailableException,
    ThrottlingException,
    ValidationException,
)
from tests.unit.gateway.asking import ask, listen_request

CALL = {"id": "c1", "type": "function", "function": {"name": "write_journey", "arguments": '{"segment": "x"}'}}


def _completion(message: dict[str, Any], finish: str = "stop") -> dict[str, Any]:
    usage = {"prompt_tokens": 90, "completion_tokens": 5, "prompt_tokens_details": {"cached_tokens": 40}}
    return {"choices": [{"message": message, "finish_reason": finish}], "usage": usage}


def test_request_carries_system_forced_tool_and_limits() -> None:
    request = listen_request()
    built = chat_request(request, "m")
    assert [m["role"] for m in built["messages"]] == ["system", "user"]
    assert built["messages"][0]["content"] == request["system"][0]["text"]
    assert built["messages"][1]["content"] == request["messages"][0]["content"][0]["text"]
    assert built["tools"][0]["function"]["name"] == "write_journey"
    assert built["tools"][0]["function"]["parameters"]["required"] == list(JourneyDraft.model_fields)
    assert built["tool_choice"] == {"type": "function", "function": {"name": "write_journey"}}
    assert (built["model"], built["max_tokens"]) == ("m", 8192)


def test_pictures_cache_points_and_repair_turns_are_mapped() -> None:
    request = {
        "system": [{"text": "s"}, {"cachePoint": {"type": "default"}}],
        "messages": [
            {"role": "user", "content": [{"image": {"format": "png", "source": {"bytes": "AAAA"}}}, {"text": "t"}]},
            {"role": "assistant", "content": [{"toolUse": {"toolUseId": "u", "name": "f", "input": {"a": 1}}}]},
            {"role": "user", "content": [{"toolResult": {"toolUseId": "u", "content": [{"text": "wrong"}]}}]},
        ],
        "inferenceConfig": {"temperature": 0.5, "topP": 0.9, "stopSequences": ["x"]},
        "toolConfig": {"tools": [{"toolSpec": {"name": "f", "inputSchema": {"json": {}}}}], "toolChoice": {"any": {}}},
    }
    built = chat_request(request, "m")
    picture = built["messages"][1]["content"][0]
    assert picture == {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}
    assert json.loads(built["messages"][2]["tool_calls"][0]["function"]["arguments"]) == {"a": 1}
    assert built["messages"][3] == {"role": "tool", "tool_call_id": "u", "content": "wrong"}
    assert (built["temperature"], built["top_p"], built["stop"], built["tool_choice"]) == (0.5, 0.9, ["x"], "required")


@pytest.mark.parametrize(
    "request_", [{}, {"messages": [{"role": "user", "content": [{"video": {}}]}]}, {"messages": [{"role": "user"}]}]
)
def test_what_has_no_counterpart_is_refused(request_: dict[str, Any]) -> None:
    with pytest.raises(ValidationException):
        chat_request(request_, "m")


@pytest.mark.parametrize(
    ("message", "finish", "stop"),
    [
        ({"content": None, "tool_calls": [CALL]}, "tool_calls", "tool_use"),
        ({"content": None, "tool_calls": [CALL]}, "stop", "tool_use"),
        ({"content": "words"}, "stop", "end_turn"),
        ({"content": "wor"}, "length", "max_tokens"),
        ({"content": ""}, "content_filter", "content_filtered"),
        ({"content": None, "refusal": "no"}, "stop", "content_filtered"),
        (
            {"content": None, "tool_calls": [{"function": {"name": "f", "arguments": "{"}}]},
            "stop",
            "malformed_tool_use",
        ),
        (
            {"content": None, "tool_calls": [{"function": {"name": "f", "arguments": "[]"}}]},
            "stop",
            "malformed_tool_use",
        ),
    ],
)
def test_answers_end_as_converse_says_it(message: dict[str, Any], finish: str, stop: str) -> None:
    answer = converse_response(_completion(message, finish), latency=0.25)
    assert answer["stopReason"] == stop
    assert answer["usage"] == {"inputTokens": 50, "outputTokens": 5, "totalTokens": 95, "cacheReadInputTokens": 40}
    assert answer["metrics"] == {"latencyMs": 250}
    assert answer["output"]["message"]["content"]


def test_the_tools_input_comes_back() -> None:
    answer = converse_response(_completion({"content": None, "tool_calls": [CALL]}), latency=0)
    expected = {"toolUseId": "c1", "name": "write_journey", "input": {"segment": "x"}}
    assert answer["output"]["message"]["content"] == [{"toolUse": expected}]


def test_what_is_no_completion_is_a_failure_of_the_server() -> None:
    with pytest.raises(InternalServerException):
        converse_response({"choices": []}, latency=0)


@pytest.mark.parametrize(
    ("status", "body", "kind", "message"),
    [
        (429, b'{"error": {"message": "slow down"}}', ThrottlingException, "slow down"),
        (401, b'{"error": "no key"}', AccessDeniedException, "no key"),
        (400, b'{"message": "too long"}', ValidationException, "too long"),
        (504, b"<html>", ModelTimeoutException, "<html>"),
        (502, b"", ServiceUnavailableException, "HTTP 502"),
    ],
)
def test_errors_keep_their_meaning(status: int, body: bytes, kind: type[Exception], message: str) -> None:
    error = converse_error(status, body)
    assert type(error) is kind
    assert error.message == message


class _Upstream(BaseHTTPRequestHandler):
    asked: list[tuple[str, dict[str, str], Any]]
    status = 200

    def do_GET(self) -> None:
        self._send(200, {"data": [{"id": "first-model"}]})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append((self.path, dict(self.headers.items()), body))
        self._send(self.status, _completion({"content": None, "tool_calls": [CALL]}))

    def _send(self, status: int, body: object) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - name of the base class
        """Quiet."""


@contextmanager
def _upstream(status: int = 200) -> Iterator[tuple[str, list[tuple[str, dict[str, str], Any]]]]:
    asked: list[tuple[str, dict[str, str], Any]] = []
    handler = type("Upstream", (_Upstream,), {"asked": asked, "status": status})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()
        thread.join()


def test_a_call_goes_to_the_first_model_listed_with_the_key() -> None:
    with _upstream() as (url, asked), serving(OpenAiBackend(url, key="secret")) as server:
        status, _, body = ask(server.url, "POST", "/model/any/converse", listen_request())
    path, headers, sent = asked[0]
    assert (status, body["stopReason"]) == (200, "tool_use")
    assert (path, headers["Authorization"], sent["model"]) == ("/v1/chat/completions", "Bearer secret", "first-model")


def test_a_named_model_and_path_are_kept_and_errors_come_through() -> None:
    with _upstream(429) as (url, asked), serving(OpenAiBackend(f"{url}/api/", model="mine")) as server:
        status, headers, _ = ask(server.url, "POST", "/model/any/converse", listen_request())
    assert (status, headers["x-amzn-errortype"]) == (429, "ThrottlingException")
    assert (asked[0][0], asked[0][2]["model"]) == ("/api/chat/completions", "mine")


def test_a_server_that_is_not_there_is_unavailable() -> None:
    with _upstream() as (url, _):
        pass
    with serving(OpenAiBackend(url, model="m")) as server:
        status, headers, _ = ask(server.url, "POST", "/model/any/converse", listen_request())
    assert (status, headers["x-amzn-errortype"]) == (503, "ServiceUnavailableException")


@pytest.mark.parametrize("url", ["", "ftp://x", "localhost:11434", "http://"])
def test_what_is_no_url_is_refused(url: str) -> None:
    with pytest.raises(InputError):
        OpenAiBackend(url)


def test_a_body_that_is_no_json_and_a_server_that_lists_nothing_are_told() -> None:
    with _upstream() as (url, _), serving(OpenAiBackend(url, model="m")) as server:
        assert ask(server.url, "POST", "/model/any/converse", b"{")[0] == 400
        assert ask(server.url, "GET", "/_rehearsal/stats")[0] == 404


def test_a_server_that_takes_too_long_times_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        backend = OpenAiBackend(f"http://127.0.0.1:{silent.getsockname()[1]}", model="m", time_limit=0.05)
        with pytest.raises(ModelTimeoutException):
            backend.converse("any", json.dumps(listen_request()).encode(), {})
