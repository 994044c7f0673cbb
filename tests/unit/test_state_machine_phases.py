"""Every phase runs its functions and opens its gate; every wait ends."""

import importlib
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from infra.functions import WORKFLOW
from infra.state_machines import EDITIONS
from mlew.domain.workshop import PHASES_OF
from mlew.settings import RunDefaults
from tests.fakes import FakeClock
from tests.unit.machines import CHILDREN, MACHINES, TASKS
from tests.workflow.interpreter import Ended, Execution, Functions


class Planned(Functions):
    """Says that this phase is next, and notes which functions are called until its gate opens."""

    def __init__(self, phase: str) -> None:
        self.phase = phase
        self.called: list[str] = []
        self.made: list[str] = []

    def invoke(self, function: str, payload: dict[str, Any]) -> dict[str, Any]:
        if function == "PlanNext":
            action = "done" if self.called else "run"
            cell = {"pair": "a", "question": "Q1", "view": 0}
            return {
                **{"action": action, "phase": self.phase, "round": 1, "gate_seconds": 1},
                **{"cells": [cell], "pairs": ["a"], "mocks": ["a"]},
            }
        self.called.append(function)
        return {}

    def run_child(self, machine: str, given: dict[str, Any], clock: FakeClock) -> Ended:
        self.made.append(f"{machine} {given['pair']}")
        return Ended("Made", {})

    def await_token(self, function: str, payload: dict[str, Any], token: str) -> dict[str, Any]:
        self.called.append(function)
        return {}


def test_every_wait_has_an_end() -> None:
    assert all("TimeoutSeconds" in state for _, state in [*TASKS, *CHILDREN])
    assert all(machine["TimeoutSeconds"] > 0 for machine in MACHINES.values())


def test_no_gate_waits_longer_than_an_execution_may_run() -> None:
    longest = 80
    for edition in EDITIONS:
        assert RunDefaults(review_days=longest).review_days * 86_400 < MACHINES[edition]["TimeoutSeconds"]
    with pytest.raises(ValidationError, match="review_days"):
        RunDefaults(review_days=longest + 1)


def test_every_lambda_of_the_workflow_is_used() -> None:
    folder = Path(importlib.import_module("handlers").__path__[0])
    used = {state["Arguments"]["FunctionName"] for _, state in TASKS}
    assert used == {f"${{{spec.name}Arn}}" for spec in WORKFLOW}
    assert {spec.handler.split(".")[1] for spec in WORKFLOW} <= {p.stem for p in folder.glob("*.py")}


@pytest.mark.parametrize(
    ("phase", "called"),
    [
        ("precheck", ["GroupVoices", "RunPrecheck"]),
        ("listen", ["RunListen"]),
        ("define", ["RunDefine"]),
        ("invent", ["RateSolutions", "RunInvent", "CollectInventions"]),
        ("refine", ["RunRefine"]),
        ("iterate", ["RunIterate"]),
        ("market", ["RunMarket"]),
        ("plan", ["RunPlan"]),
        ("closing", ["RunClosing"]),
    ],
)
def test_a_phase_of_the_improvement_edition_runs_its_functions_and_opens_its_gate(
    phase: str, called: list[str]
) -> None:
    functions = Planned(phase)

    ended = Execution(MACHINES["improvement"], {"workshop": "w1"}, functions, FakeClock()).run()

    assert ended.state == "Finished"
    assert functions.called == [*called, "OpenGate"]
    assert functions.made == (["Mock a"] if phase == "iterate" else [])


def test_every_phase_of_an_edition_has_its_way() -> None:
    for edition in EDITIONS:
        for phase in PHASES_OF[edition]:
            functions = Planned(phase)
            Execution(MACHINES[edition], {"workshop": "w1"}, functions, FakeClock()).run()
            assert len(functions.called) >= 2, (edition, phase)
