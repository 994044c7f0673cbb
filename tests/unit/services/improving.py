"""A workshop whose practice edition is finished: what an improvement edition begins on."""

from collections.abc import Mapping
from datetime import date

from mlew.domain.artifact import TEAM, ArtifactKind, Body
from mlew.domain.closing import Closing
from mlew.domain.evidence import Evidence, Judgement
from mlew.domain.invention import InventionSet
from mlew.domain.iteration import Criterion, CriterionGroup, Iteration, Milestone
from mlew.domain.market_arithmetic import estimate_market
from mlew.domain.market_estimate import Market
from mlew.domain.plan import Plan
from mlew.domain.precheck import Precheck
from mlew.domain.press_release import Message, PressRelease
from mlew.domain.schedule import PATTERNS
from mlew.domain.workshop import PHASES_OF, GateMode, Pair, Phase, Workshop
from mlew.services.improvement import Improvement
from mlew.services.next_step import PHASE_ARTIFACT
from mlew.services.runs import Runs
from mlew.services.spreading import Choices
from mlew.services.workshop_state import change
from tests.unit.domain.test_market_estimate import inputs
from tests.unit.services.workbench import JOURNEY, QUESTIONS, SOLUTIONS, Bench, invention

CUSTOMER = PATTERNS["customer"]


def _criterion(identifier: str, group: CriterionGroup) -> Criterion:
    """A named person judges it: no numbers are needed to pass or fail."""
    return Criterion(
        id=identifier,
        group=group,
        statement="As the team saw it",
        kind="qualitative",
        source="observation",
        comparator="judged",
        threshold=0,
    )


CRITERIA = (_criterion("C1", "problem_solved"), _criterion("C2", "behaviour_change"))

CHOICES: dict[Phase, Choices] = {
    "define": {"a": ("Q1",), "b": ("Q3",)},
    "invent": {"a": ("I1",), "b": ("I1",)},
}


class FinishedPractice(Bench):
    """Pairs a (question Q1) and b (question Q3) have each chosen I1, and set two criteria."""

    def __init__(self, *, gates: GateMode = "review", time_scale: float = 1.0) -> None:
        super().__init__(gates=gates, time_scale=time_scale)
        self.improvement = Improvement(self.stores, self.executions, self.clock)
        self.runs = Runs(self.stores, self.executions, self.clock, tenant="local", new_id=lambda: "w2")
        self.put("journey", JOURNEY)
        self.put("questions", QUESTIONS)
        self.put("solutions", SOLUTIONS)
        for pair, score in (("a", 0.4), ("b", 0.8)):
            self.put("inventions", _inventions(pair, score), pair)
            self.put("press_release", PressRelease(pair=pair, message=Message(headline="New"), invention="I1"), pair)
            milestones = (Milestone(name="sponsor", criteria=CRITERIA),)
            self.put("iteration", Iteration(pair=pair, milestones=milestones), pair)
        change(self.stores.workshops, "w1", gates="review")
        for phase in PHASES_OF["practice"]:
            self.gate(phase)
            self.gates.approve(self.workshop, phase, by="Dev A", choices=CHOICES.get(phase), reason="as agreed")
        pairs = (Pair(id="a", questions=("Q1",)), Pair(id="b", questions=("Q3",)))
        change(self.stores.workshops, "w1", state="finished", phase="iterate", pairs=pairs, gates=gates)

    def begin(self, minutes: Mapping[Phase, int] = CUSTOMER) -> Workshop:
        """One round more, waiting for nobody yet."""
        return self.improvement.start("w1", minutes=minutes, by="Dev A")

    def bring(self, pair: str, *, solved: bool, decided: bool) -> None:
        """What people found: the rule says go, pivot or cut by it."""
        said = zip(CRITERIA, (solved, decided), strict=True)
        judgements = tuple(Judgement(criterion=c.id, passed=passed, by="Dev A") for c, passed in said)
        round_ = self.workshop.evidence_round
        self.put("evidence", Evidence(pair=pair, round=round_, judgements=judgements), pair)

    def make(self, phase: Phase, round_: int) -> None:
        """What the phase leaves for its gate, of all pairs that work."""
        for pair in self.workshop.pairs if phase in ("invent", "refine", "iterate") else (None,):
            kind, body = _left_by(phase, pair.id if pair else "")
            self.put(kind, body, pair.id if pair else TEAM, round_=round_)

    def pass_(self, phase: Phase, round_: int) -> None:
        """The phase is done and approved, as the numbers say."""
        self.make(phase, round_)
        self.gate(phase, round_=round_)
        self.gates.approve(self.workshop, phase, by="Dev A")


def _inventions(pair: str, score: float) -> InventionSet:
    return InventionSet(pair=pair, inventions=(invention("I2", score + 0.1), invention("I1", score)), chosen="I1")


def _left_by(phase: Phase, pair: str) -> tuple[ArtifactKind, Body]:
    bodies: dict[Phase, Body] = {
        "precheck": Precheck(items=()),
        "listen": JOURNEY,
        "define": QUESTIONS,
        "invent": _inventions(pair, 0.5),
        "refine": PressRelease(pair=pair, message=Message(headline="Newer"), invention="I1"),
        "iterate": Iteration(pair=pair, milestones=(Milestone(name="sponsor", criteria=CRITERIA),)),
        "market": Market(pair="a", inputs=inputs(), estimate=estimate_market(inputs())),
        "plan": Plan(starts=date(2026, 4, 8)),
        "closing": Closing(items=()),
    }
    return PHASE_ARTIFACT[phase], bodies[phase]
