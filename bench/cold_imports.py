"""Import of each function's handler in a new process, in processor time, against the reference in the same round."""

import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.measure import Measure
from bench.reference import IMPORTS, function_python, processor_seconds
from infra.asset import build_asset
from infra.environments import load
from infra.functions import REHEARSE, WORKFLOW
from mlew.cli.embedded.parts import REPOSITORY

ROUNDS = 9
LIMIT = 1.5
METHOD = (
    f"The deployed asset, unpacked; Python of the functions; {ROUNDS} rounds of reference ({IMPORTS}) and every "
    "handler, user + system time of the process; ratio of the medians."
)


def measure() -> Iterator[Measure]:
    """The slowest handler against its target, then each one."""
    python = function_python(REPOSITORY / ".embedded" / "environments")
    handlers = [(f.name, f.handler.removesuffix(".handler")) for f in (*WORKFLOW, REHEARSE)]
    samples: dict[str, list[float]] = {name: [] for name, _ in [("", ""), *handlers]}
    with tempfile.TemporaryDirectory() as folder:
        asset = Path(folder)
        with zipfile.ZipFile(build_asset(load("local").runtime).path) as packed:
            packed.extractall(asset)
        for _ in range(ROUNDS):
            samples[""].append(processor_seconds(python, IMPORTS, asset))
            for name, module in handlers:
                samples[name].append(processor_seconds(python, f"import {module}", asset))
    reference = median(samples.pop(""))
    ratios = {name: round(median(found) / reference, 2) for name, found in samples.items()}
    yield Measure("cold import of a handler, the slowest", max(ratios.values()), "× reference", METHOD, LIMIT)
    yield Measure("the reference", round(reference, 3), "s processor time", METHOD)
    for name, ratio in ratios.items():
        yield Measure(f"cold import of {name}", ratio, "× reference", METHOD, LIMIT)
