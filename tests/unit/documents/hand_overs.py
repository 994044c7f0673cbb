"""What two pairs leave for development: one that goes on, and one that was cut."""

from datetime import UTC, datetime

from mlew.documents.hand_over_source import HandOver
from mlew.domain.invention import Invention, InventionSet
from mlew.domain.iteration import Criterion, Iteration, Milestone
from mlew.domain.journey import Action, Journey, Resource, Stage
from mlew.domain.press_release import Faq, Message, PressRelease, Step
from mlew.domain.question import Effect, Frequency, Question, QuestionSet
from mlew.domain.verdict import Decision, Measure, Proposal, Result, Verdict
from tests.unit.documents.plans import TOOLS

AT = datetime(2026, 10, 28, 10, 0, tzinfo=UTC)
TASK = Criterion(
    id="C1", group="problem_solved", statement="Book next week's machines alone", kind="rate", source="mock",
    comparator="at_least", threshold=80, unit="%", metric="task_success",
)  # fmt: skip
WASTE = Criterion(
    id="C2", group="behaviour_change", statement="Would use it | next week", kind="rate", source="mock",
    comparator="at_least", threshold=50, unit="%", metric="intention",
)  # fmt: skip
RELEASE = PressRelease(
    pair="a",
    invention="I1",
    message=Message(
        headline="The right machine at seven", service="Ready at Seven", first_place="a text message on Friday",
        who_and_when="Site managers planning next week", now_possible="Machines are on site when the crew is",
        norm_changed="Half a day is lost when a machine is late", effect="No idle crew on Monday",
    ),
    steps=(
        Step(text="Photograph the wall calendar"),
        Step(text="Confirm the list of machines"),
        Step(text="Get the delivery time"),
        Step(course="abnormal", text="If the photo cannot be read, ask for the one line that is unclear"),
        Step(course="abnormal", text="No depot has the machine"),
    ),
    faq=(
        Faq(topic="cost", question="What does it cost?", answer="$2 a booking, 3 minutes", assumed=False),
        Faq(topic="voices", question="What do customers say?", answer="It saves my Friday"),
    ),
)  # fmt: skip
INVENTIONS = InventionSet(
    pair="a",
    chosen="I1",
    inventions=tuple(
        Invention(
            id=f"I{n}", name=name, when_used="x", how_solved="x", effect="x",
            how_done="Reads the photo, asks the depots", question_ids=("Q1",), solution_names=("a", "b"),
            data_loop="Every booking trains the forecast",
            resolution_percent=60,
        )
        for n, name in enumerate(("Calendar photo", "Machine radar"), 1)
    ),
)  # fmt: skip
QUESTIONS = QuestionSet(
    questions=(
        Question(id="Q1", kind="optimal", text="Why not book without phoning?", action_ids=("A1",),
                 effects=(Effect(direction="saved", amount=30, unit="minute"),),
                 frequency=Frequency(times=1, per="week", assumed=False)),
        Question(id="Q9", kind="optimal", text="Not ours", action_ids=("A1",), frequency=Frequency(times=1, per="day")),
    )
)  # fmt: skip
JOURNEY = Journey(
    segment="Site managers",
    trigger="Friday",
    stages=(
        Stage(
            name="Plan",
            actions=(
                Action(id="A1", text="Phones depots", assumed=False,
                       resources=(Resource(kind="time", text="30 min", assumed=True),)),
                Action(id="A2", text="Guesses what is needed"),
            ),
        ),
    ),
)  # fmt: skip


def verdict(decision: str, *, pair: str = "a", supported: bool = True, simulated: bool = False) -> Verdict:
    return Verdict.model_validate(
        {
            "pair": pair,
            "results": (
                Result(criterion=TASK, outcome="passed", certainty="provisional",
                       measure=Measure(source="mock", basis="share", value=83.333, of=6, hits=5)),
                Result(criterion=WASTE, outcome="passed", certainty="sure",
                       measure=Measure(source="mock", basis="share", value=66.7, of=6, hits=4)),
            ),
            "proposal": Proposal(decision="go", reason="solved_and_decided", solved="passed", decided="passed"),
            "simulated": simulated,
            "decisions": (
                Decision(decision="cut", by="Head", reason="first thought", at=AT, supported=False),
                Decision.model_validate(
                    {"decision": decision, "by": "Head of operations", "reason": "Both lines are crossed", "at": AT,
                     "supported": supported}
                ),
            ),
        }
    )  # fmt: skip


ITERATION = Iteration(
    pair="a",
    milestones=(
        Milestone(name="sponsor", criteria=(TASK, WASTE)),
        Milestone(
            name="fan",
            criteria=(
                TASK.model_copy(
                    update={"id": "C3", "group": "fan", "statement": "Order for real", "minimum_sample": 8}
                ),
            ),
        ),
    ),
)
GO = HandOver(
    release=RELEASE, iteration=ITERATION, verdict=verdict("go"), inventions=INVENTIONS, questions=QUESTIONS,
    journey=JOURNEY, plan=TOOLS, links={"Numbers of the mock": "../evidence/a/report.html"},
    out_of_scope=("Machines of other companies",),
)  # fmt: skip
CUT = GO._replace(release=RELEASE.model_copy(update={"pair": "b"}), verdict=verdict("cut", pair="b"))
