"""Both editions in this process: our handlers and state machines, fakes for AWS, any model, people as a function.

The state machines are those that are deployed. Functions that are retried, executions that are stopped and
functions that die in the middle behave as in Step Functions.
"""

import importlib
import itertools
import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Final
from unittest.mock import patch

from pydantic import ValidationError

from infra.catalogue import capability
from infra.state_machines import WORKFLOWS, definition
from mlew.domain.gate import Gate
from mlew.domain.schedule import PATTERNS, Pattern
from mlew.domain.workshop import GateMode, Workshop
from mlew.errors import MlewError
from mlew.inputs import FolderContent
from mlew.ports.model import ModelPort
from mlew.rehearsal.model import MODEL_ID
from mlew.services.editing import Editing
from mlew.services.gates import Gates
from mlew.services.improvement import Improvement
from mlew.services.runs import Runs, WorkshopStatus
from mlew.services.work import Stores, Work
from mlew.settings import RunDefaults
from tests.fakes import FakeClock, FakeHosting, InMemoryExecutions, in_memory_stores
from tests.workflow.interpreter import Ended, Execution, Functions, StateFailed

DEFINITIONS: Final[dict[str, dict[str, Any]]] = {name: definition(name) for name in WORKFLOWS}
LAMBDA_SECONDS = 900.0

People = Callable[["Practice", Workshop, Gate], None]
"""Is called while an execution waits at a gate; whoever decides uses `practice.gates`. Doing nothing lets time pass."""


class Killed(BaseException):
    """Raise where a function's process is killed: no handler of errors sees it, nothing after it happens."""


def nobody(_practice: "Practice", _workshop: Workshop, _gate: Gate) -> None:
    """Lets every gate time out."""


