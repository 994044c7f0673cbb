"""A workshop with fakes around it, brought to the point where a test begins."""

from datetime import UTC, datetime

from mlew.domain.artifact import TEAM, Artifact, ArtifactKind, Body, Provenance
from mlew.domain.gate import Stage as GateStage
from mlew.domain.invention import Invention, InventionSet
from mlew.domain.journey import Action, Journey, Stage
from mlew.domain.model_capability import ModelCapability
from mlew.domain.question import Effect, Frequency, Question, QuestionSet, ranked
from mlew.domain.solution import RatedSolution, SolutionList
from mlew.domain.workshop import GateMode, Pair, Participant, Phase, Workshop, WorkshopPlan
from mlew.services.gates import Gates
from mlew.services.work import Work
from tests.fakes import FakeClock, InMemoryExecutions, ScriptedModel, in_memory_stores
from tests.fakes.model import Reply

JOURNEY = Journey(
    segment="shops",
    trigger="an order comes in",
    stages=(
        Stage(name="order", actions=(Action(id="A1", text="read the fax"), Action(id="A2", text="type it in"))),
        Stage(name="ship", actions=(Action(id="A3", text="pick"), Action(id="A4", text="call the carrier"))),
    ),
)
SOLUTIONS = SolutionList(
    solutions=(
        RatedSolution(name="OCR", difficulty=3),
        RatedSolution(name="Forecast", difficulty=5),
        RatedSolution(name="Robot", difficulty=10),
    )
)


def question(id_: str, actions: tuple[str, ...], minutes: float) -> Question:
    return Question(
        id=id_,
        kind="optimal" if len(actions) == 1 else "continuous",
        text=f"Why {id_}?",
        action_ids=actions,
        effects=(Effect(direction="saved", amount=minutes, unit="minute"),),
        frequency=Frequency(times=1, per="day"),
    )


QUESTIONS = ranked(
    QuestionSet(
        questions=(
            question("Q1", ("A1",), 30),
            question("Q2", ("A1", "A2"), 20),
            question("Q3", ("A4",), 10),
        )
    )
)


def invention(id_: str, score: float) -> Invention:
    return Invention(
        id=id_,
        name=f"Invention {id_}",
        when_used="always",
        how_solved="somehow",
        effect="much",
        how_done="thus",
        question_ids=("Q1",),
        solution_names=("OCR", "Forecast"),
        difficulty=8,
        score=score,
    )


class Bench:
    """`work`, `gates`, the fakes behind them, and one workshop."""

    def __init__(self, *, gates: GateMode = "review", time_scale: float = 1.0) -> None:
        self.clock = FakeClock()
        self.stores = in_memory_stores()
        self.executions = InMemoryExecutions()
        self.model = ScriptedModel([])
        self.gates = Gates(self.stores, self.executions, self.clock)
        self.remaining = 600.0
        self.capability = ModelCapability(id="test", name="Test", output_tokens=6_000, largest_output_tokens=12_000)
        self.stores.workshops.create(
            Workshop(
                id="w1",
                tenant="local",
                plan=WorkshopPlan(
                    locale="en",
                    participants=(
                        Participant(name="Planning A", roles=("product_manager",)),
                        Participant(name="Dev A"),
                    ),
                ),
                pairs=(Pair(id="a"), Pair(id="b")),
                gates=gates,
                time_scale=time_scale,
                created_at=datetime(2026, 4, 1, tzinfo=UTC),
                created_by="tester",
            )
        )

    @property
    def workshop(self) -> Workshop:
        return self.stores.workshops.get("w1")

    @property
    def work(self) -> Work:
        return Work(
            stores=self.stores,
            model=self.model,
            capability=self.capability,
            clock=self.clock,
            remaining_seconds=lambda: self.remaining,
        )

    def script(self, *replies: Reply) -> None:
        self.model = ScriptedModel(replies)

    def put(self, kind: ArtifactKind, body: Body, scope: str = TEAM, *, round_: int = 1) -> Artifact:
        latest = self.stores.artifacts.latest("w1", kind, scope)
        artifact = Artifact(
            kind=kind,
            scope=scope,
            version=latest.version + 1 if latest else 1,
            created_at=self.clock.now(),
            body=body,
            provenance=Provenance(author="model:test", round=round_),
        )
        self.stores.artifacts.add("w1", artifact)
        return artifact

    def defined(self) -> None:
        """Listen and Define are done."""
        self.put("journey", JOURNEY)
        self.put("questions", QUESTIONS)

    def invented(self) -> None:
        """Invent is done for both pairs, best invention first."""
        self.put("solutions", SOLUTIONS)
        for pair in ("a", "b"):
            inventions = (invention("I2", 0.9), invention("I1", 0.1))
            self.put("inventions", InventionSet(pair=pair, inventions=inventions), pair)

    def gate(self, phase: Phase, *, round_: int = 1, token: str = "t", stage: GateStage = "team") -> None:
        self.executions.waiting.add(token)
        self.gates.open(self.workshop, phase, round_, artifacts=(), token=token, stage=stage, seconds=60)
