"""One plain body of every kind, as a workshop leaves it."""

from mlew.domain.artifact import ArtifactKind, Body
from mlew.domain.feedback_session import FeedbackSession
from mlew.domain.invention import Invention, InventionSet
from mlew.domain.iteration import Criterion, Iteration, Milestone, Scene, TestScript
from mlew.domain.journey import Action, Journey, Resource, Stage
from mlew.domain.mock_conversion import mock_spec_from
from mlew.domain.press_release import Comment, Faq, Message, PressRelease, Step
from mlew.domain.quantity import parse_quantity
from mlew.domain.question import Effect, Frequency, Question, QuestionSet, ranked
from mlew.domain.readiness import Readiness, ReadinessItem, Risk
from mlew.domain.solution import RatedSolution, SolutionList, TeamAnswer
from tests.unit.domain.mock_drafts import draft

JOURNEY = Journey(
    segment="People who commute without an umbrella",
    trigger="It rains on the way home",
    stages=(
        Stage(
            name="Notice",
            actions=(
                Action(
                    id="A1",
                    text="looks out of the window",
                    assumed=False,
                    resources=(
                        Resource(kind="time", text="1–2 min", quantity=parse_quantity("1–2 min"), per="each time"),
                    ),
                ),
                Action(id="A2", text="asks colleagues"),
            ),
            feelings=("annoyed", "😟"),
        ),
        Stage(
            name="Get home",
            actions=(Action(id="A3", text="runs to the station"),),
            resources=(Resource(kind="other", text="dry shoes", note="only in winter", assumed=False),),
        ),
    ),
    insights=("Nobody buys a second umbrella", "Waiting is worse than rain"),
)
QUESTIONS = ranked(
    QuestionSet(
        questions=(
            Question(
                id="Q1",
                kind="optimal",
                text="Why not stay dry without waiting?",
                action_ids=("A1",),
                effects=(Effect(direction="saved", amount=30, unit="minute"),),
                frequency=Frequency(times=2, per="week"),
            ),
            Question(
                id="Q2",
                kind="continuous",
                text="Why not ask and leave at once?",
                action_ids=("A2", "A3"),
                effects=(Effect(direction="gained", amount=100, unit="yen", assumed=False),),
                frequency=Frequency(times=1, per="month", assumed=False),
                author="Sales",
            ),
        ),
        hourly_rate=3000,
    )
)
SOLUTIONS = SolutionList(
    team=(TeamAnswer(question="Has anyone built an app?", answer="Two of us"),),
    solutions=(
        RatedSolution(
            name="Rain radar",
            origin="weather service",
            when_used="before leaving",
            how_solved="shows when it stops",
            effect="30 % fewer wet people",
            how_done="nowcast model",
            references=("https://example.com/radar",),
            difficulty=3,
            difficulty_reason="an interface exists",
            assumed=False,
        ),
        RatedSolution(name="Umbrella stand", how_done="a stand with a lock", difficulty=5),
    ),
)
INVENTIONS = InventionSet(
    pair="web",
    inventions=(
        Invention(
            id="I1",
            name="Radar stand",
            when_used="at the exit",
            how_solved="unlocks when it will rain",
            effect="nobody waits",
            how_done="radar and lock",
            question_ids=("Q1",),
            solution_names=("Rain radar", "Umbrella stand"),
            point_of_view="child",
            pattern="agent",
            data_loop="each loan shows where it rains",
            resolution_percent=60,
            difficulty=8,
            score=0.075,
        ),
        Invention(
            id="I2", name="Shared coats", when_used="in winter", how_solved="warm", effect="warmer", how_done="coats",
            question_ids=("Q1", "Q2"), solution_names=("Umbrella stand", "Rain radar"), difficulty=8,
        ),
    ),
    chosen="I1",
    reason="more people wait than freeze",
)  # fmt: skip
PRESS_RELEASE = PressRelease(
    pair="web",
    invention="I1",
    message=Message(headline="Never wait for the rain to stop", release_date="1 April 2026", service="Radar stand"),
    steps=(
        Step(text="The stand blinks"),
        Step(text="Take an umbrella"),
        Step(course="abnormal", text="The stand is empty"),
    ),
    faq=(
        Faq(topic="cost", question="What does it cost?", answer="100 yen an hour."),
        Faq(topic="voices", question="What do people say?", answer="I left on time.", assumed=False),
    ),
    comments=(Comment(section="faq", author="Development", text="What if it is stolen?", becomes_faq=True),),
    authors={"message": ("model:x", "Planning"), "faq": ("model:x",)},
)
ITERATION = Iteration(
    pair="web",
    milestones=(
        Milestone(
            name="sponsor",
            measured_by="Planning",
            how_measured="five people try the mock",
            subjects="colleagues who commute",
            criteria=(
                Criterion(
                    id="C1", group="problem_solved", statement="four of five borrow one", kind="rate", source="mock",
                    comparator="at_least", threshold=80, unit="%", metric="task_success", checks=("Q1",),
                ),
                Criterion(
                    id="C2", group="behaviour_change", statement="half would use it", kind="rate", source="survey",
                    comparator="at_least", threshold=50, unit="%", metric="intention", checks=("A1",),
                ),
            ),
        ),
        Milestone(name="fan"),
    ),
    script=TestScript(
        purpose="Do they leave at once?",
        scenes=(Scene(words="It rains.", task="Borrow an umbrella", watch=("hesitates", "time"), target="unlocked"),),
        sheet=("done", "minutes"),
        interview=("Would you use it?",),
        rule="without help",
        follow_up="shared on the next day",
    ),
    sessions=(FeedbackSession(pair="web", mock="Radar stand", who="Sales", starts="2026-04-10T10:00", place="Lobby"),),
)  # fmt: skip
READINESS = Readiness(
    items=(
        ReadinessItem(id="customer-sheet", title="Customer sheet", state="ok", evidence="customer.md"),
        ReadinessItem(id="sponsor", title="Sponsor agrees", state="missing", remedy="Ask today"),
    ),
    risks=(
        Risk(
            id="team-vanishes",
            title="The team vanishes",
            sign="no budget",
            question="Who pays?",
            remedy="Ask",
            seen=True,
        ),
    ),
    blocking=True,
)
MOCK_SPEC = mock_spec_from(draft(), pair="web", locale="en", release="3")
SAMPLES: dict[ArtifactKind, Body] = {
    "readiness": READINESS,
    "journey": JOURNEY,
    "questions": QUESTIONS,
    "solutions": SOLUTIONS,
    "inventions": INVENTIONS,
    "press_release": PRESS_RELEASE,
    "mock_spec": MOCK_SPEC,
    "iteration": ITERATION,
}
