"""How a function gets the records of a stream."""

import json
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.integration.emulator_probes import probe
from tests.integration.emulator_probes.cloud import Cloud

SETTLED = 40.0  # seconds in which what a mapping would do wrong has happened, cold starts of many included


@dataclass
class Stream:
    """A stream, a function that answers as told and notes what it got, and a queue for failures."""

    cloud: Cloud
    source: str
    settings: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        cloud, queues = self.cloud, self.cloud.client("sqs")
        self.name, self.notes = cloud.name(), Path(tempfile.mkdtemp())
        cloud.client("kinesis").create_stream(StreamName=self.name, ShardCount=1)
        self.queue = queues.create_queue(QueueName=cloud.name())["QueueUrl"]
        known = queues.get_queue_attributes(QueueUrl=self.queue, AttributeNames=["QueueArn"])
        self.queue_arn = known["Attributes"]["QueueArn"]
        note = (
            "import base64, pathlib, time\n"
            "def handler(e, c):\n"
            "  got = [base64.b64decode(r['kinesis']['data']).decode() for r in e['Records']]\n"
            f"  (pathlib.Path({str(self.notes)!r}) / f'{{time.time():.6f}}').write_text(','.join(got))\n"
            "  names = [r['kinesis']['sequenceNumber'] for r in e['Records']]\n"
        )
        self.function = cloud.function(note + self.source)

    def put(self, *texts: str) -> None:
        records = [{"Data": text.encode(), "PartitionKey": "one"} for text in texts]
        self.cloud.client("kinesis").put_records(StreamName=self.name, Records=records)

    def map(self) -> None:
        self.cloud.client("lambda").create_event_source_mapping(
            FunctionName=self.function,
            EventSourceArn=self.cloud.arn("kinesis", f"stream/{self.name}"),
            StartingPosition="TRIM_HORIZON",
            BatchSize=100,
            **self.settings,
        )

    def failures(self) -> list[dict[str, Any]]:
        """What the queue was told, within the time in which it would be."""
        queues, until = self.cloud.client("sqs"), time.monotonic() + SETTLED
        while time.monotonic() < until:
            messages = queues.receive_message(QueueUrl=self.queue, WaitTimeSeconds=5).get("Messages", [])
            if messages:
                return [json.loads(message["Body"]) for message in messages]
        return []

    def batches(self, most: int, within: float = SETTLED) -> list[str]:
        """What the function got, when there are as many or it is clear that there will not be."""
        until = time.monotonic() + within
        while len(list(self.notes.iterdir())) < most and time.monotonic() < until:
            time.sleep(0.1)
        return [path.read_text() for path in sorted(self.notes.iterdir())]


@probe("stream_mappings", as_in_aws=["a,b,c", "b,c"])
def records_that_a_function_reports_come_again(cloud: Cloud) -> Any:
    source = "  return {'batchItemFailures': [{'itemIdentifier': names[1]}] if len(got) == 3 else []}"
    stream = Stream(cloud, source, {"FunctionResponseTypes": ["ReportBatchItemFailures"]})
    stream.put("a", "b", "c")
    stream.map()
    return stream.batches(2)


@probe("stream_mappings", as_in_aws=["a,bad,c,d", "a,bad", "a", "bad,c,d", "bad,c", "bad", "bad", "c,d"])
def a_batch_that_fails_is_halved_until_the_bad_record_is_alone_and_given_up(cloud: Cloud) -> Any:
    """What is right of it: the bad one alone at last, every other one handed over without it."""
    queue_settings = {"BisectBatchOnFunctionError": True, "MaximumRetryAttempts": 1}
    stream = Stream(cloud, "  assert 'bad' not in got", queue_settings)
    stream.put("a", "bad", "c", "d")
    stream.map()
    return stream.batches(8)


@probe("stream_mappings", as_in_aws=["RetryAttemptsExhausted", 2, True])
def who_wants_to_know_is_told_what_was_given_up(cloud: Cloud) -> Any:
    stream = Stream(cloud, "  raise ValueError", {"MaximumRetryAttempts": 1})
    stream.settings["DestinationConfig"] = {"OnFailure": {"Destination": stream.queue_arn}}
    stream.put("a", "b")
    stream.map()
    for told in stream.failures():
        info = told["KinesisBatchInfo"]
        ordered = info["startSequenceNumber"] < info["endSequenceNumber"]
        return [told["requestContext"]["condition"], info["batchSize"], ordered]
    return []


@probe("stream_mappings", as_in_aws=["a,b"])
def records_are_gathered_for_the_window(cloud: Cloud) -> Any:
    stream = Stream(cloud, "  return {}", {"MaximumBatchingWindowInSeconds": 60})
    stream.map()
    stream.put("a")
    stream.batches(1, within=50)  # a mapping without a window hands over the first one now
    stream.put("b")
    return stream.batches(1)
