"""A plan without faults, and how one with faults is made."""

from datetime import date, datetime
from typing import Any

from mlew.domain.plan import (
    ExecutiveReport,
    InvestmentItem,
    InvestmentRequest,
    MilestoneDate,
    Plan,
    ProgressMeeting,
    Task,
)
from mlew.domain.plan_warnings import plan_warnings

TODAY = date(2026, 6, 1)


OFF = {date(2026, 7, 20): "Marine Day"}


def task(name: str, start: tuple[int, int], due: tuple[int, int], *after: str, **more: Any) -> Task:
    given_ = {"title": f"title of {name}", "owner": "planner", "effort": 1.0} | more
    return Task(id=name, start=date(2026, *start), due=date(2026, *due), depends_on=after, **given_)


def plan(*tasks: Task, **more: Any) -> Plan:
    given_: dict[str, Any] = {
        "starts": TODAY,
        "milestones": (
            MilestoneDate(name="sponsor", planned=date(2026, 6, 19)),
            MilestoneDate(name="fan", planned=date(2026, 8, 31)),
            MilestoneDate(name="share", planned=date(2026, 10, 30)),
            MilestoneDate(name="release", planned=date(2026, 12, 1)),
        ),
        "tasks": tasks,
        "meeting": ProgressMeeting(first=datetime(2026, 6, 3, 10, 0), until=date(2026, 8, 31)),  # noqa: DTZ001
        "reports": tuple(
            ExecutiveReport(milestone=name, when=datetime(2026, month, day, 15, 0))  # noqa: DTZ001
            for name, month, day in (("sponsor", 6, 22), ("fan", 9, 1), ("share", 11, 2), ("release", 12, 2))
        ),
        "requests": (
            InvestmentRequest(
                id="R1",
                kind="validation",
                items=(InvestmentItem(name="tests", amount=300_000), InvestmentItem(name="gifts", amount=50_000)),
                approver="sponsor",
                needed_by=date(2026, 6, 12),
            ),
        ),
    }
    return Plan(**(given_ | more))


def rules(found: Plan) -> list[str]:
    return [warning.rule for warning in plan_warnings(found, OFF)]


GOOD = plan(task("T1", (6, 1), (6, 3)), task("T2", (6, 4), (6, 5), "T1"))
