"""From nothing running to everything deployed, with the Python environments, wheels and templates made before."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Measure, middle
from tests.e2e.standing import Standing

TIMES = 3
LIMIT = 20.0
METHOD = (
    "`mlew up` in a process of its own with an empty home folder: model gateway, emulator, synthesis from the cache, "
    f"deployment of all stacks; median of {TIMES}, wall time."
)


def measure() -> Iterator[Measure]:
    """Wall time of `mlew up`."""
    found = []
    for number in range(TIMES + 1):
        with tempfile.TemporaryDirectory() as folder:
            standing = Standing(Path(folder))
            begun = time.perf_counter()
            standing.up()
            if number:  # the first one fills the caches
                found.append(time.perf_counter() - begun)
            standing.down()
    yield middle("start + deploy of all stacks, warm caches", found, "s", METHOD, limit=LIMIT)
