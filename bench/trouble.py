"""Behaviour under faults: what ends right, what it costs, what is paid twice."""

import logging
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Measure
from mlew.inputs import FolderContent, read_folder
from mlew.rehearsal.faults import Fault, FaultPlan
from mlew.services.draft_runner import REPAIRS
from tests.e2e.standing import Standing
from tests.fakes import in_memory_stores
from tests.folders import UNSEEN_EN, UNSEEN_JA
from tests.workflow.fragile import Budget, fragile_model, fragile_stores
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import RehearsedPort

RUNS = 100
DEPLOYED_RUNS = 10
RATES: dict[Fault, float] = {"break_schema": 0.1, "break_rules": 0.1, "throttle": 0.3, "timeout": 0.05}
METHOD = (
    f"{RUNS} practice editions in one process: the deployed state machine and handlers over fakes, the rehearsal model "
    "with 20 % broken answers, 30 % throttled and 5 % late calls, another seed each; functions are killed every 120 to "
    "400 steps, two of which surround each call of a store or the model."
)
DEPLOYED = (
    f"{DEPLOYED_RUNS} workshops at once on the embedded AWS, 20 % broken answers, 30 % throttled calls, and every "
    "function's processes killed once while they run."
)


def measure() -> Iterator[Measure]:
    """In process, then deployed."""
    logging.disable()  # the functions' own lines: thousands of them
    folders = [read_folder(UNSEEN_JA), read_folder(UNSEEN_EN)]
    runs = [_troubled(folders[seed % 2], seed) for seed in range(RUNS)]
    share = sum(complete for complete, _, _ in runs) / RUNS
    yield Measure("runs under faults that end complete", share * 100, "%", METHOD, 100, "higher")
    yield Measure("repairs of one conversation, at most", max(r for _, r, _ in runs), "", METHOD, REPAIRS)
    yield Measure("stored answers asked for again", sum(again for _, _, again in runs), "", METHOD, 0)
    finished, lost = _deployed()
    yield Measure("deployed runs under faults that finish", finished * 100, "%", DEPLOYED, 100, "higher")
    yield Measure("answers that a kill lost before they were stored", lost, "", DEPLOYED)


def _troubled(content: FolderContent, seed: int) -> tuple[bool, int, int]:
    """Whether all artifacts are there once, most repairs, requests whose answer was stored already."""
    chance, stores = random.Random(seed), in_memory_stores()
    budget = Budget(first=chance.randrange(1, 200), every=chance.randrange(120, 400))
    model = RehearsedPort(FaultPlan(rates=RATES, seed=seed), answers=stores.answers)
    practice = Practice(fragile_model(model, budget), stores=fragile_stores(stores, budget))
    with budget.resting():
        workshop = practice.start(content)
    practice.go(workshop)
    with budget.resting():
        status = practice.runs.status(workshop.id)
    complete = status.workshop.state == "finished" and len(status.artifacts) == 4 + 3 * len(workshop.pairs)
    return complete, model.most_repairs, len(model.asked_in_vain)


def _deployed() -> tuple[float, int]:
    """Share that finished; answers that the model gave and no ledger has."""
    with tempfile.TemporaryDirectory() as folder:
        standing = Standing(Path(folder))
        standing.up()
        try:
            with standing.gateway.misbehaving("break_schema=0.1,break_rules=0.1,throttle=0.3,seed=1"):
                started = [standing.start(UNSEEN_EN).id for _ in range(DEPLOYED_RUNS)]
                for function in ("RunListen", "RunDefine", "RateSolutions", "RunInvent", "RunRefine", "RunIterate"):
                    standing.await_process(function)
                    standing.kill_functions(function)
                ended = [standing.ended(one, within=1800) for one in started]
                given = sum(standing.gateway.stats()["paid"].values())
        finally:
            standing.down()
    finished = sum(status.workshop.state == "finished" for status in ended)
    return finished / DEPLOYED_RUNS, given - sum(status.usage.calls for status in ended)
