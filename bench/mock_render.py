"""From an approved spec to the files of its site: time, in a warm process and in a new one, and their weight."""

import gzip
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time

from bench.measure import Measure, middle
from mlew.cli.embedded.parts import REPOSITORY
from mlew.domain.mock_spec import THEMES
from mlew.mocks import Tracking, render_site
from tests.mocks.samples import sample

ROUNDS = 120
NEW_PROCESSES = 5
LIMIT_MS = 50
LIMIT_BYTES = 20 * 1024
METHOD = (
    f"Sample with all eleven parts, 12 screens, themes in turn; rendered and written to a folder, {ROUNDS} times in one"
    " process after the first of each theme; 95th percentile of the wall clock."
)
_NEW = """
from time import perf_counter
from tests.mocks.samples import sample
spec = sample("ja")
begun = perf_counter()
from mlew.mocks import Tracking, render_site
render_site(spec, Tracking("k" * 24), rehearsed=False)
print((perf_counter() - begun) * 1000)
"""


def measure() -> Iterator[Measure]:
    """Time first, then weight."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(len(THEMES)):
            _render(Path(folder), number)
        begun = [(process_time(), _render(Path(folder), number), process_time()) for number in range(ROUNDS)]
    times = [wall for _, wall, _ in begun]
    busy = [(after - before) * 1000 for before, _, after in begun]
    slow = round(quantiles(times, n=20)[-1], 1)
    yield Measure("spec to site on disk, p95", slow, "ms", METHOD, LIMIT_MS, samples=[round(t, 1) for t in times])
    yield middle("spec to site, processor time", busy, "ms", "the same runs: what a busy machine does not change")
    first = [_in_a_new_process() for _ in range(NEW_PROCESSES)]
    yield middle("spec to site, first in a process", first, "ms", "with the template engine's import and compilation")
    for theme in THEMES:
        site = render_site(sample("ja", theme), Tracking("k" * 24), rehearsed=False)
        weight = sum(len(gzip.compress(f.content, 9, mtime=0)) for f in site if f.path.endswith((".css", ".js")))
        yield Measure(f"JS + CSS, theme {theme}", weight, "B, gzip -9", "all eleven parts in one mock", LIMIT_BYTES)


def _render(folder: Path, number: int) -> float:
    spec = sample("ja" if number % 2 else "en", THEMES[number % len(THEMES)])
    begun = perf_counter()
    for file in render_site(spec, Tracking("k" * 24), rehearsed=False):
        path = folder / str(number) / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return (perf_counter() - begun) * 1000


def _in_a_new_process() -> float:
    run = subprocess.run([sys.executable, "-c", _NEW], cwd=REPOSITORY, check=True, capture_output=True, text=True)
    return float(run.stdout)