class Practice(Functions):
    """Everything around one or more workshops. `model` answers; `stores` may be wrapped to fail.

    Without `hosting` this deployment hosts no mocks.
    """

    def __init__(
        self,
        model: ModelPort,
        *,
        people: People = nobody,
        stores: Stores | None = None,
        defaults: RunDefaults | None = None,
        hosting: FakeHosting | None = None,
    ) -> None:
        self.clock = FakeClock()
        self.stores = stores or in_memory_stores()
        self.executions = InMemoryExecutions()
        self.model = model
        self.people = people
        self.defaults = defaults or RunDefaults()
        self.remaining = LAMBDA_SECONDS
        self.hosting = hosting
        self.failures: list[str] = []
        self._requests = 0
        ids = (f"w{n}" for n in itertools.count(1))
        self.runs = Runs(self.stores, self.executions, self.clock, tenant="local", new_id=lambda: next(ids))
        self.gates = Gates(self.stores, self.executions, self.clock)
        self.editing = Editing(self.stores, self.clock)
        self.improvement = Improvement(self.stores, self.executions, self.clock)

    def start(
        self, content: FolderContent, *, gates: GateMode = "auto", time_scale: float = 1.0, pairs: int = 2
    ) -> Workshop:
        """As `mlew run` does, without running anything yet."""
        return self.runs.start(
            content.plan,
            content.inputs,
            dict(content.pictures),
            dict(content.originals),
            gates=gates,
            time_scale=time_scale,
            budget_usd=20.0,
            by="tester",
            pairs=pairs,
        )

    def improve(self, workshop: str, *, gates: GateMode = "auto", pattern: Pattern = "customer") -> Workshop:
        """As `mlew improve start` does, without running anything yet."""
        return self.improvement.start(workshop, minutes=PATTERNS[pattern], by="tester", gates=gates)

    def execution(self, workshop: Workshop) -> Execution:
        """The execution that `start`, `improve` or `resume` has asked for, of the edition's state machine."""
        machine = DEFINITIONS[self.executions.editions[workshop.execution]]
        return Execution(machine, {"workshop": workshop.id}, self, self.clock, name=workshop.execution)

    def go(self, workshop: Workshop, *, stop_before: int | None = None) -> Ended | None:
        """Run its execution; None if it was stopped before the state with this number."""
        execution = self.execution(workshop)
        for number, _ in enumerate(execution):
            if number == stop_before:
                self.executions.stop(workshop.execution, "stopped by the test")
                return None
        assert execution.ended is not None
        self.executions.states[workshop.execution] = "failed" if execution.ended.error else "succeeded"
        return execution.ended

    def run(self, content: FolderContent, *, gates: GateMode = "auto") -> WorkshopStatus:
        """Start, run to the end, and tell where the workshop stands."""
        workshop = self.start(content, gates=gates)
        self.go(workshop)
        return self.runs.status(workshop.id)

    def run_round(self, workshop: str, *, gates: GateMode = "auto") -> WorkshopStatus:
        """Begin a round of the improvement edition, run it to the end, and tell where the workshop stands."""
        self.go(self.improve(workshop, gates=gates))
        return self.runs.status(workshop)

    def invoke(self, function: str, payload: dict[str, Any]) -> dict[str, Any]:
        """Call a Lambda. An exception becomes its class's name, a killed process what Lambda says of one."""
        module = re.sub(r"(?<!^)(?=[A-Z])", "_", function).lower()
        handler = importlib.import_module(f"handlers.{module}").handler
        self._requests += 1
        try:
            with self._lambda():
                answer = handler(payload, self)
        except (MlewError, ValidationError) as error:
            self.failures.append(type(error).__name__)
            cause = json.dumps({"errorType": type(error).__name__, "errorMessage": str(error)})
            raise StateFailed(type(error).__name__, cause) from error
        except Killed:
            self.failures.append("Runtime.ExitError")
            raise StateFailed("Runtime.ExitError", "{}") from None
        result: dict[str, Any] = json.loads(json.dumps(answer))
        return result

    def run_child(self, machine: str, given: dict[str, Any], clock: FakeClock) -> Ended:
        """The state machine of one mock, with the same functions."""
        return Execution(DEFINITIONS[machine.lower()], given, self, clock, name=f"{machine}-{given['pair']}").run()

    def await_token(self, function: str, payload: dict[str, Any], token: str) -> dict[str, Any]:
        """Call, then let people decide; if they do not, the wait ends after the seconds that were asked for."""
        self.executions.waiting.add(token)
        try:
            self.invoke(function, payload)
            if token in self.executions.waiting:
                workshop = self.stores.workshops.get(payload["workshop"])
                gate = self.gates.waiting(workshop)
                assert gate is not None
                self.people(self, workshop, gate)
        finally:
            timed_out = token in self.executions.waiting
            self.executions.waiting.discard(token)
        if timed_out:
            self.clock.advance(seconds=payload["seconds"])
            raise StateFailed("States.Timeout", "nobody has decided in time")
        return next(output for woken, output in self.executions.woken if woken == token)

    @property
    def aws_request_id(self) -> str:
        """Of the Lambda context that handlers get; another one for every call."""
        return f"request-{self._requests}"

    def get_remaining_time_in_millis(self) -> int:
        """Of the Lambda context that handlers get."""
        return int(self.remaining * 1000)

    @contextmanager
    def _lambda(self) -> Iterator[None]:
        """The composition root gives the fakes while a handler runs."""
        work = Work(
            stores=self.stores,
            model=self.model,
            capability=capability(MODEL_ID),
            clock=self.clock,
            remaining_seconds=lambda: self.get_remaining_time_in_millis() / 1000,
            hosting=self.hosting.ports if self.hosting else None,
        )
        with ExitStack() as stack:
            stack.enter_context(patch("handlers.invocation.function_work", lambda _remaining: work))
            for module in ("open_gate", "close_gate"):
                gates = Gates(self.stores, self.executions, self.clock)
                stack.enter_context(patch(f"handlers.{module}.function_gates", lambda _work, g=gates: g))
            settings = type("Settings", (), {"defaults": self.defaults})
            for module in ("plan_next", "close_gate"):
                stack.enter_context(patch(f"handlers.{module}.function_settings", lambda: settings))
            yield
