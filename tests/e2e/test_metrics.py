"""Ten thousand events by HTTP while the counting is killed and fed twice: every number is that of the visitors."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from random import Random

import pytest

from bench.visitors.comparing import differences, heard, shown
from bench.visitors.opened import Opened, opened
from bench.visitors.sending import Browsers
from bench.visitors.traffic import Session, traffic
from bench.visitors.truth import truth, voices
from mlew.adapters.clients import Clients
from mlew.adapters.metrics_reader import DynamoMetricsReader
from mlew.adapters.table import Table
from mlew.composition import hosting, reading_metrics
from mlew.metrics.summing import summed
from mlew.services.mocks.hosting import Hosting, hosted
from mlew.services.reading_metrics import ReadingMetrics
from tests.e2e.eventually import eventually
from tests.e2e.standing import Standing

pytestmark = pytest.mark.embedded

SESSIONS = 500
A_REQUEST = 8
AT_ONCE = 8
KILLS = 3
HOUR = 3_600_000


@pytest.fixture
def ports(standing: Standing) -> Hosting:
    deployment = standing.deployment
    assert deployment.mocks is not None
    return hosted(hosting(deployment.tenant, deployment.mocks, standing.endpoint_session))


@pytest.fixture
def numbers(standing: Standing) -> ReadingMetrics:
    found = reading_metrics(standing.deployment, standing.endpoint_session)
    assert found is not None
    return found


@contextmanager
def delivered_again(standing: Standing) -> Iterator[None]:
    """The stream hands everything to the function a second time, from the beginning, beside what it does anyway."""
    functions = standing.endpoint_session.client("lambda")
    (mapping,) = functions.list_event_source_mappings(FunctionName="mlew-local-CountEvents")["EventSourceMappings"]
    second = functions.create_event_source_mapping(
        FunctionName="mlew-local-CountEvents",
        EventSourceArn=mapping["EventSourceArn"],
        StartingPosition="TRIM_HORIZON",
        BatchSize=100,
        MaximumBatchingWindowInSeconds=1,
        FunctionResponseTypes=["ReportBatchItemFailures"],
    )
    try:
        yield
    finally:
        functions.delete_event_source_mapping(UUID=second["UUID"])


def kill_in_mid_batch(standing: Standing, mock: str, over: Callable[[], bool]) -> int:
    """Whenever events are in their sessions and not yet in the rollups; how often."""
    deployment = standing.deployment
    assert deployment.mocks is not None
    table = Table(Clients(standing.endpoint_session), deployment.mocks.metrics_table)
    reader = DynamoMetricsReader(table, deployment.tenant)
    killed = 0

    def killed_or_over() -> bool:
        nonlocal killed
        sessions, _ = reader.sessions(mock, limit=2 * SESSIONS)
        written = sum(one.counts.get("e", 0) for one in sessions if one.kind == "person")
        if written > summed(reader.rollups(mock)).get("e", 0):
            killed += bool(standing.kill_functions("CountEvents"))
        return killed == KILLS or over()

    eventually(killed_or_over, within=300)
    return killed


def test_every_number_is_true_whatever_happens_on_the_way(
    standing: Standing, ports: Hosting, numbers: ReadingMetrics
) -> None:
    random = Random(20)
    place, other = opened(ports.keys, random), opened(ports.keys, random)
    come = list(_come(random, place))
    browsers = Browsers(ports.addresses().ours, at_once=AT_ONCE)

    def odd() -> list[str]:
        return differences(truth(come), shown(numbers, place.mock))

    with ThreadPoolExecutor() as pool, delivered_again(standing):
        sending = pool.submit(browsers.send, [(one, place.mock.key) for one in come])
        killed = kill_in_mid_batch(standing, place.mock.id, sending.done)
        sent = sending.result()
        eventually(lambda: not odd(), within=120, but=odd)

    assert sent.wrong == []
    assert sum(not d.fault for one in come for r in one.requests if r.arrives for d in r.deeds) >= 10_000
    assert killed
    assert heard(numbers, place.mock) == voices(come)
    assert numbers.summary(other.mock).total.events == 0


def _come(random: Random, place: Opened) -> Iterator[Session]:
    begin = time.time_ns() // 1_000_000 - 5 * HOUR
    return traffic(random, place.links, SESSIONS, begin=begin, span=3 * HOUR, a_request=A_REQUEST)
