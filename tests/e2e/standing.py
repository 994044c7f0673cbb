"""A whole product in a folder: model gateway, emulator with enforced IAM, deployed stacks, and the command line."""

import json
import os
import signal
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from functools import cached_property
from io import StringIO
from pathlib import Path
from typing import Any, Final

from infra.embedded.emulator import Emulator
from infra.embedded.endpoint import EmbeddedSession
from mlew.adapters.clock import SystemClock
from mlew.adapters.deployment import read_deployment
from mlew.cli.embedded.gateway_process import GatewayProcess
from mlew.cli.embedded.parts import emulator, gateway_folder
from mlew.cli.ids import new_workshop_id
from mlew.cli.main import main
from mlew.cli.surroundings import surroundings
from mlew.composition import executions, stores
from mlew.domain.workshop import GateMode, Workshop
from mlew.inputs import read_folder
from mlew.services.gates import Gates
from mlew.services.runs import Runs, WorkshopStatus
from mlew.services.work import Stores
from mlew.settings import Deployment, OperatorSettings
from tests.e2e.eventually import eventually
from tests.e2e.gateway import Gateway

REPOSITORY: Final = Path(__file__).parents[2]


@dataclass(frozen=True)
class Answer:
    """What a command left. `data` is its JSON."""

    code: int
    out: str
    notes: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


class Standing:
    """One home folder (`MLEW_HOME`). Everything is made by `mlew up`, as a person would."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def up(self) -> None:
        """Start what does not run and deploy what is not there."""
        answer = self.run("up", "--json")
        assert answer.code == 0, answer
        for name in ("endpoint_session", "deployment", "stores", "runs", "gates"):
            self.__dict__.pop(name, None)

    def down(self) -> None:
        """End both processes, without the last save."""
        GatewayProcess(gateway_folder(self.home)).stop()
        self.emulator.kill()

    def cli(self, *arguments: str) -> Answer:
        """Run `mlew` in this process: starting Python takes longer than most commands."""
        settings = OperatorSettings(home=self.home, user="tester")
        out, notes = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(notes):
            code = main(arguments, replace(surroundings(), settings=settings))
        return Answer(code, out.getvalue(), notes.getvalue())

    def run(self, *arguments: str, **environment: str) -> Answer:
        """Run `mlew` in a process of its own, as people do."""
        return self.answer(self.spawn(*arguments, **environment))

    def answer(self, process: "subprocess.Popen[str]", *, within: float = 300) -> Answer:
        """What a command that was started leaves at its end."""
        with process:
            try:
                out, notes = process.communicate(timeout=within)
            except subprocess.TimeoutExpired:
                process.kill()
                raise AssertionError(f"{process.args!r} did not end:\n{process.communicate()}") from None
        return Answer(process.returncode, out, notes)

    def spawn(self, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
        """Start `mlew` and return at once."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "MLEW_", "LC_"))}
        return subprocess.Popen(
            [str(Path(sys.executable).with_name("mlew")), *arguments],
            env={**kept, "MLEW_HOME": str(self.home), "LANG": "C.UTF-8", "USER": "tester", **environment},
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    @property
    def emulator(self) -> Emulator:
        """The emulator's process."""
        return emulator(self.home)

    @cached_property
    def endpoint_session(self) -> EmbeddedSession:
        """As the root user."""
        return self.emulator.endpoint().session()

    @cached_property
    def deployment(self) -> Deployment:
        """As the command line reads it."""
        return read_deployment("local", self.endpoint_session)

    @cached_property
    def stores(self) -> Stores:
        """Of the deployment's tenant."""
        found = self.deployment
        return stores(found.tenant, found.table, found.bucket, self.endpoint_session)

    @cached_property
    def runs(self) -> Runs:
        """Over the deployment."""
        return self.runs_of(self.deployment)

    def runs_of(self, deployment: Deployment) -> Runs:
        """Over another deployment in the same emulator."""
        session = self.endpoint_session
        kept = stores(deployment.tenant, deployment.table, deployment.bucket, session)
        engine = executions(deployment.state_machine, session)
        return Runs(kept, engine, SystemClock(), tenant=deployment.tenant, new_id=new_workshop_id)

    @cached_property
    def gates(self) -> Gates:
        """Over the deployment."""
        return Gates(self.stores, executions(self.deployment.state_machine, self.endpoint_session), SystemClock())

    @property
    def gateway(self) -> Gateway:
        """The model gateway, to tell it how to misbehave."""
        running = GatewayProcess(gateway_folder(self.home)).running()
        assert running is not None
        return Gateway(running.url)

    def start(self, folder: Path, *, deployment: Deployment | None = None, gates: GateMode = "auto") -> Workshop:
        """Start a workshop without the command line."""
        content = read_folder(folder)
        return self.runs_of(deployment or self.deployment).start(
            content.plan,
            content.inputs,
            dict(content.pictures),
            dict(content.originals),
            gates=gates,
            time_scale=1.0,
            budget_usd=20.0,
            by="tester",
        )

    def ended(self, workshop: str, *, within: float = 300) -> WorkshopStatus:
        """Where the workshop stands once it has finished or failed, and its execution with it."""
        kept, engine = self.stores, executions(self.deployment.state_machine, self.endpoint_session)

        def over() -> bool:
            record = kept.workshops.get(workshop)
            return record.state in ("finished", "failed") and engine.state(record.execution) != "running"

        eventually(over, within=within, but=lambda: self.told(workshop))
        return self.runs.status(workshop)

    def told(self, workshop: str) -> str:
        """What those who watch have seen, and where the workshop stands."""
        lines, _ = self.stores.progress.since(workshop)
        status = self.runs.status(workshop)
        seen = [f"{p.at:%H:%M:%S} {p.kind} {p.phase} {p.step} {p.scope} {p.detail}" for p in lines]
        return "\n".join([*seen, f"{status.workshop.state} {status.workshop.failure} {status.execution}"])

    def function_processes(self, function: str) -> list[int]:
        """Processes of the environments that a function has, by its name without the customer."""
        code = str(self.emulator.home / "tmp" / f"ministack-lambda-mlew-local-{function}-")
        return [int(p.parent.name) for p in Path("/proc").glob("[0-9]*/cmdline") if code in _text(p)]

    def await_process(self, function: str) -> None:
        """Until the function has an environment."""
        eventually(lambda: self.function_processes(function), within=300)

    def kill_functions(self, function: str) -> int:
        """Kill them all, as an environment that runs out of memory dies; how many there were."""
        found = self.function_processes(function)
        for pid in found:
            os.kill(pid, signal.SIGKILL)
        return len(found)


def _text(path: Path) -> str:
    """Empty if the process has ended meanwhile."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
