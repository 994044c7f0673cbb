import http.client
import json
import os
import threading
from collections.abc import Iterator

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from mlew.gateway.rehearsal_backend import FAULTS_PATH, STATS_PATH, RehearsalBackend
from mlew.gateway.server import GatewayServer, serving
from mlew.rehearsal.faults import parse_faults
from mlew.rehearsal.model import MODEL_ID
from tests.unit.gateway.asking import ask, listen_request

CONVERSE = f"/model/{MODEL_ID}/converse"


@pytest.fixture
def server() -> Iterator[GatewayServer]:
    with serving(RehearsalBackend()) as running:
        yield running


def test_health_is_told(server: GatewayServer) -> None:
    assert ask(server.url, "GET", "/health")[0] == 200


def test_botocore_talks_to_it(server: GatewayServer) -> None:
    client = boto3.client(
        "bedrock-runtime",
        region_name="ap-northeast-1",
        endpoint_url=server.url,
        aws_access_key_id="x",
        aws_secret_access_key="x",
        config=Config(retries={"total_max_attempts": 1}),
    )
    answer = client.converse(modelId=MODEL_ID, **listen_request())
    assert answer["stopReason"] == "tool_use"
    server.backend.control("POST", FAULTS_PATH, b'{"faults": "throttle=1"}')
    with pytest.raises(client.exceptions.ThrottlingException):
        client.converse(modelId=MODEL_ID, **listen_request())
    with pytest.raises(ClientError, match="ValidationException"):
        client.converse(modelId="arn:aws:bedrock:x:1:inference-profile/y", messages=[])
    client.close()


def test_errors_are_told_as_bedrock_tells_them(server: GatewayServer) -> None:
    status, headers, body = ask(server.url, "POST", CONVERSE, {})
    assert (status, headers["x-amzn-errortype"]) == (400, "ValidationException")
    assert body["message"].startswith("messages")
    assert ask(server.url, "POST", CONVERSE, b"no json")[0] == 400
    assert ask(server.url, "POST", CONVERSE, [])[0] == 400


def test_other_paths_and_callers_by_other_names_are_refused(server: GatewayServer) -> None:
    assert ask(server.url, "GET", "/")[0] == 404
    assert ask(server.url, "POST", "/model/x/invoke", {})[0] == 404
    assert ask(server.url, "GET", "/health", headers={"Host": "evil.example"})[0] == 403
    assert ask(server.url, "POST", CONVERSE, b"", headers={"Content-Length": "999999999999"})[0] == 411


def test_faults_change_while_it_runs_and_calls_are_counted(server: GatewayServer) -> None:
    assert ask(server.url, "POST", CONVERSE, listen_request())[0] == 200
    assert ask(server.url, "POST", FAULTS_PATH, {"faults": "throttle=1,seed=2"})[2]["seed"] == 2
    assert ask(server.url, "POST", CONVERSE, listen_request())[0] == 429
    assert ask(server.url, "POST", FAULTS_PATH, {"faults": "nonsense=1"})[0] == 400
    stats = ask(server.url, "GET", STATS_PATH)[2]
    assert (stats["calls"], stats["faults"], list(stats["paid"].values())) == (2, {"throttle": 1}, [1])
    assert ask(server.url, "DELETE", STATS_PATH)[0] == 200
    assert ask(server.url, "GET", STATS_PATH)[2]["calls"] == 0
    assert ask(server.url, "POST", FAULTS_PATH, {})[2]["faults"] == {}


def test_late_answers_come_after_all() -> None:
    with serving(RehearsalBackend(parse_faults("timeout=1,late_seconds=0.01"))) as server:
        assert ask(server.url, "POST", CONVERSE, listen_request())[0] == 200


def test_a_hanging_call_is_let_go_when_the_server_ends() -> None:
    ended: list[str] = []
    counted = threading.Event()

    class Watched(RehearsalBackend):
        def converse(self, *arguments: object) -> None:
            counted.set()
            self._closed.wait()

    def call(url: str) -> None:
        try:
            ask(url, "POST", CONVERSE, listen_request())
        except (http.client.HTTPException, OSError) as error:
            ended.append(type(error).__name__)

    with serving(Watched()) as server:
        caller = threading.Thread(target=call, args=(server.url,))
        caller.start()
        assert counted.wait(10)
    caller.join(10)
    assert len(ended) == 1
    backend = RehearsalBackend(parse_faults("hang=1"))
    backend.close()
    assert backend.converse(MODEL_ID, json.dumps(listen_request()).encode(), {}) is None


def test_many_callers_at_once_get_the_same_answer(server: GatewayServer) -> None:
    answers: list[object] = []
    calls = [
        threading.Thread(
            target=lambda: answers.append(ask(server.url, "POST", CONVERSE, listen_request())[2]["output"])
        )
        for _ in range(12)
    ]
    for call in calls:
        call.start()
    for call in calls:
        call.join()
    assert len(answers) == 12
    assert all(a == answers[0] for a in answers)


def test_a_defect_of_the_gateway_is_an_answer_too() -> None:
    class Broken(RehearsalBackend):
        def converse(self, *arguments: object) -> None:
            raise RuntimeError(os.curdir)

    with serving(Broken()) as server:
        status, headers, _ = ask(server.url, "POST", CONVERSE, {})
    assert (status, headers["x-amzn-errortype"]) == (500, "InternalServerException")
