"""Market estimate and plan through the rehearsal model's own door, from a practice edition's documents."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache

from mlew.documents import render
from mlew.documents.facts import render_facts
from mlew.documents.plan_people import render_people
from mlew.documents.public_holidays import public_holidays
from mlew.domain.base import Locale
from mlew.domain.iteration import Iteration, iteration_from
from mlew.domain.market_arithmetic import estimate_market
from mlew.domain.market_draft import MarketDraft, inputs_from
from mlew.domain.market_estimate import Market
from mlew.domain.market_unit import Currency
from mlew.domain.multiple import Multiple
from mlew.domain.plan_conversion import PlanFrame
from mlew.domain.plan_draft import PlanDraft
from mlew.domain.plan_people import SPONSOR, Person
from mlew.domain.plan_warnings import months_after
from mlew.domain.press_release import PressRelease, press_release_from
from mlew.domain.workshop import WorkshopPlan
from tests.unit.rehearsal.rehearsing import Edition, ask, rehearse
from tests.unit.rehearsal.test_editions import CUSTOMERS

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TEAM = (
    Person(alias="P-1", name="Planning A", roles=("product_manager",)),
    Person(alias="P-2", name="Development A", roles=("developer",)),
    Person(alias="P-3", name="Development B", roles=("data_scientist",)),
    Person(alias="P-4", name="Planning B", roles=("sales",)),
    Person(alias=SPONSOR, name="Head of sales", roles=("sponsor",)),
)
ALONE = (Person(alias="P-1", name="Planning A", roles=("product_manager", "developer", "sales")),)


@cache
def edition(customer: str) -> tuple[Edition, Locale]:
    """The practice edition of a customer."""
    sheet, solutions, team, locale = CUSTOMERS[customer]
    return rehearse(sheet, solutions, team, locale), locale


def release_of(customer: str) -> PressRelease:
    return press_release_from(edition(customer)[0].release, pair="a", invention="I1", author="m")


def iteration_of(customer: str) -> Iteration:
    found, _ = edition(customer)
    return iteration_from(found.milestone, found.script, pair="a", sessions=())


def market_draft(customer: str, *, currency: Currency = "JPY", requests: str = "") -> MarketDraft:
    found, locale = edition(customer)
    facts = render_facts(WorkshopPlan(locale=locale, currency=currency), "", NOON.date())
    inputs = {
        "facts": facts,
        "journey": render(found.journey, locale),
        "press_release": render(release_of(customer), locale),
        "milestone": render(iteration_of(customer), locale),
    }
    return ask("market_estimate", locale, MarketDraft, inputs, requests=requests)


def market_of(customer: str) -> Market:
    inputs = inputs_from(market_draft(customer), "JPY", (Multiple(set_at=NOON),), NOON)
    return Market(pair="a", inputs=inputs, estimate=estimate_market(inputs))


def framed(starts: date, time_zone: str, locale: Locale) -> tuple[PlanFrame, dict[date, str]]:
    """The frame of a plan, and the days off around it."""
    off = public_holidays(time_zone, starts, months_after(starts, 9), locale)
    return PlanFrame(starts=starts, time_zone=time_zone, currency="JPY"), off


def plan_draft(
    customer: str,
    starts: date,
    *,
    time_zone: str = "Asia/Tokyo",
    people: Sequence[Person] = TEAM,
    market: Market | None = None,
    requests: str = "",
) -> PlanDraft:
    _, locale = edition(customer)
    frame, off = framed(starts, time_zone, locale)
    texts = [render(iteration_of(customer), locale), *([render(market, locale)] if market else [])]
    inputs = {
        "milestone": "\n\n".join(texts),
        "press_release": render(release_of(customer), locale),
        "people": render_people(frame, people, off, locale),
    }
    return ask("plan", locale, PlanDraft, inputs, requests=requests)
