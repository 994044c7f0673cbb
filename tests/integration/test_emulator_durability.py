"""What an emulator still knows after it was stopped, or killed in the middle of work."""

import threading
from pathlib import Path
from typing import Any

import pytest

from infra.embedded.emulator import Emulator
from tests.embedded import EmulatorFactory
from tests.integration.emulator_probes.cloud import Cloud

pytestmark = pytest.mark.embedded

OFTEN = 0.1  # seconds between two snapshots
TABLE: dict[str, Any] = {
    "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
    "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
    "BillingMode": "PAY_PER_REQUEST",
}


def started(emulator: Emulator, **options: Any) -> Cloud:
    return Cloud(emulator.start(**{"persist": True, "save_every": OFTEN, **options}))


def items(cloud: Cloud) -> int:
    dynamodb = cloud.client("dynamodb")
    if "kept" not in dynamodb.list_tables()["TableNames"]:
        return 0
    return int(dynamodb.scan(TableName="kept", Select="COUNT", ConsistentRead=True)["Count"])


def put(cloud: Cloud, key: str) -> None:
    cloud.client("dynamodb").put_item(TableName="kept", Item={"pk": {"S": key}, "body": {"S": "x" * 200}})


def await_snapshot_of(emulator: Emulator, text: str) -> None:
    """Until the state on disk holds `text`."""
    state = Path(emulator.home / "state" / "dynamodb.json")
    cloud = Cloud(emulator.endpoint())
    cloud.eventually(lambda: state.exists() and text in state.read_text(encoding="utf-8"))


@pytest.mark.parametrize("skipped", [(), ("state_snapshots",)], ids=["patched", "stock"])
def test_a_killed_emulator_keeps_what_was_written_before_the_last_snapshot(
    emulator_factory: EmulatorFactory, skipped: tuple[str, ...]
) -> None:
    """The patch `state_snapshots`: without it everything since the start is gone."""
    emulator = emulator_factory()
    cloud = started(emulator, skipped_patches=skipped)
    cloud.client("dynamodb").create_table(TableName="kept", **TABLE)
    put(cloud, "an-early-item")
    if not skipped:
        await_snapshot_of(emulator, "an-early-item")

    emulator.kill()

    assert items(started(emulator)) == (0 if skipped else 1)


def test_snapshots_under_writes_are_whole(emulator_factory: EmulatorFactory) -> None:
    emulator = emulator_factory()
    cloud = started(emulator)
    cloud.client("dynamodb").create_table(TableName="kept", **TABLE)
    acknowledged = [0, 0]

    def write(worker: int) -> None:
        for number in range(150):
            put(cloud, f"{worker}-{number}")
            acknowledged[worker] = number + 1

    workers = [threading.Thread(target=write, args=(worker,)) for worker in (0, 1)]
    for worker in workers:
        worker.start()
    cloud.eventually(lambda: sum(acknowledged) > 100)
    before_the_save = sum(acknowledged)
    emulator.save()
    for worker in workers:
        worker.join()
    emulator.kill()

    assert before_the_save <= items(started(emulator)) <= sum(acknowledged)


def test_objects_and_their_buckets_survive_a_kill(emulator_factory: EmulatorFactory) -> None:
    emulator = emulator_factory()
    cloud = started(emulator)
    s3 = cloud.client("s3")
    s3.create_bucket(Bucket="kept", CreateBucketConfiguration={"LocationConstraint": cloud.region})
    s3.put_object(Bucket="kept", Key="本文/一.md", Body="課題".encode())
    emulator.save()
    emulator.kill()

    again = started(emulator).client("s3")

    assert again.get_object(Bucket="kept", Key="本文/一.md")["Body"].read().decode() == "課題"


def test_a_running_execution_ends_as_failed_after_a_restart(emulator_factory: EmulatorFactory) -> None:
    emulator = emulator_factory()
    cloud = started(emulator)
    execution = cloud.start(cloud.machine({"A": {"Type": "Wait", "Seconds": 600, "End": True}}))
    emulator.save()
    emulator.kill()

    assert started(emulator).result(execution) == {"status": "FAILED", "error": "States.ServiceRestart"}


def test_a_stopped_emulator_keeps_everything_and_a_reset_one_nothing(emulator_factory: EmulatorFactory) -> None:
    emulator = emulator_factory()
    cloud = started(emulator, save_every=600)
    cloud.client("dynamodb").create_table(TableName="kept", **TABLE)
    put(cloud, "a")

    emulator.stop()
    after_stop = items(started(emulator))
    emulator.reset()
    after_reset = items(started(emulator))

    assert (after_stop, after_reset) == (1, 0)


def test_nothing_is_kept_without_persistence(emulator_factory: EmulatorFactory) -> None:
    emulator = emulator_factory()
    cloud = started(emulator, persist=False)
    cloud.client("dynamodb").create_table(TableName="kept", **TABLE)

    emulator.stop()

    assert items(started(emulator, persist=False)) == 0
