"""The page for executives as HTML: one file, nothing loaded from elsewhere, one sheet of A4 when printed."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from jinja2 import Environment

from mlew.documents.long_day import long_day
from mlew.documents.money import money, rough_money
from mlew.documents.plan_page import pictures
from mlew.documents.plan_page.content import MOST_FIGURES, MOST_ITEMS, MOST_POINTS, ExecutivePage, KeyFigure
from mlew.documents.plan_page.time_line import time_line
from mlew.documents.plan_page.words import words
from mlew.documents.web_page.frame import environment, policy_for, text_of
from mlew.domain.critical_path import critical_path
from mlew.domain.plan import InvestmentItem, InvestmentKind, InvestmentRequest, MilestoneDate
from mlew.domain.plan_errors import check_plan, milestone_name
from mlew.domain.plan_status import overdue
from mlew.domain.plan_warnings import open_checks

_DENSITIES = ((28, "crowded"), (19, "dense"))
"""Above so many rows a page is printed so small, the smallest first."""
_PACKAGE = "mlew.documents.plan_page"
_KINDS: tuple[InvestmentKind, ...] = ("validation", "competition")


class _Date(NamedTuple):
    """A milestone in the list. `state`: a word of ours."""

    name: str
    day: str
    state: str
    line: str
    result: str


def render_plan_page(page: ExecutivePage) -> str:
    """The same page is the same text. Raises InputError if the plan has errors, whatever day it is."""
    check_plan(page.plan, date.min, locale=page.locale)
    style = text_of(_PACKAGE, "page.css")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            page=page,
            plan=page.plan,
            words=words(page.locale),
            view=_View(page),
            style=style,
            policy=policy_for(style),
        )
    )


class _View:
    """What the template asks about the page, in its language."""

    kinds = _KINDS

    def __init__(self, page: ExecutivePage) -> None:
        self._page, self._words, self._plan = page, words(page.locale), page.plan
        self._path = critical_path(page.plan, page.off)

    def money(self, amount: float) -> str:
        """Exact."""
        return money(amount, self._plan.currency, self._page.locale)

    def rough(self, amount: float) -> str:
        """Of an estimate."""
        currency = self._page.market.currency if self._page.market else self._plan.currency
        return rough_money(amount, currency, self._page.locale)

    def day(self, day: date | None) -> str:
        """In full."""
        if day is None:
            return self._words["no_date"]
        return long_day(day, self._page.locale)

    def asked(self) -> Sequence[InvestmentRequest]:
        """Requests that wait for a decision and belong to what is asked for now: validation first."""
        waiting = [one for one in self._plan.requests if one.state in ("planned", "submitted")]
        return [one for one in waiting if one.kind == "validation"] or waiting

    def requests(self, kind: InvestmentKind) -> Sequence[InvestmentRequest]:
        """Of a kind."""
        return [one for one in self._plan.requests if one.kind == kind]

    def items(self, request: InvestmentRequest) -> Sequence[InvestmentItem]:
        """The largest ones, the others as one."""
        items = sorted(request.items, key=lambda one: -one.amount) if len(request.items) > MOST_ITEMS else request.items
        if len(items) <= MOST_ITEMS:
            return items
        rest = items[MOST_ITEMS - 1 :]
        more = self._words["more_items"].format(count=len(rest))
        return [*items[: MOST_ITEMS - 1], InvestmentItem(name=more, amount=sum(one.amount for one in rest))]

    def total(self, requests: Sequence[InvestmentRequest]) -> float:
        """Sum."""
        return sum(one.amount for one in requests)

    def timeline(self) -> str:
        """The picture."""
        return time_line(self._plan, self._path, self._page.today, self._page.locale, self._words["today"])

    def dates(self) -> Sequence[_Date]:
        """The milestones for the list."""
        return [self._date(milestone) for milestone in self._plan.milestones]

    def slack(self) -> str:
        """How much room the plan has; "" if nobody can know."""
        if self._path.slack is None:
            return ""
        key = "slack" if self._path.slack >= 0 else "slack_gone"
        return self._words[key].format(days=abs(self._path.slack))

    def critical(self) -> str:
        """The tasks that decide the date, in order."""
        return " → ".join(task.title for name in self._path.tasks if (task := self._plan.task(name)))

    def tornado(self) -> Sequence[pictures.Row]:
        """What moves the estimate."""
        if self._page.market is None:
            return []
        return pictures.tornado(self._page.market, [self._input(s.input) for s in self._page.market.sensitivities])

    def assumed(self) -> str:
        """Which inputs of the estimate nobody has checked."""
        names = [self._input(name) for name in self._page.market.assumed] if self._page.market else []
        return self._words["assumed"].format(names=("、" if self._page.locale == "ja" else ", ").join(names))

    def points(self) -> Sequence[str]:
        """Late milestones and decisions first, then what people noted, the method's open checks, late tasks."""
        page, locale = self._page, self._page.locale
        late = overdue(page.plan, page.today, locale=locale)

        def told(*kinds: str) -> list[str]:
            return [f"{one.what} – {self._words['late']}" for one in late if one.kind in kinds]

        noted = [point.text for point in page.plan.open_points if not point.settled]
        checks = [point.text for point in open_checks(page.plan, locale=locale)]
        return [*told("milestone", "request"), *noted, *checks, *told("task")]

    def density(self) -> str:
        """How small it is printed, to stay on one sheet: by the rows that there are."""
        rows = len(self.figures()[0]) * 2 + sum(len(self.items(request)) for request in self._plan.requests)
        rows += len(self.shown_points()[0]) + len({task.owner or task.role for task in self._plan.tasks})
        rows += bool(self._page.market) + bool(self._page.promise)
        return next((name for limit, name in _DENSITIES if rows > limit), "")

    def figures(self) -> tuple[Sequence[KeyFigure], int]:
        """Those that fit, and how many are left."""
        found = self._page.figures
        return found[:MOST_FIGURES], max(0, len(found) - MOST_FIGURES)

    def shown_points(self) -> tuple[Sequence[str], int]:
        """Those that fit, and how many are left."""
        points = self.points()
        return points[:MOST_POINTS], max(0, len(points) - MOST_POINTS)

    def _date(self, milestone: MilestoneDate) -> _Date:
        late = milestone.planned is not None and milestone.planned < self._page.today
        state = "done" if milestone.actual else "late" if late else "planned"
        day = self.day(milestone.actual or milestone.planned)
        name = milestone_name(milestone.name, self._page.locale)
        return _Date(name, day, state, milestone.line, milestone.result)

    def _input(self, name: str) -> str:
        own = self._page.market_names.get(name)
        if own:
            return own
        number = name.removeprefix("cost-")
        return self._words["cost"].format(number=number) if number != name else self._words[name]


@cache
def _environment() -> Environment:
    return environment(_PACKAGE, names={"cases": pictures.cases})
