"""The workshop itself: people, pairs, schedule, where it stands (METHOD, Who and when)."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from mlew.domain.base import Edition, Line, Locale, Model
from mlew.domain.feedback_session import FeedbackSession
from mlew.domain.multiple import Multiple
from mlew.domain.solution import TeamAnswer

Phase = Literal[
    "day0", "precheck", "listen", "define", "invent", "refine", "iterate", "market", "plan", "closing"
]  # fmt: skip
PHASES: tuple[Phase, ...] = (
    "day0", "precheck", "listen", "define", "invent", "refine", "iterate", "market", "plan", "closing",
)  # fmt: skip
"""Of both editions, in the order in which people meet them."""
PHASES_OF: dict[Edition, tuple[Phase, ...]] = {
    "practice": ("day0", "listen", "define", "invent", "refine", "iterate"),
    "improvement": PHASES[1:],
}
_NAMES: dict[Phase, tuple[str, str]] = {
    "day0": ("Day0", "Day0"),
    "precheck": ("事前確認", "Precheck"),
    "listen": ("Listen", "Listen"),
    "define": ("Define", "Define"),
    "invent": ("Invent", "Invent"),
    "refine": ("Refine", "Refine"),
    "iterate": ("Test/Iterate", "Test/Iterate"),
    "market": ("市場推計", "Market estimate"),
    "plan": ("計画", "Plan"),
    "closing": ("締めくくり", "Closing"),
}


def phase_name(phase: Phase, locale: Locale) -> str:
    """As participants say it; the five phases have one name in both languages."""
    return _NAMES[phase][0 if locale == "ja" else 1]


GateMode = Literal["review", "timebox", "auto"]
WorkshopState = Literal["created", "running", "waiting", "failed", "finished"]
ROLES = (
    "product_manager", "developer", "data_scientist", "sponsor", "facilitator",
    "sales", "ux_designer", "customer_support", "lead", "timekeeper",
)  # fmt: skip


class Participant(Model):
    """`roles`: of ROLES or free text. `tool_answered`: said hello to the tool and got an answer; None = not asked."""

    name: Line
    roles: tuple[Line, ...] = ()
    tool_answered: bool | None = None


class Pair(Model):
    """The unit of work from Invent on. `id`: short, ASCII. Questions are set at the end of Define."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,19}$")
    name: Line = ""
    planning: Line = ""
    development: Line = ""
    questions: tuple[str, ...] = ()
    stages: tuple[Line, ...] = ()
    segment: Line = ""


class Day0Facts(Model):
    """What was settled before the day. None or empty = nobody has said."""

    sponsor_agreed: bool | None = None
    why_now: Line = ""
    real_customer: Line = ""
    decider_present: bool | None = None
    team_willing: bool | None = None
    owner_of_number: Line = ""
    budget: Line = ""
    trial_mock_deployed: bool | None = None
    know_each_other: bool | None = None
    room: Line = ""
    equipment: Line = ""
    channel: Line = ""


class WorkshopPlan(Model):
    """What the facilitator brings beside customer and solutions (`workshop.toml`); every field may be left out."""

    company: Line = ""
    product: Line = ""
    locale: Locale = "ja"
    time_zone: str = "Asia/Tokyo"
    currency: Literal["JPY", "USD", "EUR"] = "JPY"
    hourly_rate: float | None = Field(default=None, gt=0)
    starts: datetime | None = None
    participants: tuple[Participant, ...] = ()
    sponsor: Line = ""
    pairs: tuple[Pair, ...] = ()
    points_of_view: tuple[Line, ...] = ()
    team: tuple[TeamAnswer, ...] = ()
    day0: Day0Facts = Day0Facts()
    sessions: tuple[FeedbackSession, ...] = ()


class Workshop(Model):
    """One workshop. `revision` counts changes of this record (conditional writes).

    `edition_round`: 1 = practice edition, 2 … = improvement rounds, as in `Mock.round` and `Evidence.round`.
    `earlier_rounds`: the last gate round of each phase that belongs to earlier editions; rounds go on counting.
    `minutes`: how the team spreads the time of the improvement edition. `priority`: the pair whose invention goes
    first, "" = open. `multiples`: N of the market estimate, set before it. `past_pairs`: cut, or merged into another.
    `makes_mocks`: of the press releases of this edition.
    `strict`: a criterion is passed only if its whole 95 % interval has crossed the line.
    `merged`: pair that others went into → all of them as they were before, itself among them.
    """

    id: str
    tenant: str
    edition: Edition = "practice"
    edition_round: int = 1
    earlier_rounds: dict[Phase, int] = Field(default_factory=dict)
    minutes: dict[Phase, int] = Field(default_factory=dict)
    priority: str = ""
    multiples: tuple[Multiple, ...] = ()
    plan: WorkshopPlan
    pairs: tuple[Pair, ...] = ()
    past_pairs: tuple[Pair, ...] = ()
    merged: dict[str, tuple[Pair, ...]] = Field(default_factory=dict)
    gates: GateMode = "review"
    makes_mocks: bool = True
    strict: bool = False
    time_scale: float = 1.0
    budget_usd: float = 20.0
    state: WorkshopState = "created"
    phase: Phase = "day0"
    failure: str = ""
    execution: str = ""
    created_at: datetime
    created_by: str
    revision: int = 0

    @property
    def phases(self) -> tuple[Phase, ...]:
        """Of its edition, in order."""
        return PHASES_OF[self.edition]

    @property
    def evidence_round(self) -> int:
        """Whose mocks people bring evidence of: an improvement round looks at the mocks of the round before it."""
        looking_back = self.edition == "improvement" and self.state != "finished"
        return self.edition_round - 1 if looking_back else self.edition_round


class WorkshopSummary(Model):
    """A line of the list of workshops. Edition and round as in `Workshop`; lines of earlier versions have none."""

    id: str
    company: str
    product: str
    state: WorkshopState
    edition: Edition = "practice"
    edition_round: int = 1
    phase: Phase
    created_at: datetime
