"""What the page for executives shows."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from mlew.domain.base import Locale
from mlew.domain.market_estimate import MarketEstimate
from mlew.domain.plan import MilestoneDecision, Plan

MOST_POINTS = 4
MOST_ITEMS = 4
MOST_FIGURES = 5
"""Open points, items of a request, and criteria on the page; plan and verdict have them all."""


class KeyFigure(NamedTuple):
    """A criterion with what came of it. `passed` None: not known yet. `note`: sample and interval."""

    label: str
    value: str
    line: str
    passed: bool | None
    note: str = ""


class ExecutivePage(NamedTuple):
    """`promise`: one sentence of the press release. `decision`: about the mock, by whom and why.

    `asks`: what is to be decided today; the money of requests that nobody has decided stands beside it.
    `market_names`: names of the estimate's inputs for the picture, where they have their own.
    `simulated`: numbers that no person made; `rehearsed`: texts of the rehearsal model.
    """

    locale: Locale
    company: str
    plan: Plan
    today: date
    promise: str = ""
    asks: str = ""
    decision: MilestoneDecision = "open"
    decided_by: str = ""
    reason: str = ""
    figures: tuple[KeyFigure, ...] = ()
    market: MarketEstimate | None = None
    market_names: Mapping[str, str] = {}
    off: Mapping[date, str] = {}
    simulated: bool = False
    rehearsed: bool = False
