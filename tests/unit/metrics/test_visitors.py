"""The visitors of the measurements, through intake and counting in this process: both arithmetics agree."""

from random import Random

import pytest

from bench.counted_traffic import BEGIN, KEY, MOCK, CountedTraffic
from bench.visitors.comparing import differences, shown
from bench.visitors.opened import record
from bench.visitors.traffic import links, traffic
from bench.visitors.truth import truth
from mlew.services.reading_metrics import ReadingMetrics

HOUR = 3_600_000


@pytest.mark.parametrize("seed", range(4))
def test_every_number_is_the_truth(seed: int) -> None:
    seen = CountedTraffic(a_request=3, seed=seed)
    come = seen.come(150, span=3 * HOUR)
    assert differences(truth(come), shown(ReadingMetrics(seen), record(MOCK, KEY))) == []


def test_a_number_that_is_wrong_is_noticed() -> None:
    seen = CountedTraffic(a_request=3)
    come = seen.come(50, span=HOUR)
    said = shown(ReadingMetrics(seen), record(MOCK, KEY))
    assert differences(truth(come[:-1]), said)


def test_the_same_seed_is_the_same_traffic() -> None:
    both = [list(traffic(r, links(r), 20, begin=BEGIN, span=HOUR, a_request=3)) for r in (Random(1), Random(1))]
    assert both[0] == both[1]
