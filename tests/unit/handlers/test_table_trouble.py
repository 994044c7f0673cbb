"""Functions that the internet reaches, when the table does not answer: they do, before their own time is over."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import boto3
import pytest
from botocore.awsrequest import AWSResponse
from botocore.compat import HTTPHeaders
from botocore.exceptions import ConnectTimeoutError, ReadTimeoutError

from handlers import take_events, unlock_mock
from infra.functions import TAKE_EVENTS, UNLOCK
from mlew.adapters.clients import Clients
from tests.unit.metrics.posts import body, event, tracker

JSON = "application/json"
LONGEST_BACKOFF = 1  # second, before botocore's second attempt
Trouble = Callable[..., AWSResponse]


def hangs(**_: Any) -> AWSResponse:
    raise ReadTimeoutError(endpoint_url="https://dynamodb")


def is_away(**_: Any) -> AWSResponse:
    raise ConnectTimeoutError(endpoint_url="https://dynamodb")


def fails(**_: Any) -> AWSResponse:
    return AWSResponse("https://dynamodb", 500, HTTPHeaders(), Raw())


class Raw:
    """A body as urllib3 hands it on."""

    def stream(self) -> Iterator[bytes]:
        yield b'{"__type": "com.amazonaws.dynamodb#InternalServerError"}'


@pytest.fixture
def clients(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clients]:
    made = Clients(boto3.Session("test", "test", region_name="ap-northeast-1"), visitors_wait=True)
    monkeypatch.setattr("time.sleep", lambda _: None)
    for name in ("MLEW_TENANT", "MLEW_METRICS_TABLE", "MLEW_STREAM"):
        monkeypatch.setenv(name, "trouble")
    for handler in (take_events, unlock_mock):
        monkeypatch.setattr(handler, "visitor_clients", lambda: made)
    forget()
    yield made
    forget()


def forget() -> None:
    take_events._intake.cache_clear()
    unlock_mock._store.cache_clear()


def asked(clients: Clients, trouble: Trouble) -> list[str]:
    """Requests that are sent from now on, each met with this trouble."""
    sent: list[str] = []

    def answer(request: Any, **_: Any) -> AWSResponse:
        sent.append(request.url)
        return trouble()

    events: Any = clients.dynamodb().meta.events  # its types do not know that a handler may answer
    events.register("before-send.dynamodb", answer)
    return sent


def unlock(media: str) -> dict[str, Any]:
    given = {"mock": "a" * 16, "passcode": "k7mqa-9fvxw"}
    sent = json.dumps(given) if media == JSON else "&".join(f"{name}={value}" for name, value in given.items())
    return unlock_mock.handler({"body": sent, "isBase64Encoded": False, "headers": {"content-type": media}}, None)


def take() -> dict[str, Any]:
    posted = body(tracker(event(1))).decode()
    headers = {"content-type": "text/plain;charset=UTF-8", "user-agent": "Mozilla/5.0 Chrome/140.0"}
    return take_events.handler({"rawPath": "/v1/events", "headers": headers, "body": posted}, None)


@pytest.mark.parametrize("trouble", [hangs, is_away, fails])
def test_programs_are_told_to_send_again(clients: Clients, trouble: Trouble) -> None:
    sent = asked(clients, trouble)
    for answer in (take(), unlock(JSON)):
        assert (answer["statusCode"], json.loads(answer["body"])) == (503, {"error": "send-again"})
        assert answer["headers"]["content-type"] == JSON
        assert "cookies" not in answer
    assert len(sent) == 2 * 2  # one more attempt each


@pytest.mark.parametrize("trouble", [hangs, is_away, fails])
def test_people_are_told_to_try_again_in_both_languages(clients: Clients, trouble: Trouble) -> None:
    asked(clients, trouble)
    answer = unlock("application/x-www-form-urlencoded")
    assert (answer["statusCode"], int(answer["headers"]["retry-after"])) == (503, 5)
    assert "もう一度お試しください" in answer["body"] and "try again" in answer["body"]
    assert "cookies" not in answer


@pytest.mark.parametrize("client", ["dynamodb", "kinesis"])
def test_a_call_ends_before_the_function_does(clients: Clients, client: str) -> None:
    config = getattr(clients, client)().meta.config
    attempts = config.retries["total_max_attempts"]
    longest = attempts * (config.connect_timeout + config.read_timeout) + (attempts - 1) * LONGEST_BACKOFF
    assert longest < min(TAKE_EVENTS.timeout, UNLOCK.timeout)
