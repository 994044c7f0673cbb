"""Times of browsers whose clock is off."""

import pytest

from mlew.metrics.clock import OLDEST, BrowserClock
from tests.unit.metrics.posts import NOW

HOUR = 3_600_000


@pytest.mark.parametrize(
    ("sent", "at", "right", "corrected"),
    [
        (NOW, NOW - 5000, NOW - 5000, False),
        (NOW - 800, NOW - 5000, NOW - 5000, False),
        (0, NOW - 5000, NOW - 5000, False),
        (NOW, NOW - 2 * HOUR, NOW - 2 * HOUR, False),
        (NOW + 3 * HOUR, NOW + 3 * HOUR - 5000, NOW - 5000, True),
        (NOW - 9 * HOUR, NOW - 9 * HOUR - 5000, NOW - 5000, True),
        (0, NOW + 3 * HOUR, NOW, True),
        (0, NOW - OLDEST - 1, NOW, True),
        (0, 0, NOW, True),
        (NOW, NOW + 300, NOW + 300, False),
        (1, 10**14, NOW, True),
    ],
)
def test_a_time_is_set_right_by_arrival(sent: int, at: int, right: int, corrected: bool) -> None:
    assert BrowserClock(NOW, sent).right(at) == (right, corrected)
