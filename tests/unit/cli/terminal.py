"""A command line without a terminal around it: fakes behind, scripted answers in front."""

import io
import json
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from socketserver import BaseServer
from typing import Any, Literal

from mlew.cli.invocation import Surroundings, Target
from mlew.cli.main import main
from mlew.cli.workbench import Workbench
from mlew.domain.base import Locale
from mlew.domain.model_capability import ModelCapability
from mlew.errors import SetupError
from mlew.services.editing import Editing
from mlew.services.exchange import Exchange
from mlew.services.gates import Gates
from mlew.services.improvement import Improvement
from mlew.services.reading_metrics import ReadingMetrics
from mlew.services.replaying import Replayed
from mlew.services.runs import Runs
from mlew.services.work import Work
from mlew.settings import Deployment, OperatorSettings, RunDefaults
from tests.fakes import FakeClock, FakeHosting, InMemoryExecutions, ScriptedModel, in_memory_stores

REHEARSAL = ModelCapability(id="mlew.rehearsal-v1", name="Rehearsal", rehearsal=True, pictures=False)


@dataclass(frozen=True)
class Said:
    """What one command line left."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """stdout as JSON: fails if anything else stands there."""
        return json.loads(self.out)


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Terminal:
    """`types`: lines that the person will type; `edits`: what the person's editor makes of a text.

    `hosting`: where mocks are put, `numbers`: of the mocks; None for a deployment without. `serves`: what happens while
    a server runs, `prints`: what an installed browser makes of a page. `interactive`: a person sits at stdin;
    `screen`: stdout and stderr are terminals. `embedded`: no account.
    """

    def __init__(self, home: Path, *, language: Locale = "en", connect: bool = True) -> None:
        self.clock = FakeClock()
        self.stores = in_memory_stores()
        self.executions = InMemoryExecutions()
        self.mock_runs = InMemoryExecutions()
        self.hosting: FakeHosting | None = None
        self.numbers: ReadingMetrics | None = None
        self.replay: Callable[[str, str], Replayed] | None = None
        self.defaults = RunDefaults()
        self.intake: Literal["provisioned", "on-demand", "off"] = "provisioned"
        self.browsed: list[str] = []
        self.serves: Callable[[BaseServer], None] = lambda _: None
        self.prints: Callable[[str], bytes | None] = lambda _: None
        self.types: list[str] = []
        self.edits: Callable[[str], str] = lambda text: text
        self.on_pause: Callable[[], None] = lambda: None
        self.pauses: list[float] = []
        self.embedded = True
        self.interactive = False
        self.screen = False
        self.home = home
        self.language: Locale = language
        self.targets: list[Target] = []
        self.connects = connect

    def __call__(self, *arguments: str) -> Said:
        """Run `mlew` with these arguments."""
        stream = Screen if self.screen else io.StringIO
        out, err = stream(), stream()
        with redirect_stdout(out), redirect_stderr(err):
            code = main(list(arguments), self.surroundings())
        return Said(code, out.getvalue(), err.getvalue())

    def surroundings(self) -> Surroundings:
        """As the command line sees them."""
        return Surroundings(
            settings=OperatorSettings(language=self.language, home=self.home, user="maki"),
            connect=self._connect,
            now=self.clock.now,
            elapsed=lambda: 0.0,
            pause=self._pause,
            read=self._read,
            secret=self._read,
            edit=lambda text, _: self.edits(text),
            interactive=self.interactive,
            browse=self._browse,
            serve=self.serves,
            print_pdf=self.prints,
        )

    @property
    def bench(self) -> Workbench:
        """The services, as the commands get them."""
        deployment = Deployment(
            customer="local",
            tenant="local",
            region="ap-northeast-1",
            table="t",
            bucket="b",
            state_machine="arn:aws:states:ap-northeast-1:000000000000:stateMachine:practice",
            model=REHEARSAL,
            embedded=self.embedded,
            intake=self.intake,
            defaults=self.defaults,
        )
        return Workbench(
            deployment=deployment,
            stores=self.stores,
            runs=Runs(self.stores, self.executions, self.clock, tenant="local", new_id=lambda: "w-new"),
            improvement=Improvement(self.stores, self.executions, self.clock),
            gates=Gates(self.stores, self.executions, self.clock),
            editing=Editing(self.stores, self.clock),
            exchange=Exchange(self.stores, self.clock, tenant="local", new_id=lambda: "w-in"),
            work=Work(
                stores=self.stores,
                model=ScriptedModel([]),
                capability=REHEARSAL,
                clock=self.clock,
                remaining_seconds=lambda: 600.0,
                hosting=self.hosting.ports if self.hosting else None,
            ),
            mock_runs=self.mock_runs,
            clock=self.clock,
            numbers=self.numbers,
            replay=self.replay,
        )

    def _browse(self, address: str) -> bool:
        self.browsed.append(address)
        return True

    def _connect(self, target: Target) -> Workbench:
        self.targets.append(target)
        if not self.connects:
            raise SetupError("no emulator serves this folder", hint="mlew up")
        return self.bench

    def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        if len(self.pauses) > 100:
            raise AssertionError("the command waits for ever")
        self.on_pause()

    def _read(self, _: str) -> str:
        if not self.types:
            raise EOFError
        return self.types.pop(0)
