"""States hand on variables, and nothing else."""

import json
import re
from typing import Any

import pytest

from infra.state_machines import EDITIONS
from tests.unit.machines import ALL, CHILDREN, MACHINES, MOCK, states


def test_states_hand_on_nothing_but_variables() -> None:
    """A state's input is not read; what it would hold is in the history of the execution twice over."""
    assert {name: s["Output"] for name, s in ALL if s["Type"] in ("Task", "Map", "Parallel") and s["Output"]} == {}
    for edition in EDITIONS:
        read = set(re.findall(r"\$states\.input[\w.]*", json.dumps(MACHINES[edition])))
        # the execution's, and what a Map selects for an item, with the pair of a mock that failed
        assert read == {"$states.input.workshop", "$states.input.pair", "$states.input"}
    of_one_mock = set(re.findall(r"\$states\.input[\w.]*", json.dumps(MOCK)))
    assert of_one_mock == {f"$states.input.{name}" for name in ("workshop", "pair", "round")}


@pytest.mark.parametrize("machine", MACHINES.values(), ids=MACHINES)
def test_no_variable_inside_a_branch_is_called_like_one_outside(machine: dict[str, Any]) -> None:
    """Step Functions refuses to assign it there."""
    inner = [s for _, s in states(machine) if not any(s is top for top in machine["States"].values())]
    assigning = [rule for s in inner for rule in [s, *s.get("Catch", [])] if "Assign" in rule]
    assert assigning == []


@pytest.mark.parametrize(("name", "state"), CHILDREN, ids=[name for name, _ in CHILDREN])
def test_a_child_is_given_what_it_begins_with(name: str, state: dict[str, Any]) -> None:
    begun = re.findall(r"\$states\.input\.(\w+)", json.dumps(MOCK["States"]["Begin"]))
    selected = next(s["ItemSelector"] for _, s in ALL if s["Type"] == "Map" and "MakeMock" in json.dumps(s))
    assert state["Arguments"]["Input"] == "{% $states.input %}"
    assert set(begun) == set(selected) - {"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID"}
    assert state["TimeoutSeconds"] > MOCK["TimeoutSeconds"]  # a child says itself that it took too long
