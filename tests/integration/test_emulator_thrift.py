"""Patches that only spare the emulator work: what is done less often has the same outcome.

They are tried in the emulator's own environment without its process: what they save is counted, not timed.
"""

import json
import os
import subprocess
from typing import Any, Final

import pytest

from infra.embedded.environments import HERE, ensure_environments
from tests.embedded import ENVIRONMENTS

pytestmark = pytest.mark.embedded

SETTINGS: Final = "Settings(home=Path(), listen_fd=0, admin_token='')"
DISTRIBUTION: Final = """
import json
from pathlib import Path
from ministack.services import cloudfront
from patches import Settings, edge_configuration

def configured(root):
    return {"config_xml": f"<DistributionConfig><DefaultRootObject>{root}</DefaultRootObject></DistributionConfig>"}

read, reading = [], cloudfront.fromstring
cloudfront.fromstring = lambda text: read.append(text) or reading(text)

def served():
    read.clear()
    seen = [cloudfront.parse_distribution_dataplane_config(one) for one in (configured("a"), configured("a"), {},
            configured("b"), configured("a"))]
    return {"roots": [one["default_root_object"] for one in seen], "read": len(read)}

stock = served()
edge_configuration.apply(%(settings)s)
print(json.dumps([stock, served()]))
"""
STREAM: Final = """
import json, time
from pathlib import Path
from ministack.services import kinesis
from patches import Settings, stream_retention

def left(hours):
    records = [{"ApproximateArrivalTimestamp": time.time() - age * 3600, "SequenceNumber": str(age)} for age in hours]
    stream = {"RetentionPeriodHours": 24, "shards": {"shard": {"records": records}, "empty": {"records": []}}}
    kinesis._expire_records(stream)
    kept = stream["shards"]["shard"]["records"]
    return {"kept": [one["SequenceNumber"] for one in kept], "copied": kept is not records}

AGES = ([30, 25, 23, 1], [23, 1, 1], [50, 26], [])
stock = [left(ages) for ages in AGES]
stream_retention.apply(%(settings)s)
print(json.dumps([stock, [left(ages) for ages in AGES]]))
"""
LOG: Final = """
import json, queue
from pathlib import Path
from types import SimpleNamespace
from ministack.core import lambda_runtime as runtime
from patches import Settings, lambda_log_wait

looked, clock = [], runtime.time
counted = {"sleep": lambda seconds: looked.append(seconds) or clock.sleep(seconds)}
runtime.time = SimpleNamespace(**{**vars(clock), **counted})

def drained(*lines):
    looked.clear()
    worker = SimpleNamespace(_stderr_queue=queue.Queue())
    for line in lines:
        worker._stderr_queue.put(line)
    return {"log": runtime.Worker._drain_stderr_bounded(worker), "looked_again": bool(looked)}

LINES = ([], ["one"], ["one", "", "two"])
stock = [drained(*lines) for lines in LINES]
lambda_log_wait.apply(%(settings)s)
print(json.dumps([stock, [drained(*lines) for lines in LINES]]))
"""


def test_the_configuration_of_a_distribution_is_read_again_only_when_it_has_changed() -> None:
    stock, patched = _told(DISTRIBUTION)

    assert patched["roots"] == stock["roots"] == ["a", "a", "", "b", "a"]
    assert (stock["read"], patched["read"]) == (4, 2), "if the emulator reads it once by itself, take the patch out"


def test_records_of_a_stream_are_copied_only_when_one_has_expired() -> None:
    stock, patched = _told(STREAM)

    assert [one["kept"] for one in patched] == [one["kept"] for one in stock] == [["23", "1"], ["23", "1", "1"], [], []]
    assert all(one["copied"] for one in stock), "the emulator spares this by itself now: take the patch out"
    assert [one["copied"] for one in patched] == [True, False, True, False]


def test_the_log_of_a_function_is_waited_for_and_not_looked_for_again_and_again() -> None:
    stock, patched = _told(LOG)

    assert [one["log"] for one in patched] == [one["log"] for one in stock] == ["", "one", "one\n\ntwo"]
    assert all(one["looked_again"] for one in stock)
    assert not any(one["looked_again"] for one in patched)


def _told(script: str) -> Any:
    """What the script prints, run as the launcher is."""
    python = str(ensure_environments(ENVIRONMENTS).emulator)
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(HERE), "PERSIST_STATE": "0"}
    told = subprocess.run(
        [python, "-c", script % {"settings": SETTINGS}], env=environment, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout.splitlines()[-1])
