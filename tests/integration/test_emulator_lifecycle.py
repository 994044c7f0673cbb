"""Starting, finding and ending emulators as processes."""

import json
import os
import stat
import time
from pathlib import Path

import pytest

from infra.embedded.emulator import Emulator
from infra.embedded.errors import EmulatorNotRunning, EmulatorNotStarted, EnvironmentNotMade
from infra.embedded.instance import Instance, write_instance
from infra.embedded.listening_socket import LOOPBACK, listen
from tests.embedded import EmulatorFactory
from tests.integration.emulator_probes.cloud import Cloud

pytestmark = pytest.mark.embedded


def test_a_second_start_finds_the_running_emulator(emulator_factory: EmulatorFactory) -> None:
    first = emulator_factory()
    endpoint = first.start(persist=False)
    pid = first.status().pid

    second = emulator_factory(home=first.home)

    assert second.start(persist=False) == endpoint
    assert second.status().pid == pid
    assert second.stop()
    assert not first.status().running
    assert not first.stop()


def test_two_emulators_side_by_side_know_nothing_of_each_other(emulator_factory: EmulatorFactory) -> None:
    one, other = emulator_factory(), emulator_factory()
    sessions = [emulator.start(persist=False).session() for emulator in (one, other)]

    sessions[0].client("sqs").create_queue(QueueName="only-here")

    assert [len(session.client("sqs").list_queues().get("QueueUrls", [])) for session in sessions] == [1, 0]
    assert one.endpoint().secret != other.endpoint().secret


def test_paths_may_hold_spaces_and_japanese(
    emulator_factory: EmulatorFactory, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("emulator") / "作業 フォルダー"
    emulator = emulator_factory(home=home)
    cloud = Cloud(emulator.start(persist=False))

    assert cloud.invoke(cloud.function("def handler(e, c): return '動く'")) == "動く"


def test_a_record_whose_process_is_gone_is_not_believed(emulator_factory: EmulatorFactory) -> None:
    """Its process id may belong to somebody else by now: here, to this very test."""
    emulator = emulator_factory()
    emulator.start(persist=False)
    emulator.kill()
    write_instance(emulator.home, Instance(pid=os.getpid(), port=1, model_url="", persist=False))

    assert not emulator.status().running
    assert not emulator.stop()
    with pytest.raises(EmulatorNotRunning):
        emulator.endpoint()


def test_the_secret_is_for_its_owner_only(emulator_factory: EmulatorFactory) -> None:
    emulator = emulator_factory()
    endpoint = emulator.start(persist=False)

    assert stat.S_IMODE((emulator.home / "secret").stat().st_mode) == 0o600
    assert endpoint.secret not in repr(endpoint)
    assert emulator.log.stat().st_mode & 0o077 == 0


def test_functions_see_nothing_of_the_callers_environment(
    emulator_factory: EmulatorFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("A_SECRET_OF_THE_CALLER", "1")
    emulator = emulator_factory()
    endpoint = emulator.start(persist=False, model_url="http://127.0.0.1:9")
    cloud = Cloud(endpoint)

    seen = cloud.invoke(cloud.function("import os\ndef handler(e, c): return dict(os.environ)"))

    assert "A_SECRET_OF_THE_CALLER" not in seen
    assert not [name for name in seen if name.startswith("MLEW_")]
    assert endpoint.secret not in seen.values()
    assert seen["AWS_ENDPOINT_URL"] == endpoint.url


def test_a_taken_port_is_refused_if_asked_for_and_passed_over_if_not(
    emulator_factory: EmulatorFactory,
) -> None:
    with listen([0]) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(EmulatorNotStarted, match=str(port)):
            emulator_factory(port=port).start(persist=False)
        emulator = emulator_factory(port=None)
        emulator.home.mkdir(exist_ok=True)
        write_instance(emulator.home, Instance(pid=0, port=port, model_url="", persist=False))

        endpoint = emulator.start(persist=False)

    assert endpoint.url != f"http://{LOOPBACK}:{port}"


def test_the_port_of_the_last_run_is_taken_again(emulator_factory: EmulatorFactory) -> None:
    emulator = emulator_factory()
    first = emulator.start(persist=False)
    emulator.stop()

    again = emulator_factory(home=emulator.home, port=None).start(persist=False)

    assert again.url == first.url


def test_an_emulator_that_cannot_start_shows_the_end_of_its_log(emulator_factory: EmulatorFactory) -> None:
    emulator = emulator_factory()
    with pytest.raises(EmulatorNotStarted, match="could not convert string to float"):
        emulator.start(persist=True, save_every="often")  # type: ignore[arg-type]


def test_a_missing_uv_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentNotMade, match="no-such-uv"):
        Emulator(tmp_path / "home", 0, uv=tmp_path / "no-such-uv").start(persist=False)


def test_a_failing_uv_is_quoted(tmp_path: Path) -> None:
    uv = tmp_path / "uv"
    uv.write_text("#!/bin/sh\necho 'no index can be reached' >&2\nexit 2\n")
    uv.chmod(0o755)

    with pytest.raises(EnvironmentNotMade, match="no index can be reached"):
        Emulator(tmp_path / "home", 0, uv=uv).start(persist=False)


def test_an_unreadable_record_counts_as_none(emulator_factory: EmulatorFactory) -> None:
    emulator = emulator_factory()
    emulator.home.mkdir(exist_ok=True)
    for content in ("", "{", "[]", json.dumps({"pid": 1})):
        (emulator.home / "instance.json").write_text(content)

        assert not emulator.status().running
    assert emulator.start(persist=False).url


def test_a_busy_function_does_not_hold_up_the_end(emulator_factory: EmulatorFactory) -> None:
    emulator = emulator_factory()
    cloud = Cloud(emulator.start())
    source = "import boto3, time\ndef handler(e, c):\n  open(e['file'], 'w').close()\n  time.sleep(60)"
    function, began = cloud.function(source, timeout=90), emulator.home / "began"
    task = {"Type": "Task", "Resource": function, "Arguments": {"file": str(began)}, "End": True}
    execution = cloud.start(cloud.machine({"A": {**task, "TimeoutSeconds": 80}}))
    cloud.eventually(began.exists)

    begun = time.monotonic()
    emulator.stop()

    assert time.monotonic() - begun < 10
    again = Cloud(emulator.start())
    assert again.result(execution) == {"status": "FAILED", "error": "States.ServiceRestart"}
