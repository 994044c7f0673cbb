"""A million sessions on one mock, counted by the code that counts in the function: write units, sizes, time.

No AWS: a store in memory tells what the table would charge. Of the day on which a million come, one hour is counted;
the others are like it.
"""

import heapq
import time
from collections.abc import Callable, Iterator
from random import Random
from statistics import quantiles

from bench.measure import Measure
from bench.metered_store import MeteredStore
from mlew.domain.click_record import ClickEvent, ClickKind, ClickRecord
from mlew.domain.delivered import Delivered
from mlew.ports.tracking import TrackedLink
from mlew.services.counting_events import CountingEvents
from tests.fakes.tracking import InMemoryTrackingKeys

TENANT, MOCK = "example-customer", "m0ck000000000001"
SESSIONS = 1_000_000
DAY = 8 * 3600  # seconds in which they come
HOUR = 3600
WINDOW = 5  # seconds
BATCH = 1000  # records
REQUESTS = 7  # of a session
EVENTS = 3  # of a request
PAUSE = 25.0  # seconds between two requests of a session
BEGIN = 1_790_000_000  # seconds since 1970
TARGET_RATE, TRICKLE = 20.0, 0.2  # requests a second
METHOD = (
    f"Sessions of {REQUESTS} requests with {EVENTS} events each, about {PAUSE:.0f} s apart, a fifth of them by "
    f"personal links, begun at random times; gathered for {WINDOW} s, at most {BATCH} records; counted by our own code "
    "over a store in memory that adds up write units by the bytes of each item (transactions double)."
)
_KINDS: tuple[ClickKind, ...] = ("view", "click", "step", "time", "click", "form")


def measure() -> Iterator[Measure]:
    """The targets' rate first, then a trickle, then the million."""
    at_target = simulate(TARGET_RATE / REQUESTS, 1200)
    yield Measure(
        f"write units for 1,000 events at {TARGET_RATE:.0f} requests/s", at_target.units, "", METHOD, limit=700
    )
    trickle = simulate(TRICKLE / REQUESTS, 12 * 3600)
    yield Measure(f"write units for 1,000 events at {TRICKLE} requests/s", trickle.units, "", METHOD)
    day = simulate(SESSIONS / DAY, HOUR)
    yield Measure("sessions of one hour, of a million in eight", day.sessions, "", METHOD)
    yield Measure("sessions that the rollups do not know", day.missing, "", METHOD, limit=0)
    yield Measure("write units for 1,000 events, that hour", day.units, "", METHOD)
    yield Measure("session item, p95", day.session_bytes, "bytes", METHOD, limit=1024)
    yield Measure("rollup item, p95", day.rollup_bytes, "bytes", METHOD)
    yield Measure("records a second, the fullest window", day.records_a_second, "", METHOD, limit=1000)
    yield Measure("write units a second, the fullest window", day.units_a_second, "", METHOD, limit=1000)
    yield Measure("read units for 1,000 events", day.reads, "", METHOD)
    yield Measure("processor time for 1,000 records", day.seconds, "s", METHOD)


class Outcome:
    """Of one model: figures rounded as they are reported."""

    def __init__(self, store: MeteredStore, sessions: int, requests: int, windows: list[tuple[int, int]], cpu: float):
        thousands = requests * EVENTS / 1000
        self.sessions = sessions
        self.missing = sessions - store.sessions_counted()
        self.units = round(store.units / thousands)
        self.reads = round(store.reads / thousands)
        self.session_bytes = round(quantiles(store.sizes, n=20)[18])
        self.rollup_bytes = round(quantiles(store.rollup_sizes, n=20)[18])
        self.records_a_second = round(max(records for records, _ in windows) / WINDOW)
        self.units_a_second = round(max(units for _, units in windows) / WINDOW)
        self.seconds = round(cpu / requests * 1000, 3)


def simulate(sessions_a_second: float, seconds: int, seed: int = 1) -> Outcome:
    """Sessions begin at this rate for so long; the model ends when the last one has."""
    random, store = Random(seed), MeteredStore(f"{TENANT}#{MOCK}")
    tracking = InMemoryTrackingKeys()
    tracking.add_links(MOCK, [TrackedLink(_code(n), "external", personal=True) for n in range(5000)])
    counting = CountingEvents(store, tracking)
    sequence = requests = 0
    cpu, windows = 0.0, []
    sessions = 0
    for begun_so_far, batch, live in _windows(random, sessions_a_second, seconds):
        sessions = begun_so_far
        before = store.units
        for start in range(0, len(batch), BATCH):
            delivered = [Delivered(sequence + n, one) for n, one in enumerate(batch[start : start + BATCH], start=1)]
            sequence += len(delivered)
            begun = time.process_time()
            assert counting.count("0", delivered) is None
            cpu += time.process_time() - begun
        requests += len(batch)
        windows.append((len(batch), store.units - before))
        if len(windows) % 60 == 0:
            store.forget_all_but(live())
    return Outcome(store, sessions, requests, windows, cpu)


def _windows(
    random: Random, rate: float, seconds: int
) -> Iterator[tuple[int, list[ClickRecord], Callable[[], list[str]]]]:
    """How many sessions have begun by the end of each window, its requests, and which sessions will go on."""
    waiting: list[tuple[float, int, int]] = []  # when, session, which of its requests
    number, following = 0, random.expovariate(rate)
    edge = 0.0
    while following < seconds or waiting:
        edge += WINDOW
        while following < min(edge, seconds):
            heapq.heappush(waiting, (following, number, 0))
            number += 1
            following += random.expovariate(rate)
        batch: list[ClickRecord] = []
        while waiting and waiting[0][0] < edge:
            at, session, place = heapq.heappop(waiting)
            batch.append(_request(session, place, at))
            if place + 1 < REQUESTS:
                heapq.heappush(waiting, (at + random.uniform(0.4, 1.6) * PAUSE, session, place + 1))
        if batch:
            yield number, batch, lambda: [_name(session) for _, session, _ in waiting]


def _request(session: int, place: int, at: float) -> ClickRecord:
    now = int((BEGIN + at) * 1000)
    events = []
    for n in range(place * EVENTS, place * EVENTS + EVENTS):
        kind = _KINDS[(session + n) % len(_KINDS)]
        name = {"click": f"element-{(session * 7 + n) % 25}", "step": f"screen-{n % 8}"}.get(kind, "")
        value = 4000 if kind == "time" else None
        events.append(ClickEvent.model_construct(n=n + 1, id="", at=now + n, kind=kind, name=name, value=value))
    code = _code(session // 5 % 5000) if session % 5 == 0 else ""
    return ClickRecord.model_construct(
        tenant=TENANT, mock=MOCK, session=_name(session), code=code, arrived=now, events=tuple(events), refused=()
    )


def _name(session: int) -> str:
    return f"{session:022d}"


def _code(number: int) -> str:
    return f"tester{number:04d}"
