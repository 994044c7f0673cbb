"""The page as HTML: one file, nothing loaded from elsewhere; prints on A4."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from jinja2 import Environment

from mlew.documents.figures import figure
from mlew.documents.long_day import long_day
from mlew.documents.market_page.amounts import amount, unit_text
from mlew.documents.market_page.content import Input, MarketPage, cost_name, cost_names, inputs
from mlew.documents.market_page.words import words
from mlew.documents.money import rough_money
from mlew.documents.plan_page import pictures
from mlew.documents.web_page.frame import environment, policy_for, text_of
from mlew.domain.market_estimate import Bound, Case

_PACKAGE = "mlew.documents.market_page"
_BOUNDS: tuple[Bound, ...] = ("low", "middle", "high")
_MOST = 12
BY_DEFAULT = "default"
"""Who set N where nobody did (services.market)."""


class _Row(NamedTuple):
    """An input in the table. `unit`: what its numbers are of; `found`: where they come from."""

    name: str
    unit: str
    low: str
    middle: str
    high: str
    found: str
    check: str
    assumed: bool


def render_market_page(page: MarketPage) -> str:
    """The same page is the same text."""
    style = text_of("mlew.documents.plan_page", "page.css") + text_of(_PACKAGE, "market.css")
    return (
        _environment()
        .get_template("market.html.j2")
        .render(
            page=page,
            estimate=page.market.estimate,
            words=words(page.locale),
            view=_View(page),
            style=style,
            policy=policy_for(style),
        )
    )


class _View:
    """What the template asks about the page, in its language."""

    bounds = _BOUNDS

    def __init__(self, page: MarketPage) -> None:
        self._page, self._words, self._market = page, words(page.locale), page.market

    def case(self, bound: Bound) -> Case:
        """One of the three."""
        estimate = self._market.estimate
        return {"low": estimate.low, "middle": estimate.middle, "high": estimate.high}[bound]

    def rough(self, value: float) -> str:
        """Of an estimate."""
        return rough_money(value, self._market.estimate.currency, self._page.locale)

    def break_even(self, bound: Bound) -> str:
        """The share that is needed."""
        share = self._market.estimate.break_even.get(bound)
        return self._words["out_of_reach"] if share is None or share > 100 else f"{share:.3g} %"

    def stated_share(self) -> str:
        """What the team takes the share for, in the middle."""
        return self._words["share_stated"].format(share=figure(self._market.inputs.share.middle))

    def tornado(self) -> Sequence[pictures.Row]:
        """What moves the answer, widest first."""
        estimate = self._market.estimate
        names = [self._name(one.input) for one in estimate.sensitivities]
        return pictures.tornado(estimate, names, most=_MOST)

    def rows(self) -> Sequence[_Row]:
        """All inputs."""
        return [self._row(one) for one in inputs(self._market)]

    def multiples(self) -> Sequence[tuple[str, str]]:
        """N and its changes, each with its reason."""
        said = self._words
        return [
            (
                said["set"].format(
                    n=f"{one.n:g}",
                    day=long_day(one.set_at.date(), self._page.locale),
                    who=said["default"] if one.set_by in ("", BY_DEFAULT) else one.set_by,
                ),
                one.reason,
            )
            for one in self._market.inputs.multiples
        ]

    def _row(self, one: Input) -> _Row:
        locale, found = self._page.locale, one.figure
        name = self._name(one.key) if one.key else ""
        if one.cost is not None and not one.key:
            name = self._words["cost_periods"].format(name=cost_name(one.cost, locale))
        low, middle, high = (amount(found, bound, locale) for bound in _BOUNDS)
        check = self._words["check"].format(how=found.check) if found.check else self._words["nobody_checks"]
        return _Row(
            name=name,
            unit=unit_text(found, locale),
            low=low,
            middle=middle,
            high=high,
            found=found.source or (self._words["assumed_one"] if found.assumed else ""),
            check=check if found.assumed else "",
            assumed=found.assumed,
        )

    def _name(self, key: str) -> str:
        return cost_names(self._market, self._page.locale).get(key) or self._words[key]


@cache
def _environment() -> Environment:
    return environment(_PACKAGE, names={"cases": pictures.cases, "day": long_day})
