"""The plan: milestones with dates, tasks, money to ask for, meetings and reports (METHOD, The plan)."""

from datetime import date
from typing import Literal

from pydantic import Field, NaiveDatetime

from mlew.domain.base import Line, Model
from mlew.domain.iteration import MilestoneName
from mlew.domain.market_unit import Currency

InvestmentKind = Literal["validation", "competition"]
RequestState = Literal["planned", "submitted", "approved", "rejected"]
MilestoneDecision = Literal["open", "go", "pivot", "cut"]
PlanCheck = Literal["ask_others", "try_first", "approval"]
PLAN_CHECKS: tuple[PlanCheck, ...] = ("ask_others", "try_first", "approval")
"""METHOD's three checks: something to ask of others, a hard part to try first, the request for budget and people."""


class MilestoneDate(Model):
    """`planned` None: not settled. What follows it is filled in afterwards, the decision by a named person.

    `line`: how it passes, in short.
    """

    name: MilestoneName
    planned: date | None = None
    line: Line = ""
    actual: date | None = None
    result: Line = ""
    decision: MilestoneDecision = "open"
    decided_by: Line = ""
    reason: Line = ""


class Task(Model):
    """What one person finishes. `id`: "T1", "T2", …; `role`: of ROLES or free text; `owner`: a name or "" (open).

    `start` and `due` are the first and the last day; `effort` in person-days. `serves`: the check that it settles.
    `carried`: taken over from an earlier plan, the first day of that one.
    """

    id: str
    title: Line
    role: Line = ""
    owner: Line = ""
    milestone: MilestoneName = "fan"
    start: date
    due: date
    effort: float = 1.0
    depends_on: tuple[str, ...] = ()
    done_when: Line = ""
    serves: PlanCheck | None = None
    finished: date | None = None
    carried: date | None = None


class OpenPoint(Model):
    """What is not settled: who settles it by when. `settled`: how, "" until then."""

    text: Line
    check: PlanCheck | None = None
    who: Line = ""
    until: date | None = None
    settled: Line = ""


class InvestmentItem(Model):
    """`amount` in the plan's currency."""

    name: Line
    amount: float


class InvestmentRequest(Model):
    """Money to ask for. `id`: "R1", "R2", …; `needed_by`: when the decision has to be there."""

    id: str
    kind: InvestmentKind
    items: tuple[InvestmentItem, ...] = ()
    approver: Line = ""
    needed_by: date | None = None
    state: RequestState = "planned"
    note: Line = ""

    @property
    def amount(self) -> float:
        """Sum of the items."""
        return sum(item.amount for item in self.items)


class ProgressMeeting(Model):
    """The recurring meeting. `first`: wall time in the plan's zone; every `weeks` weeks up to and with `until`."""

    first: NaiveDatetime
    minutes: int = 30
    weeks: int = 1
    until: date
    people: tuple[Line, ...] = ()
    place: Line = ""
    agenda: Line = ""


class ExecutiveReport(Model):
    """One for each milestone. `when`: wall time in the plan's zone; `asks`: the decision that is asked for."""

    milestone: MilestoneName
    when: NaiveDatetime
    minutes: int = 30
    people: tuple[Line, ...] = ()
    place: Line = ""
    asks: Line = ""


class Plan(Model):
    """Artifact of the last hour of the improvement edition. `starts`: the day from which the months are counted.

    Wall times (meeting, reports) carry no offset: they are meant in `time_zone`.
    """

    title: Line = ""
    starts: date
    time_zone: str = "Asia/Tokyo"
    currency: Currency = "JPY"
    milestones: tuple[MilestoneDate, ...] = ()
    tasks: tuple[Task, ...] = ()
    requests: tuple[InvestmentRequest, ...] = ()
    meeting: ProgressMeeting | None = None
    reports: tuple[ExecutiveReport, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    days_per_week: dict[Line, float] = Field(default_factory=dict)
    extra: str = ""

    def milestone(self, name: MilestoneName) -> MilestoneDate | None:
        """The milestone of this name, or None."""
        return next((m for m in self.milestones if m.name == name), None)

    def task(self, task_id: str) -> Task | None:
        """The task with this id, or None."""
        return next((t for t in self.tasks if t.id == task_id), None)

    def asked(self, kind: InvestmentKind) -> float:
        """Sum of the requests of a kind that nobody rejected."""
        return sum(r.amount for r in self.requests if r.kind == kind and r.state != "rejected")
