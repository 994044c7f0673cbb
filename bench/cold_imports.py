"""Import of each function's handler in a new process, in processor time, against the reference in the same round."""

import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.measure import Measure
from bench.reference import IMPORTS, function_python, processor_seconds
from infra.asset import Asset, build_assets
from infra.environments import load
from infra.functions import COUNT_EVENTS, REHEARSE, TAKE_EVENTS, UNLOCK, WORKFLOW
from mlew.cli.embedded.parts import REPOSITORY

FUNCTIONS = (*WORKFLOW, REHEARSE, TAKE_EVENTS, COUNT_EVENTS, UNLOCK)
ROUNDS = 9
LIMIT = 1.5
METHOD = (
    f"The deployed assets, unpacked; Python of the functions; {ROUNDS} rounds of reference ({IMPORTS}) and every "
    "handler, user + system time of the process; ratio of the medians. Functions that tell the edge what to show have "
    "an asset with the library that signs for it."
)


def measure() -> Iterator[Measure]:
    """The slowest handler against its target, then each one."""
    python = function_python(REPOSITORY / ".embedded" / "environments")
    samples: dict[str, list[float]] = {name: [] for name in ("", *(f.name for f in FUNCTIONS))}
    assets = build_assets(load("local").runtime)
    with tempfile.TemporaryDirectory() as folder:
        plain, edge = _unpacked(assets.plain, Path(folder) / "plain"), _unpacked(assets.edge, Path(folder) / "edge")
        for _ in range(ROUNDS):
            samples[""].append(processor_seconds(python, IMPORTS, plain))
            for function in FUNCTIONS:
                code = f"import {function.handler.removesuffix('.handler')}"
                samples[function.name].append(processor_seconds(python, code, edge if function.points else plain))
    reference = median(samples.pop(""))
    ratios = {name: round(median(found) / reference, 2) for name, found in samples.items()}
    yield Measure("cold import of a handler, the slowest", max(ratios.values()), "× reference", METHOD, LIMIT)
    yield Measure("the reference", round(reference, 3), "s processor time", METHOD)
    for name, ratio in ratios.items():
        yield Measure(f"cold import of {name}", ratio, "× reference", METHOD, LIMIT)


def _unpacked(asset: Asset, folder: Path) -> Path:
    with zipfile.ZipFile(asset.path) as packed:
        packed.extractall(folder)
    return folder
