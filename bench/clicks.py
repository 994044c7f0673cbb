"""100,000 events through HTTP on the embedded AWS against the truth; what a summary reads; price of a million."""

import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

from rich.progress import Progress

from bench import scale
from bench.clicks_in_tens import in_tens
from bench.counted_traffic import KEY, MOCK, CountedTraffic
from bench.event_price import TOKYO, VIRGINIA, Counted, items
from bench.measure import Measure
from bench.processor_time import processor_time
from bench.visitors.comparing import differences, heard, shown
from bench.visitors.opened import Opened, opened, record
from bench.visitors.sending import Browsers, Sent
from bench.visitors.traffic import Request, Session, traffic
from bench.visitors.truth import truth, voices
from mlew.composition import hosting, reading_metrics
from mlew.metrics.buckets import QUARTER
from mlew.services.mocks.hosting import hosted
from mlew.services.reading_metrics import ReadingMetrics
from tests.e2e.eventually import eventually
from tests.e2e.standing import Standing

SESSIONS, MOCKS, A_REQUEST, AT_ONCE = 5000, 4, 10, 8
HOUR = 3_600_000
SPAN = 6 * HOUR
PATIENCE = 1800.0
FEW, MORE, MANY = 47, 430, 4300
"""Sessions until about 1,000, 10,000 and 100,000 events have come."""
HTTP = (
    f"{SESSIONS} made-up sessions in {MOCKS} mocks, seeded: populations, personal links, bounces, drop-off, answers, "
    f"hostile comments, three formats, 5 % of the requests sent twice, 2 % bad events, 1 % of the requests never sent, "
    f"9 % bots, prefetches and own tests; about {A_REQUEST} events a request, {AT_ONCE} kept-open connections, through "
    "the distribution of the mocks, intake, stream and counting of one embedded AWS, browsers and all on this machine, "
    "which others used at the same time (load average at the end beside it)."
)
SUMMARY = (
    "The same kind of sessions, all within half an hour, through intake and counting in this process; a summary over "
    "them, its items measured as the table does (4 KB a unit, strongly consistent). "
    "Bytes grow while rollups get their counters (a name, a length of stay that nobody had before), then by digits."
)
PRICE = (
    f"Requests, PUT units and read units counted on such sessions at 3 events a request, resends included; write "
    f"units and batches as in the part scale at {scale.TARGET_RATE:.0f} requests/s; Lambda at 512 MB with 25 ms "
    "a request and 0.5 s a batch (an estimate: no account was asked); list prices from memory, without free tier."
)


def measure() -> Iterator[Measure]:
    """Exactness and rate, then what is reckoned."""
    yield from _through_http()
    yield from _summary()
    yield from _price()


