"""What a model may write of the plan. Days are ISO dates; tasks are told apart by their place in the list."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from mlew.domain.base import Draft
from mlew.domain.iteration import MilestoneName
from mlew.domain.plan import InvestmentKind

CheckName = Literal["ask_others", "try_first", "approval", "none"]


def _day(text: str) -> str:
    """What was written is not quoted: errors may end in a log."""
    try:
        date.fromisoformat(text)
    except ValueError:
        raise ValueError("must be a real date as YYYY-MM-DD") from None
    return text


def _moment(text: str) -> str:
    try:
        aware = datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        aware = True
    if aware:
        raise ValueError("must be a real date and time as YYYY-MM-DD HH:MM, without an offset")
    return text


DayText = Annotated[str, AfterValidator(_day), Field(description="YYYY-MM-DD")]
MomentText = Annotated[str, AfterValidator(_moment), Field(description="YYYY-MM-DD HH:MM, in the team's time zone")]


class MilestoneDateDraft(Draft):
    """When a milestone is passed."""

    name: MilestoneName
    planned: DayText
    line: str = Field(description="How it passes, in short")


class TaskDraft(Draft):
    """What one person finishes within a week."""

    title: str
    role: str
    owner: str = Field(description="P-1, P-2, … of the people; empty if nobody has the role")
    milestone: MilestoneName
    start: DayText
    due: DayText
    effort: float = Field(description="Person-days")
    depends_on: list[int] = Field(description="Numbers of the tasks that come before; the first task is 1")
    done_when: str = Field(description="What is there when it is done")
    serves: CheckName = Field(description="Which of the three checks it settles")


class ItemDraft(Draft):
    """For what, and how much."""

    name: str
    amount: float = Field(description="In the team's currency")


class RequestDraft(Draft):
    """Money to ask for."""

    kind: InvestmentKind
    items: list[ItemDraft]
    approver: str
    needed_by: DayText
    note: str = Field(description="From when papers have to be there, to whom")


class MeetingDraft(Draft):
    """The recurring meeting."""

    first: MomentText
    minutes: int
    weeks: int = Field(description="1 for every week")
    until: DayText
    people: list[str]
    place: str
    agenda: str = Field(description="Whose numbers are looked at, and what is decided")


class ReportDraft(Draft):
    """A report to executives."""

    milestone: MilestoneName
    when: MomentText
    minutes: int
    people: list[str]
    place: str
    asks: str = Field(description="The decision that is asked for")


class PointDraft(Draft):
    """What nobody has settled yet."""

    text: str
    check: CheckName
    who: str
    until: DayText


class PlanDraft(Draft):
    """The plan up to ②, with the dates of ③ and ④."""

    title: str
    milestones: list[MilestoneDateDraft]
    tasks: list[TaskDraft] = Field(description="Up to milestone fan, in the order of their due dates")
    requests: list[RequestDraft]
    meeting: MeetingDraft
    reports: list[ReportDraft]
    open_points: list[PointDraft]
