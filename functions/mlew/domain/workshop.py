"""The workshop itself: people, pairs, schedule, where it stands (METHOD, Who and when)."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from mlew.domain.base import Edition, Line, Locale, Model
from mlew.domain.iteration import FeedbackSession
from mlew.domain.solution import TeamAnswer

Phase = Literal["day0", "listen", "define", "invent", "refine", "iterate"]
PHASES: tuple[Phase, ...] = ("day0", "listen", "define", "invent", "refine", "iterate")
PHASE_NAMES: dict[Phase, str] = {
    "day0": "Day0",
    "listen": "Listen",
    "define": "Define",
    "invent": "Invent",
    "refine": "Refine",
    "iterate": "Test/Iterate",
}
"""Names as participants use them, in both languages."""

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
    """One workshop. `revision` counts changes of this record (conditional writes)."""

    id: str
    tenant: str
    edition: Edition = "practice"
    plan: WorkshopPlan
    pairs: tuple[Pair, ...] = ()
    gates: GateMode = "review"
    time_scale: float = 1.0
    budget_usd: float = 20.0
    state: WorkshopState = "created"
    phase: Phase = "day0"
    failure: str = ""
    execution: str = ""
    created_at: datetime
    created_by: str
    revision: int = 0


class WorkshopSummary(Model):
    """A line of the list of workshops."""

    id: str
    company: str
    product: str
    state: WorkshopState
    phase: Phase
    created_at: datetime