def _through_http() -> Iterator[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        standing = Standing(Path(folder))
        standing.up()
        try:
            yield from _sent_and_counted(standing)
        finally:
            standing.down()


def _sent_and_counted(standing: Standing) -> Iterator[Measure]:
    deployment, session = standing.deployment, standing.endpoint_session
    assert deployment.mocks is not None
    host = hosted(hosting(deployment.tenant, deployment.mocks, session))
    numbers = reading_metrics(deployment, session)
    assert numbers is not None
    random = Random(5)
    begin = time.time_ns() // 1_000_000 - SPAN - HOUR
    places = [opened(host.keys, random) for _ in range(MOCKS)]
    come = [
        list(traffic(random, one.links, SESSIONS // MOCKS, begin=begin, span=SPAN, a_request=A_REQUEST))
        for one in places
    ]
    before = processor_time(standing)
    origin = host.addresses().ours
    sent = _send(origin, places, come)
    used = processor_time(standing).since(before)
    yield Measure("events that came", sum(_events(theirs) for theirs in come), "", HTTP, limit=100_000, better="higher")
    yield Measure("requests answered, those sent again too", sent.requests, "", HTTP)
    mean = round(sum(len(r.deeds) * (1 + r.again) for r in _requests(come)) / sent.requests, 1)
    yield Measure("events a request, on average: the last one of a visit is short", mean, "", HTTP)
    yield Measure("requests told to come again", sum(n for s, n in sent.statuses.items() if s != 202), "", HTTP)
    yield Measure("requests answered wrongly", len(sent.wrong), "", HTTP, limit=0)
    yield Measure("accepted events a second", round(sent.accepted / sent.seconds), "", HTTP, 1000, "higher")
    for name, seconds in zip(("browsers", "emulator", "functions"), used, strict=True):
        told = f"processor time of the {name}, a request"
        yield Measure(told, round(seconds / sent.requests * 1000, 2), "ms", HTTP)
    begun = time.perf_counter()
    wrong = _wrong(numbers, places, come)
    yield Measure("until all are counted, after the last request", round(time.perf_counter() - begun, 1), "s", HTTP)
    figures = sum(len(truth(theirs)) for theirs in come)
    yield Measure("numbers that are not the truth", len(wrong), f"of {figures}", HTTP, limit=0)
    odd = sum(voices(theirs) != heard(numbers, one.mock) for one, theirs in zip(places, come, strict=True))
    yield Measure("mocks whose comments are not those that were written", odd, f"of {MOCKS}", HTTP, limit=0)
    yield from in_tens(standing, host.keys, partial(_send, origin), partial(_wrong, numbers))
    yield Measure(
        "load average of the machine", round(float(Path("/proc/loadavg").read_text().split()[1]), 1), "", HTTP
    )


def _send(origin: str, places: list[Opened], come: list[list[Session]]) -> Sent:
    everybody = [(one, place.mock.key) for place, theirs in zip(places, come, strict=True) for one in theirs]
    Random(6).shuffle(everybody)
    total = sum((1 + r.again) * r.arrives for session, _ in everybody for r in session.requests)
    with Progress() as progress:
        task = progress.add_task("requests", total=total)
        browsers = Browsers(origin, at_once=AT_ONCE, told=lambda done: progress.update(task, completed=done))
        return browsers.send(everybody)


def _wrong(numbers: ReadingMetrics, places: list[Opened], come: list[list[Session]]) -> list[str]:
    """What is still wrong when all are right, or nothing has changed for a while."""
    true = [truth(theirs) for theirs in come]

    def odd() -> list[str]:
        said = (shown(numbers, one.mock) for one in places)
        return [line for t, s in zip(true, said, strict=True) for line in differences(t, s)]

    try:
        eventually(lambda: not odd(), within=PATIENCE)
    except AssertionError:
        return odd()
    return []


def _requests(come: list[list[Session]]) -> Iterator[Request]:
    return (r for sessions in come for one in sessions for r in one.requests if r.arrives)


def _events(sessions: list[Session]) -> int:
    return sum(not deed.fault for one in sessions for r in one.requests if r.arrives for deed in r.deeds)


def _summary() -> Iterator[Measure]:
    grown = CountedTraffic(A_REQUEST)
    mock = record(MOCK, KEY)
    units = []
    for sessions in (FEW, MORE, MANY):
        grown.come(sessions, span=2 * QUARTER)
        grown.forget_reading()
        ReadingMetrics(grown).summary(mock)
        units.append(grown.units)
        told = f"a summary after {round(grown.events, -3):,} events"
        yield Measure(f"{told}: calls of the table", grown.calls, "", SUMMARY)
        yield Measure(f"{told}: read units", grown.units, "", SUMMARY)
        yield Measure(f"{told}: bytes", grown.bytes, "", SUMMARY)
    growth = round((units[-1] / units[0] - 1) * 100, 1)
    yield Measure("read units of a summary, 1k to 100k events", growth, "% more", SUMMARY, limit=10)


def _price() -> Iterator[Measure]:
    seen = CountedTraffic(3)
    seen.come(500, span=SPAN)
    at_target = scale.simulate(scale.TARGET_RATE / scale.REQUESTS, 1200)
    events = seen.events / 1_000_000
    requests = seen.requests / events
    batches = requests / scale.TARGET_RATE / scale.WINDOW
    counted = Counted(requests, seen.puts / events, batches, at_target.units * 1000, at_target.reads * 1000)
    yield Measure(
        "processor time of the intake, a request", round(seen.taking_seconds / seen.requests * 1000, 2), "ms", PRICE
    )
    yield Measure("requests for a million events", round(counted.requests), "", PRICE)
    yield Measure("write units for a million events", round(counted.writes), "", PRICE)
    yield Measure("read units for a million events", round(counted.reads), "", PRICE)
    for prices, limit in ((VIRGINIA, 1.50), (TOKYO, None)):
        for item, usd in items(counted, prices).items():
            yield Measure(f"{prices.region}: {item}", round(usd, 3), "USD", PRICE)
        total = round(sum(items(counted, prices).values()), 2)
        yield Measure(f"{prices.region}: a million events", total, "USD", PRICE, limit=limit)
