from mlew.domain.base import Edition
from mlew.errors import Conflict
from mlew.ports.executions import Executions, ExecutionState


class InMemoryExecutions(Executions):
    """`states`: name → state; `inputs`: name → what it was started with; `editions`: name → whose machine.

    `waiting`: tokens that an execution waits with; `woken`: what came for them.
    """

    def __init__(self) -> None:
        self.states: dict[str, ExecutionState] = {}
        self.inputs: dict[str, dict[str, str | int]] = {}
        self.editions: dict[str, Edition] = {}
        self.waiting: set[str] = set()
        self.woken: list[tuple[str, dict[str, str]]] = []

    def start(self, workshop_id: str, name: str, *, edition: Edition = "practice", **given: str | int) -> str:
        if name in self.states:
            raise Conflict(f"An execution {name} exists.")
        self.states[name] = "running"
        self.editions[name] = edition
        self.inputs[name] = {"workshop": workshop_id, **given}
        return name

    def reference(self, name: str, *, edition: Edition = "practice") -> str:
        return name

    def state(self, execution: str) -> ExecutionState:
        return self.states.get(execution, "unknown")

    def stop(self, execution: str, reason: str) -> None:
        if self.state(execution) == "running":
            self.states[execution] = "failed"

    def wake(self, token: str, output: dict[str, str]) -> bool:
        if token not in self.waiting:
            return False
        self.waiting.remove(token)
        self.woken.append((token, output))
        return True
