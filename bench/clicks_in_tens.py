"""The rate of the intake in the words of its target: ten events a request, all counted, none twice."""

import time
from collections.abc import Callable, Iterator
from random import Random

from bench.measure import Measure
from bench.processor_time import processor_time
from bench.visitors.in_tens import even
from bench.visitors.opened import Opened, opened
from bench.visitors.sending import Sent
from bench.visitors.traffic import Session
from mlew.ports.tracking import TrackingKeys
from tests.e2e.standing import Standing

REQUESTS, MOCKS, A_REQUEST = 1500, 4, 10
HOUR = 3_600_000
METHOD = (
    f"After the 100,000: {REQUESTS} requests of exactly {A_REQUEST} good events each, 5 % of them sent twice, "
    f"to {MOCKS} other mocks, by the same connections along the same way. The rate is that of different events: "
    "what is sent again takes its time and counts once. Browsers and all are on this machine, which others "
    "used at the same time (load average below)."
)
Send = Callable[[list[Opened], list[list[Session]]], Sent]
Wrong = Callable[[list[Opened], list[list[Session]]], list[str]]


def in_tens(standing: Standing, keys: TrackingKeys, send: Send, wrong: Wrong) -> Iterator[Measure]:
    """`send`: all of it, as browsers do; `wrong`: the numbers that are not the truth in the end."""
    random = Random(7)
    begin = time.time_ns() // 1_000_000 - 2 * HOUR
    places = [opened(keys, random, "visitors-in-tens") for _ in range(MOCKS)]
    come = [
        list(even(random, place.links, REQUESTS // MOCKS, begin=begin, span=HOUR, a_request=A_REQUEST))
        for place in places
    ]
    before = processor_time(standing)
    sent = send(places, come)
    used = processor_time(standing).since(before)
    named = f"{A_REQUEST} events a request"
    rate = round(REQUESTS * A_REQUEST / sent.seconds)
    yield Measure(f"{named}: accepted events a second", rate, "", METHOD, 1000, "higher")
    yield Measure(f"{named}: for how long", round(sent.seconds, 1), "s", METHOD)
    yield Measure(f"{named}: requests answered wrongly", len(sent.wrong), "", METHOD, limit=0)
    yield Measure(
        f"{named}: requests told to come again", sum(n for s, n in sent.statuses.items() if s != 202), "", METHOD
    )
    for name, seconds in zip(("browsers", "emulator", "functions"), used, strict=True):
        told = f"{named}: processor time of the {name}, a request"
        yield Measure(told, round(seconds / sent.requests * 1000, 2), "ms", METHOD)
    yield Measure(f"{named}: numbers that are not the truth", len(wrong(places, come)), "", METHOD, limit=0)
