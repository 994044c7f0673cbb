"""The model gateway as a background process of a folder."""

import http.client
import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from mlew.cli.embedded.gateway_process import GatewayProcess
from mlew.cli.embedded.model_choice import REHEARSAL, ModelChoice, last_choice
from mlew.errors import SetupError

REHEARSED = ModelChoice("rehearsal", REHEARSAL)
REGION = "ap-northeast-1"


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[GatewayProcess]:
    process = GatewayProcess(tmp_path / "model ゲート")
    yield process
    process.stop()


def answers(url: str) -> bool:
    with closing(http.client.HTTPConnection(urlsplit(url).netloc, timeout=120)) as connection:
        connection.request("GET", "/health")
        return connection.getresponse().status == http.HTTPStatus.OK


def test_it_serves_until_it_is_stopped(gateway: GatewayProcess) -> None:
    url = gateway.start(REHEARSED, region=REGION)

    assert answers(url)
    assert gateway.stop()
    assert gateway.running() is None
    assert not gateway.stop()


def test_started_twice_it_is_one_process(gateway: GatewayProcess) -> None:
    first = gateway.start(REHEARSED, region=REGION)
    before = gateway.running()

    second = GatewayProcess(gateway.folder).start(REHEARSED, region=REGION)

    assert (first, before) == (second, gateway.running())


def test_another_choice_replaces_it(gateway: GatewayProcess) -> None:
    gateway.start(REHEARSED, region=REGION)
    before = gateway.running()

    gateway.start(ModelChoice("rehearsal", REHEARSAL, faults="throttle=0.5,seed=7"), region=REGION)

    after = gateway.running()
    assert before is not None and after is not None and before.pid != after.pid
    kept = last_choice(gateway.folder)
    assert kept is not None and kept.faults == "throttle=0.5,seed=7"


def test_other_code_replaces_it(gateway: GatewayProcess, tmp_path: Path) -> None:
    module = tmp_path / "code" / "module.py"
    module.parent.mkdir()
    module.write_text("old = 1")
    GatewayProcess(gateway.folder, module.parent).start(REHEARSED, region=REGION)
    before = gateway.running()
    module.write_text("new = 22")

    GatewayProcess(gateway.folder, module.parent).start(REHEARSED, region=REGION)

    after = gateway.running()
    assert before is not None and after is not None and before.pid != after.pid


def test_one_that_was_killed_is_not_taken_for_running(gateway: GatewayProcess) -> None:
    gateway.start(REHEARSED, region=REGION)
    running = gateway.running()
    assert running is not None
    os.kill(running.pid, signal.SIGKILL)
    os.waitpid(running.pid, 0)

    assert gateway.running() is None
    assert answers(gateway.start(REHEARSED, region=REGION))


def test_one_that_cannot_start_says_why(gateway: GatewayProcess) -> None:
    with pytest.raises(SetupError, match="gopher"):
        gateway.start(ModelChoice("openai", "x", url="gopher://nowhere"), region=REGION)
