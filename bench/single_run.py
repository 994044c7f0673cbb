"""One practice edition by `mlew run`: with functions that start cold, and with warm ones."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Measure, middle
from tests.e2e.standing import Standing
from tests.folders import EXAMPLES

TIMES = 5
RUN_LIMIT, OVERHEAD_LIMIT = 60.0, 15.0
METHOD = (
    "`mlew run --gates auto --json` in a process of its own on a deployed embedded AWS, rehearsal model, one example; "
    "wall time from the start of the command to its end: live mocks of both pairs, checked, and the test plan."
)
OVERHEAD = METHOD + " Minus the model's own time as the ledger has it (calls side by side count in full)."


def measure() -> Iterator[Measure]:
    """Cold, warm, overhead."""
    with tempfile.TemporaryDirectory() as folder:
        standing = Standing(Path(folder))
        standing.up()
        try:
            found = [_run(standing, EXAMPLES[n % len(EXAMPLES)]) for n in range(TIMES + 1)]
        finally:
            standing.down()
    (cold, cold_model), warm = found[0], found[1:]
    yield middle("practice edition, cold functions", [cold], "s", METHOD, limit=RUN_LIMIT)
    yield middle("overhead over the model's time, cold functions", [cold - cold_model], "s", OVERHEAD, limit=15.0)
    yield middle("practice edition, warm functions", [wall for wall, _ in warm], "s", METHOD, limit=RUN_LIMIT)
    yield middle(
        "overhead over the model's time, warm functions",
        [wall - model for wall, model in warm],
        "s",
        OVERHEAD,
        limit=OVERHEAD_LIMIT,
    )


def _run(standing: Standing, example: Path) -> tuple[float, float]:
    """Wall time, and the model's own."""
    begun = time.perf_counter()
    answer = standing.run("run", "--gates", "auto", "--json", str(example))
    wall = time.perf_counter() - begun
    if answer.code or answer.data["state"] != "finished":
        raise RuntimeError(f"the run did not finish: {answer}")
    return wall, float(answer.data["usage"]["seconds"])
