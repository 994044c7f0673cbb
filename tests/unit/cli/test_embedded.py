from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from mlew.cli.embedded import down, up
from mlew.cli.embedded.model_choice import REHEARSAL, ModelChoice
from mlew.cli.invocation import Invocation
from tests.unit.cli.terminal import Terminal


@dataclass
class Machines:
    """Stands for emulator, gateway, synthesis and deployment; `done` is what they were asked for, in order."""

    done: list[str] = field(default_factory=list)
    running: bool = False
    gateway: ModelChoice | None = None
    url: str = "http://127.0.0.1:4580"
    region: str = "ap-northeast-1"
    log: Path = Path("emulator.log")
    outputs: dict[str, dict[str, str]] = field(default_factory=lambda: {"mlew-local-state": {}})
    changed: Sequence[str] = ()

    def start(self, *, model_url: str) -> "Machines":
        self.done.append(f"emulator with {model_url}")
        self.running = True
        return self

    def stop(self) -> bool:
        was, self.running = self.running, False
        return was

    def reset(self) -> None:
        self.done.append("reset")

    def status(self) -> "Machines":
        return self

    def session(self) -> str:
        return "session"


class FakeGateway:
    def __init__(self, machines: Machines, folder: Path) -> None:
        self.machines = machines
        self.log = folder / "gateway.log"

    def start(self, choice: ModelChoice, *, region: str) -> str:
        self.machines.done.append(f"gateway {choice.backend} {choice.faults or '-'} {choice.profile or '-'}")
        self.machines.gateway = choice
        return "http://model"

    def running(self) -> ModelChoice | None:
        return self.machines.gateway

    def stop(self) -> bool:
        was, self.machines.gateway = self.machines.gateway, None
        return was is not None


@pytest.fixture
def machines(monkeypatch: pytest.MonkeyPatch) -> Machines:
    found = Machines()

    def synthesise(customer: str, *, model: str) -> Path:
        found.done.append(f"synthesise {customer} {model}")
        return Path("assembly")

    def deploy(folder: Path, session: Any, *, cache: Path, bootstrap: bool) -> Machines:
        found.done.append(f"deploy {folder} {session} {bootstrap}")
        return found

    for module in (up, down):
        monkeypatch.setattr(module, "emulator", lambda *_: found)
        monkeypatch.setattr(module, "GatewayProcess", lambda folder: FakeGateway(found, folder))
    monkeypatch.setattr("infra.synth.synthesise", synthesise)
    monkeypatch.setattr("infra.deployment.deploy.deploy", deploy)
    return found


ALL = [
    "gateway rehearsal - -",
    "emulator with http://model",
    "synthesise local mlew.rehearsal-v1",
    "deploy assembly session True",
]


def test_up_starts_everything_in_order_and_says_where_it_is(mlew: Terminal, machines: Machines) -> None:
    said = mlew("up")

    assert said.code == 0
    assert machines.done == ALL
    assert "http://127.0.0.1:4580" in said.out and str(mlew.home) in said.out
    assert said.err.count("✓") == 4


def test_up_with_json(mlew: Terminal, machines: Machines) -> None:
    data = mlew("up", "--json", "--faults", "throttle=0.3").data

    assert data["stacks"] == ["mlew-local-state"]
    assert data["model"] == REHEARSAL
    assert machines.done[0] == "gateway rehearsal throttle=0.3 -"


def test_bedrock_is_signed_with_the_operators_profile(mlew: Terminal, machines: Machines) -> None:
    mlew("up", "--model", "bedrock", "--profile", "mine")

    assert machines.done[0] == "gateway bedrock - mine"


@pytest.mark.parametrize("options", [["--model", "gpt"], ["--port", "80"]])
def test_impossible_options_start_nothing(mlew: Terminal, machines: Machines, options: list[str]) -> None:
    assert mlew("up", *options).code == 2
    assert machines.done == []


def test_down_stops_what_runs_and_keeps_the_data(mlew: Terminal, machines: Machines) -> None:
    mlew("up")

    assert mlew("down", "--json").data["stopped"] is True
    assert mlew("down", "--json").data["stopped"] is False
    assert "reset" not in machines.done


def test_reset_asks_first(mlew: Terminal, machines: Machines) -> None:
    mlew.types = ["n"]
    refused = mlew("reset")
    nobody = mlew("reset")

    assert (refused.code, nobody.code) == (130, 2)
    assert "--yes" in nobody.err
    assert machines.done == []


@pytest.mark.parametrize("answer", ["y", "YES", "はい"])
def test_reset_removes_everything_but_the_environments(mlew: Terminal, machines: Machines, answer: str) -> None:
    for part in ("assets", "model", "environments"):
        (mlew.home / part).mkdir(parents=True, exist_ok=True)
    mlew.types = [answer]

    said = mlew("reset")

    assert said.code == 0
    assert machines.done == ["reset"]
    assert [p.name for p in mlew.home.iterdir()] == ["environments"]


def test_a_run_takes_what_is_up_as_it_is(mlew: Terminal, machines: Machines) -> None:
    machines.running, machines.gateway = True, ModelChoice("rehearsal", REHEARSAL)

    up.ensure_up(Invocation(mlew.surroundings()), None)

    assert machines.done == []


@pytest.mark.parametrize("missing", ["emulator", "gateway", "deployment", "model"])
def test_a_run_brings_up_what_is_missing(mlew: Terminal, machines: Machines, missing: str) -> None:
    machines.running = missing != "emulator"
    machines.gateway = None if missing == "gateway" else ModelChoice("rehearsal", REHEARSAL)
    mlew.connects = missing != "deployment"

    up.ensure_up(Invocation(mlew.surroundings()), "rehearsal" if missing == "model" else None)

    assert machines.done == ALL
