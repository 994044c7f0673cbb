"""The counting function as it is deployed, on an emulator of its own: table, stream, queue, mapping."""

import json
import os
import signal
import uuid
from pathlib import Path
from typing import Any

from infra.asset import build_asset
from infra.embedded.emulator import Emulator, lambda_runtime
from infra.embedded.endpoint import ACCOUNT
from infra.runtime import runtime_of
from infra.wheels import fetch_wheels
from mlew.adapters.clients import Clients
from mlew.adapters.metrics_reader import DynamoMetricsReader
from mlew.adapters.table import Table
from mlew.adapters.tracking_keys import DynamoTrackingKeys
from mlew.domain.tally import Counts
from mlew.metrics.summing import summed
from mlew.settings import CountSettings
from tests.unit.metrics.traffic import LINKS, MOCK, TENANT

WINDOW = 1
TRIES = 5


class Counter:
    """`table`, stream, queue and function have one name."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        self.session = emulator.start(persist=False).session()
        self.name = f"counting-{uuid.uuid4().hex[:8]}"
        self.kinesis, self.sqs = self.session.client("kinesis"), self.session.client("sqs")
        self._table()
        self.kinesis.create_stream(StreamName=self.name, ShardCount=1)
        self.queue = self.sqs.create_queue(QueueName=self.name)["QueueUrl"]
        self._function()
        table = Table(Clients(self.session), self.name)
        self.reader = DynamoMetricsReader(table, TENANT)
        DynamoTrackingKeys(table, TENANT).add_links(MOCK, LINKS)

    def put(self, *datas: bytes, key: str = "one") -> None:
        for start in range(0, len(datas), 400):
            records = [{"Data": data, "PartitionKey": key} for data in datas[start : start + 400]]
            self.kinesis.put_records(StreamName=self.name, Records=records)

    def map(self) -> None:
        self.session.client("lambda").create_event_source_mapping(
            FunctionName=self.name,
            EventSourceArn=self._arn("kinesis", f"stream/{self.name}"),
            StartingPosition="TRIM_HORIZON",
            BatchSize=100,
            MaximumBatchingWindowInSeconds=WINDOW,
            MaximumRetryAttempts=TRIES,
            BisectBatchOnFunctionError=True,
            FunctionResponseTypes=["ReportBatchItemFailures"],
            DestinationConfig={"OnFailure": {"Destination": self._arn("sqs", self.name)}},
        )

    def totals(self) -> Counts:
        return {name: n for name, n in summed(self.reader.rollups(MOCK)).items() if n}

    def refused(self) -> list[dict[str, Any]]:
        answer = self.sqs.receive_message(QueueUrl=self.queue, MaxNumberOfMessages=10, WaitTimeSeconds=1)
        return [json.loads(message["Body"]) for message in answer.get("Messages", [])]

    def kill(self) -> int:
        """End the function's processes, as one that runs out of memory ends; how many there were."""
        code = str(self.emulator.home / "tmp" / f"ministack-lambda-{self.name}-")
        found = [int(p.parent.name) for p in Path("/proc").glob("[0-9]*/cmdline") if code in _text(p)]
        for pid in found:
            os.kill(pid, signal.SIGKILL)
        return len(found)

    def _table(self) -> None:
        self.session.client("dynamodb").create_table(
            TableName=self.name,
            BillingMode="PAY_PER_REQUEST",
            KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
            AttributeDefinitions=[
                {"AttributeName": "pk", "AttributeType": "S"},
                {"AttributeName": "sk", "AttributeType": "S"},
            ],
        )

    def _function(self) -> None:
        here = runtime_of("this-machine")
        fetch_wheels(here)
        iam = self.session.client("iam")
        trust = {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
        role = iam.create_role(RoleName=self.name, AssumeRolePolicyDocument=_policy(trust))["Role"]["Arn"]
        records = [f"dynamodb:{a}" for a in ("GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem")]
        may = (
            {"Effect": "Allow", "Action": records, "Resource": self._arn("dynamodb", f"table/{self.name}")},
            {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": self._arn("sqs", self.name)},
        )
        iam.put_role_policy(RoleName=self.name, PolicyName="own", PolicyDocument=_policy(*may))
        settings = CountSettings(tenant=TENANT, metrics_table=self.name, refused_queue=self.queue)
        self.session.client("lambda").create_function(
            FunctionName=self.name,
            Runtime=lambda_runtime(),
            Handler="handlers.count_events.handler",
            Role=role,
            Timeout=60,
            MemorySize=512,
            Environment={"Variables": settings.to_environment()},
            Code={"ZipFile": build_asset(here).path.read_bytes()},
        )

    def _arn(self, service: str, rest: str) -> str:
        return f"arn:aws:{service}:{self.session.region_name}:{ACCOUNT}:{rest}"


def _policy(*statements: dict[str, Any]) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": statements})


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:  # the process has ended meanwhile
        return ""
