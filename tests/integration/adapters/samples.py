"""Records to store."""

from datetime import UTC, datetime, timedelta

from mlew.domain.artifact import TEAM, Artifact, ArtifactKind, Body, Provenance, Usage
from mlew.domain.closing import Closing
from mlew.domain.evidence import Evidence, Origin, Remark
from mlew.domain.gate import Decision, Gate
from mlew.domain.invention import InventionSet
from mlew.domain.iteration import Iteration
from mlew.domain.journey import Action, Journey, Stage
from mlew.domain.mock import Mock, MockLink, MockStep, Passcode
from mlew.domain.mock_conversion import mock_spec_from
from mlew.domain.precheck import Precheck, PrecheckItem
from mlew.domain.press_release import Message, PressRelease
from mlew.domain.progress import Progress
from mlew.domain.question import QuestionSet
from mlew.domain.readiness import Readiness
from mlew.domain.solution import SolutionList
from mlew.domain.violation import Violation
from mlew.domain.workshop import Phase, Workshop, WorkshopPlan
from mlew.ports.model import ModelAnswer
from tests.unit.cli.planned import MARKET, VERDICT
from tests.unit.documents.plans import TOOLS
from tests.unit.domain.mock_drafts import draft

NOON = datetime(2026, 4, 1, 3, 0, tzinfo=UTC)
JOURNEY = Journey(
    segment="はじめて自転車を通勤に使う人🚲",
    trigger="駅までのバスが減った",
    stages=(Stage(name="選ぶ", actions=(Action(id="A1", text="店で\n試乗する"),)),),
)
BODIES: dict[ArtifactKind, Body] = {
    "readiness": Readiness(items=(), risks=()),
    "journey": JOURNEY,
    "questions": QuestionSet(questions=()),
    "solutions": SolutionList(solutions=()),
    "inventions": InventionSet(pair="a", inventions=()),
    "press_release": PressRelease(pair="a", message=Message(headline="見出し")),
    "mock_spec": mock_spec_from(draft(), pair="a", locale="en"),
    "iteration": Iteration(pair="a", milestones=()),
    "evidence": Evidence(
        pair="a", remarks=(Remark(id="V1", text="助かる", origin=Origin(kind="note", place="x.md:1")),)
    ),
    "verdict": VERDICT,
    "precheck": Precheck(items=(PrecheckItem(id="numbers", title="数字", state="missing", who="ペアA"),)),
    "market": MARKET,
    "plan": TOOLS,
    "closing": Closing(items=(), survey=("役に立ちましたか？",)),
}


def workshop(tenant: str, name: str = "first", *, minutes: int = 0) -> Workshop:
    return Workshop(
        id=name,
        tenant=tenant,
        plan=WorkshopPlan(company="サンプル商店", product="自転車"),
        created_at=NOON + timedelta(minutes=minutes),
        created_by="facilitator",
    )


def artifact(version: int = 1, *, kind: ArtifactKind = "journey", scope: str = TEAM, note: str = "") -> Artifact:
    return Artifact(
        kind=kind,
        scope=scope,
        version=version,
        created_at=NOON,
        body=BODIES[kind],
        provenance=Provenance(author="model:m", usage=Usage(calls=2, cost=0.25), based_on=("journey/team@1",)),
        warnings=(Violation(rule="both-kinds", where="A1", message="…"),),
        note=note,
    )


def gate(phase: Phase = "listen", round_: int = 1, *, token: str = "token") -> Gate:
    return Gate(phase=phase, round=round_, mode="review", opened_at=NOON, due_at=NOON + timedelta(days=14), token=token)


def decision(by: str = "facilitator") -> Decision:
    return Decision(verb="approve", by=by, at=NOON, choices={"a": ("Q1", "Q2")}, comment="これで行こう")


def answer(text: str = "") -> ModelAnswer:
    output = {"name": "選ぶ", "share": 0.5, "steps": [1, 2]}
    return ModelAnswer(output=output, text=text, stop_reason="tool_use", model="m", usage=Usage(calls=1, cost=0.125))


def progress(seconds: float = 0, detail: str = "") -> Progress:
    return Progress(at=NOON + timedelta(seconds=seconds), kind="note", phase="listen", detail=detail)


def mock(name: str = "first", *, pair: str = "a", letter: str = "a") -> Mock:
    return Mock(
        id=letter * 16,
        workshop=name,
        pair=pair,
        origin="spec",
        title="朝の自転車🚲",
        locale="ja",
        steps=(MockStep(id="start", title="はじめる"),),
        key="key",
        passcode=Passcode(salt="00", hash="11", signing_key="22"),
        created_at=NOON,
    )


def link(code: str = "aaaaaaaaaa", *, letter: str = "a", tester: str = "", seconds: float = 0) -> MockLink:
    at = NOON + timedelta(seconds=seconds)
    return MockLink(code=code, mock=letter * 16, population="internal", tester=tester, created_at=at)
