"""Records on a stream, delivered again, to a function that is killed: the numbers are those of the events."""

from collections.abc import Iterator
from random import Random

import pytest

from mlew.domain.click_record import ClickRecord
from mlew.metrics import counters
from tests.e2e.eventually import eventually
from tests.embedded import EmulatorFactory
from tests.integration.counting.counter import Counter
from tests.unit.metrics.traffic import MOCK, requests, truth

pytestmark = pytest.mark.embedded
SESSIONS = 60
PATIENCE = 90.0


@pytest.fixture
def counter(emulator_factory: EmulatorFactory) -> Iterator[Counter]:
    emulator = emulator_factory()
    yield Counter(emulator)
    emulator.kill()


def assert_counted(counter: Counter, records: list[ClickRecord]) -> None:
    told = truth(records, MOCK)
    wanted = {
        counters.EVENTS: told.totals["events"],
        counters.SESSIONS: told.sessions.total(),
        counters.VISITORS: told.visitors,
        counters.LOST: told.totals["lost"],
        counters.DURATION: told.totals["duration"],
        counters.CLICKS: told.totals["click"],
        "bot": told.totals["bot"],
        "preview": told.totals["preview"],
    }

    def numbers() -> dict[str, int]:
        found = counter.totals()
        return {name: found.get(name, 0) for name in wanted}

    eventually(lambda: numbers() == {**wanted}, within=PATIENCE, but=lambda: f"{numbers()} instead of {wanted}")
    names = counter.reader.names(MOCK)
    assert names is not None
    reached = {name: counter.totals().get(counters.reached(i), 0) for i, name in enumerate(names.steps, start=1)}
    assert {name: n for name, n in reached.items() if n} == told.reached


def test_numbers_are_true_though_the_function_dies_again_and_again(counter: Counter) -> None:
    records = requests(Random(11), SESSIONS)
    datas = [one.to_bytes() for one in records]
    datas[10:10] = [b"poison", b'{"tenant":"orchard"}']
    counter.put(*datas[:80])
    counter.map()
    killed = 0
    for start in range(80, len(datas), 40):
        counter.put(*datas[start : start + 40])
        eventually(counter.kill, within=PATIENCE)
        killed += 1
    assert killed >= 2
    assert_counted(counter, records)
    told = counter.refused()
    assert {one["reason"].split(":")[0] for one in told} == {"record", "mock"}, told


def test_records_that_the_stream_delivers_again_from_the_beginning_change_nothing(counter: Counter) -> None:
    records = requests(Random(12), SESSIONS)
    counter.put(*(one.to_bytes() for one in records))
    counter.map()
    assert_counted(counter, records)
    counter.map()  # a second mapping: everything again, from the beginning
    counter.put(*(one.to_bytes() for one in records[:50]))  # and sent again by the pages
    marker = requests(Random(13), 1)[0].model_copy(update={"session": "session-marker", "mock": MOCK})
    counter.put(marker.to_bytes())
    assert_counted(counter, [*records, marker])
