"""Runs a state machine of ours in this process, one state after the other, with its retries and catchers.

Branches and items run one after the other in the order of the definition; waits advance a clock and take no time.
"""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from tests.fakes import FakeClock
from tests.workflow.expressions import evaluate

State = dict[str, Any]
CHILD = "arn:aws:states:::states:startExecution.sync:2"
MOST_STATES = 2_000
"""More than any run of ours enters; a definition that goes in circles ends here."""


class StateFailed(Exception):
    """Raise for an error that a state ends with. `name` as `Retry` and `Catch` know it."""

    def __init__(self, name: str, cause: str) -> None:
        super().__init__(f"{name}: {cause}")
        self.name = name
        self.cause = cause


class Functions(Protocol):
    """What a task calls."""

    def invoke(self, function: str, payload: dict[str, Any]) -> dict[str, Any]:
        """Call by the name in `${<Name>Arn}`. Raises StateFailed."""

    def await_token(self, function: str, payload: dict[str, Any], token: str) -> dict[str, Any]:
        """Call, then wait until the token is used. Raises StateFailed, also when nobody uses it in time."""

    def run_child(self, machine: str, given: dict[str, Any], clock: FakeClock) -> "Ended":
        """Run the state machine by the name in `${<Name>MachineArn}` to its end."""


@dataclass(frozen=True)
class Ended:
    """How an execution ended. `error` is empty if it succeeded."""

    state: str
    output: Any
    error: str = ""
    cause: str = ""


class Execution:
    """One execution. Iterate over it to run it: it yields the name of every state of the top level before it enters it.

    To stop it between two states, stop iterating. `ended` is set when the iteration is over.
    """

    def __init__(
        self, definition: State, given: dict[str, Any], functions: Functions, clock: FakeClock, *, name: str = "x"
    ) -> None:
        self._definition = definition
        self._given = given
        self._functions = functions
        self._clock = clock
        self._chance = random.Random(name)
        self._name = name
        self._tokens = 0
        self.ended: Ended | None = None

    def __iter__(self) -> Iterator[str]:
        variables: dict[str, Any] = {}
        name, value = str(self._definition["StartAt"]), self._given
        for _ in range(MOST_STATES):
            yield name
            state = self._definition["States"][name]
            if state["Type"] == "Succeed":
                self.ended = Ended(name, value)
                return
            if state["Type"] == "Fail":
                said = evaluate({"error": state["Error"], "cause": state["Cause"]}, variables)
                self.ended = Ended(name, None, **said)
                return
            try:
                name, value = self._enter(state, value, variables)
            except StateFailed as failed:
                self.ended = Ended(name, None, failed.name, failed.cause)
                return
        raise AssertionError(f"{MOST_STATES} states without an end")

    def run(self) -> Ended:
        """To its end."""
        for _ in self:
            continue
        assert self.ended is not None
        return self.ended

    def _enter(self, state: State, value: Any, variables: dict[str, Any]) -> tuple[str, Any]:
        """Next state and its input; assigns to `variables`."""
        try:
            result = self._with_retries(state, value, variables)
        except StateFailed as failed:
            catcher = next((c for c in state.get("Catch", []) if _matches(c, failed)), None)
            if catcher is None:
                raise
            seen = {**variables, "states": {"input": value, "errorOutput": _error_output(failed)}}
            variables.update(evaluate(catcher.get("Assign", {}), seen))
            return catcher["Next"], evaluate(catcher.get("Output", _error_output(failed)), seen)
        seen = {**variables, "states": {"input": value, "result": result}}
        chosen = state
        if state["Type"] == "Choice":
            chosen = next((c for c in state["Choices"] if evaluate(c["Condition"], seen) is True), {})
            return chosen.get("Next") or state["Default"], value
        output = evaluate(state["Output"], seen) if "Output" in state else result
        variables.update(evaluate(state.get("Assign", {}), seen))
        return state.get("Next", ""), output

    def _with_retries(self, state: State, value: Any, variables: dict[str, Any]) -> Any:
        tried: dict[int, int] = {}
        while True:
            try:
                return self._once(state, value, variables)
            except StateFailed as failed:
                index = next((i for i, r in enumerate(state.get("Retry", [])) if _matches(r, failed)), None)
                if index is None:
                    raise
                retrier, earlier = state["Retry"][index], tried.get(index, 0)
                if earlier >= retrier["MaxAttempts"]:
                    raise
                tried[index] = earlier + 1
                longest = min(
                    retrier["IntervalSeconds"] * retrier["BackoffRate"] ** earlier, retrier["MaxDelaySeconds"]
                )
                self._clock.advance(seconds=self._chance.uniform(0, longest))

    def _once(self, state: State, value: Any, variables: dict[str, Any]) -> Any:
        kind: Callable[[State, Any, dict[str, Any]], Any] = {
            "Pass": lambda *_: value,
            "Choice": lambda *_: value,
            "Task": self._task,
            "Map": self._map,
            "Parallel": self._parallel,
        }[state["Type"]]
        return kind(state, value, variables)

    def _task(self, state: State, value: Any, variables: dict[str, Any]) -> Any:
        self._tokens += 1
        token = f"{self._name}-{self._tokens}"
        seen = {**variables, "states": {"input": value, "context": {"Task": {"Token": token}}}}
        arguments = evaluate(state["Arguments"], seen)
        if state["Resource"] == CHILD:
            return self._child(arguments)
        function, payload = arguments["FunctionName"].removeprefix("${").removesuffix("Arn}"), arguments["Payload"]
        as_sent = json.loads(json.dumps(payload))
        if state["Resource"].endswith(".waitForTaskToken"):
            return self._functions.await_token(function, as_sent, token)
        return {"Payload": self._functions.invoke(function, as_sent)}

    def _child(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """A child that fails is a failed task, with its description as the cause."""
        machine = arguments["StateMachineArn"].removeprefix("${").removesuffix("MachineArn}")
        ended = self._functions.run_child(machine, json.loads(json.dumps(arguments["Input"])), self._clock)
        if ended.error:
            raise StateFailed("States.TaskFailed", json.dumps({"Error": ended.error, "Cause": ended.cause}))
        return {"Output": ended.output}

    def _map(self, state: State, value: Any, variables: dict[str, Any]) -> list[Any]:
        results = []
        for item in evaluate(state["Items"], {**variables, "states": {"input": value}}):
            context = {"Map": {"Item": {"Value": item}}, "Execution": {"Id": self._name}}
            seen = {**variables, "states": {"input": value, "context": context}}
            results.append(self._inner(state["ItemProcessor"], evaluate(state["ItemSelector"], seen), variables))
        return results

    def _parallel(self, state: State, value: Any, variables: dict[str, Any]) -> list[Any]:
        return [self._inner(branch, value, variables) for branch in state["Branches"]]

    def _inner(self, machine: State, value: Any, outer: dict[str, Any]) -> Any:
        variables, name = dict(outer), str(machine["StartAt"])
        while True:
            name, value = self._enter(machine["States"][name], value, variables)
            if not name:  # the end, and not a catcher of a state that would have been the last
                return value


def _matches(rule: dict[str, Any], failed: StateFailed) -> bool:
    return bool({failed.name, "States.ALL"} & set(rule["ErrorEquals"]))


def _error_output(failed: StateFailed) -> dict[str, str]:
    """Step Functions leaves the cause out where there is none."""
    return {"Error": failed.name, **({"Cause": failed.cause} if failed.cause else {})}
