"""Many workshops at once on one machine: do all finish, and does time grow with their number and no faster?"""

import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import correlation

from bench.measure import Measure
from tests.e2e.eventually import eventually
from tests.e2e.standing import Standing
from tests.folders import UNSEEN_EN

SIZES = (10, 25, 50, 100)
LIMIT = 0.98
PATIENCE = 3600.0
STARTERS = 4
METHOD = (
    "All workshops of a size are started together (mode auto, rehearsal model) on one embedded AWS that has run one "
    "before; wall time until the last has finished. R² of a straight line through the four sizes."
)


def measure() -> Iterator[Measure]:
    """Seconds by number, and how straight the line is."""
    seconds: list[float] = []
    unfinished = 0
    with tempfile.TemporaryDirectory() as folder:
        standing = Standing(Path(folder))
        standing.up()
        try:
            _together(standing, 1)
            for size in SIZES:
                took, failed = _together(standing, size)
                seconds.append(took)
                unfinished += failed
                yield Measure(f"{size} workshops at once", round(took, 1), "s", METHOD)
        finally:
            standing.down()
    yield Measure("workshops that did not finish", unfinished, f"of {sum(SIZES)}", METHOD, limit=0)
    yield Measure("time is linear in their number", r_squared(SIZES, seconds), "R²", METHOD, LIMIT, "higher")


def r_squared(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """Of the least-squares line."""
    return round(correlation(sizes, seconds) ** 2, 4)


def _together(standing: Standing, size: int) -> tuple[float, int]:
    """Wall time until the last has ended, and how many did not finish."""
    begun = time.perf_counter()
    with ThreadPoolExecutor(STARTERS) as pool:
        started = list(pool.map(lambda _: standing.start(UNSEEN_EN).id, range(size)))
    left, states = set(started), dict.fromkeys(started, "")

    def all_over() -> bool:
        one = next(iter(left))
        states[one] = standing.stores.workshops.get(one).state
        if states[one] in ("finished", "failed"):
            left.remove(one)
        return not left

    eventually(all_over, within=PATIENCE, but=lambda: f"{len(left)} of {size} are not done")
    return time.perf_counter() - begun, sum(state != "finished" for state in states.values())
