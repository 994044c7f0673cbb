"""The one list of Lambdas. CDK builds functions, roles, log groups and the state machine's names from it."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from infra.environments import Environment

Area = Literal["inputs", "artifacts", "drafts", "answers", "genu"]
"""Folders below `<tenant>/<workshop>/` in the bucket (docs/data-model.md)."""

EVERYTHING: tuple[Area, ...] = ("inputs", "artifacts", "drafts", "answers")
MADE_BY_A_STEP: tuple[Area, ...] = ("artifacts", "drafts", "answers")

QUICK = 60  # seconds; reads and writes a few records
PATIENT = 900  # seconds; Lambda's longest: a long answer and two repairs


@dataclass(frozen=True)
class Function:
    """One Lambda: `handlers.<name in snake case>.handler`.

    `timeout` in seconds, `memory` in MB. `reads`, `writes`: areas of the bucket. All read and write records of
    their tenant unless `records` is False. `wakes`: may end a waiting gate. `stores_sites`: puts files where mocks
    are served from; `points`: says which version the edge shows, which needs the library that signs for it;
    `tracks`: lets events of a mock in; `tidies`: removes files of versions that cannot come back; `draws`: asks the
    picture model. `traced`: by X-Ray.
    """

    name: str
    purpose: str
    timeout: int = QUICK
    memory: int = 512
    records: bool = True
    reads: tuple[Area, ...] = ()
    writes: tuple[Area, ...] = ()
    calls_model: bool = False
    wakes: bool = False
    stores_sites: bool = False
    points: bool = False
    tracks: bool = False
    tidies: bool = False
    draws: bool = False
    in_workflow: bool = True
    traced: bool = True

    @property
    def handler(self) -> str:
        """As Lambda takes it."""
        return f"handlers.{re.sub(r'(?<!^)(?=[A-Z])', '_', self.name).lower()}.handler"


def _step(name: str, purpose: str, writes: tuple[Area, ...] = MADE_BY_A_STEP) -> Function:
    return Function(name, purpose, timeout=PATIENT, reads=EVERYTHING, writes=writes, calls_model=True)


REHEARSE = Function("Rehearse", "Answers as the rehearsal model", timeout=120, records=False, in_workflow=False)
"""For an account that rehearses without Bedrock."""

UNLOCK = Function("UnlockMock", "Takes the passcode of a mock", timeout=10, records=False, in_workflow=False)
"""In the stack of the mocks; the internet reaches it."""

TAKE_EVENTS = Function(
    "TakeEvents", "Takes events of pages", timeout=10, records=False, in_workflow=False, traced=False
)
"""In the stack of the metrics; the internet reaches it. A trace of every request would cost more than the request."""
COUNT_EVENTS = Function(
    "CountEvents", "Counts events, exactly once", timeout=120, records=False, in_workflow=False, traced=False
)

WORKFLOW: tuple[Function, ...] = (
    Function(
        "PlanNext",
        "Tells which phase or gate comes next",
        reads=("inputs", "artifacts"),
        writes=("artifacts", "genu"),
    ),
    Function("RunDay0", "Day0: is everything ready?", reads=("inputs", "artifacts"), writes=("artifacts",)),
    _step("RunListen", "Listen: the customer's journey"),
    _step("RunDefine", "Define: questions and their impact"),
    _step("RateSolutions", "Invent: how difficult each solution is"),
    _step("RunInvent", "Invent: one pair, question and point of view", ("drafts", "answers")),
    Function("CollectInventions", "Invent: a pair's inventions", reads=("artifacts", "drafts"), writes=("artifacts",)),
    _step("RunRefine", "Refine: press release and FAQ"),
    _step("RunIterate", "Test/Iterate: milestones and the test script"),
    _step("GroupVoices", "Precheck: what people said about a pair's mock, by theme"),
    Function("RunPrecheck", "Precheck: verdicts, and what is missing", reads=("artifacts",), writes=("artifacts",)),
    _step("RunMarket", "Market estimate of the invention that goes first"),
    _step("RunPlan", "Plan: dates, tasks and what is asked for"),
    Function("RunClosing", "Closing: is anything left behind?", reads=("artifacts",), writes=("artifacts",)),
    Function("OpenGate", "Asks people to decide", reads=("artifacts",), writes=("artifacts",), wakes=True),
    Function("CloseGate", "Decides a gate whose time is up", reads=("artifacts",), wakes=True),
    Function("RecordFailure", "Notes what failed, and where"),
    replace(_step("WriteMock", "Mock: what it shows"), draws=True),
    Function("RenderMock", "Mock: its site", reads=("artifacts",), stores_sites=True),
    Function("PublishMock", "Mock: what people see", reads=("artifacts",), points=True, tracks=True, tidies=True),
    Function("CheckMock", "Mock: every page and link, through the edge", 300, reads=("artifacts",), points=True),
    Function("RecordMockFailure", "Mock: notes what failed, shows the version before", points=True),
)


def functions(environment: Environment) -> tuple[Function, ...]:
    """The Lambdas of this customer."""
    return (*WORKFLOW, REHEARSE) if environment.model.runtime == "function" else WORKFLOW
