"""The report as HTML: one file, nothing loaded from elsewhere, one sheet of A4 when printed."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from jinja2 import Environment

from mlew.documents.long_day import days, long_day
from mlew.documents.milestone_report.content import (
    MilestoneReport,
    State,
    decider,
    focused,
    late,
    name_of,
    reports,
    spoken,
    state,
    tasks,
    timing,
    title,
)
from mlew.documents.milestone_report.markdown import market_line
from mlew.documents.milestone_report.words import words
from mlew.documents.money import money
from mlew.documents.web_page.frame import environment, policy_for, text_of
from mlew.domain.plan import ExecutiveReport, MilestoneDate, Task
from mlew.domain.plan_status import Overdue

_PACKAGE = "mlew.documents.milestone_report"
_MOST_TASKS = 8
_MOST_OVERDUE = 6


def render_milestone_page(report: MilestoneReport) -> str:
    """The same report is the same text."""
    style = text_of("mlew.documents.plan_page", "page.css") + text_of(_PACKAGE, "report.css")
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            plan=report.plan,
            words=words(report.locale),
            view=_View(report),
            style=style,
            policy=policy_for(style),
        )
    )


class _View:
    """What the template asks about the report, in its language."""

    def __init__(self, report: MilestoneReport) -> None:
        self._report, self._words = report, words(report.locale)

    def title(self) -> str:
        """Of the plan."""
        return title(self._report)

    def focus(self) -> MilestoneDate | None:
        """The milestone that is reported."""
        return focused(self._report)

    def name(self, milestone: MilestoneDate) -> str:
        """Number and name."""
        return name_of(milestone, self._report.locale)

    def state(self, milestone: MilestoneDate) -> State:
        """For words and looks."""
        return state(milestone, self._report.today)

    def timing(self, milestone: MilestoneDate) -> str:
        """How it lies to its day."""
        return timing(milestone, self._report.today, self._report.locale)

    def day(self, day: date | None) -> str:
        """In full."""
        return long_day(day, self._report.locale) if day else self._words["none"]

    def days(self, count: int) -> str:
        """How many."""
        return days(count, self._report.locale)

    def who(self, owner: str) -> str:
        """A person, a role, or nobody yet."""
        return spoken(owner, self._report.locale) or self._words["nobody"]

    def decider(self, by: str) -> str:
        """A person, or the rule."""
        return decider(by, self._report.locale)

    def money(self, amount: float) -> str:
        """Exact."""
        return money(amount, self._report.plan.currency, self._report.locale)

    def market(self) -> str:
        """The estimate's answer, where it decides the milestone that is reported."""
        return market_line(self._report.market, self._words) if self._report.market else ""

    def late(self) -> tuple[Sequence[Overdue], int]:
        """Those that fit, and how many are left."""
        found = late(self._report)
        return found[:_MOST_OVERDUE], max(0, len(found) - _MOST_OVERDUE)

    def tasks(self) -> Sequence[Task]:
        """All of them."""
        return tasks(self._report)

    def coming(self) -> tuple[Sequence[Task], int]:
        """Open tasks that are not overdue – those stand above – and how many there are more."""
        found = [one for one in tasks(self._report) if one.finished is None and one.due >= self._report.today]
        return found[:_MOST_TASKS], max(0, len(found) - _MOST_TASKS)

    def done(self) -> int:
        """How many tasks are."""
        return sum(1 for one in tasks(self._report) if one.finished)

    def reports(self) -> Sequence[ExecutiveReport]:
        """To executives."""
        return reports(self._report)


@cache
def _environment() -> Environment:
    return environment(_PACKAGE)
