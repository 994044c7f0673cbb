"""Rehearsed market estimates and plans keep the rules, for every trade, time of the year and size of team."""

from collections.abc import Sequence
from datetime import date

import pytest

from mlew.domain.base import Locale
from mlew.domain.market_draft import market_violations
from mlew.domain.market_unit import Currency
from mlew.domain.plan_conversion import plan_from
from mlew.domain.plan_draft_rules import plan_violations
from mlew.domain.plan_errors import plan_errors
from mlew.domain.plan_people import Person
from mlew.domain.plan_warnings import months_after, plan_warnings
from tests.unit.rehearsal.planning import ALONE, TEAM, edition, framed, market_draft, market_of, plan_draft
from tests.unit.rehearsal.rehearsing import strings
from tests.unit.rehearsal.test_editions import CUSTOMERS
from usecases.definition import load

every_customer = pytest.mark.parametrize("customer", CUSTOMERS)
TODAY = date(2026, 11, 22)


def corrections(step: str, locale: Locale) -> str:
    return "\n".join(f"- {c.text}" for c in load(step).text(locale).corrections)


@every_customer
@pytest.mark.parametrize("currency", ["JPY", "USD", "EUR"])
def test_a_rehearsed_estimate_keeps_the_rules_in_every_currency(customer: str, currency: Currency) -> None:
    draft = market_draft(customer, currency=currency)

    assert market_violations(draft, currency, locale=edition(customer)[1]) == []


@every_customer
def test_it_takes_up_corrections_and_comments_and_still_keeps_the_rules(customer: str) -> None:
    locale = edition(customer)[1]
    plain = market_draft(customer)
    asked = market_draft(customer, requests=corrections("market_estimate", locale) + "\n- 2.5 %")

    assert market_violations(asked, "JPY", locale=locale) == []
    assert asked.share.middle == 2.5
    assert asked.customers.middle < plain.customers.middle
    assert "2.5 %" in asked.share.check


def test_the_price_is_that_of_the_press_release() -> None:
    draft = market_draft("ironworks")

    assert draft.price.source == "プレスリリースのよくある質問（料金）"
    assert draft.price.high == draft.price.middle


@every_customer
@pytest.mark.parametrize("starts", [TODAY, date(2026, 12, 28), date(2027, 4, 26), date(2027, 9, 1), date(2028, 2, 29)])
def test_a_rehearsed_plan_keeps_the_rules_at_every_time_of_the_year(customer: str, starts: date) -> None:
    locale = edition(customer)[1]
    frame, off = framed(starts, "Asia/Tokyo", locale)
    draft = plan_draft(customer, starts)

    assert plan_violations(draft, frame, TEAM, off, locale=locale) == []
    plan = plan_from(draft, frame, TEAM, off, locale=locale)
    assert plan.extra == ""
    assert {w.rule for w in plan_warnings(plan, off, locale=locale)} <= {"plan-no-date", "plan-no-report"}
    fan = plan.milestone("fan")
    assert fan is not None
    assert fan.planned is not None
    assert fan.planned <= months_after(starts, 3)


@pytest.mark.parametrize("time_zone", ["Europe/London", "America/New_York", "Asia/Singapore", "UTC"])
@pytest.mark.parametrize("people", [(), ALONE, TEAM])
def test_it_keeps_them_in_every_country_and_for_teams_of_any_size(time_zone: str, people: Sequence[Person]) -> None:
    frame, off = framed(TODAY, time_zone, "en")
    draft = plan_draft("growers", TODAY, time_zone=time_zone, people=people)

    assert plan_violations(draft, frame, people, off) == []
    assert plan_errors(plan_from(draft, frame, people, off), TODAY) == []


def test_roles_that_nobody_has_are_open_points() -> None:
    draft = plan_draft("growers", TODAY, people=())

    assert {task.owner for task in draft.tasks} == {""}
    assert [p.text for p in draft.open_points if "data scientist" in p.text]


@every_customer
def test_money_for_competition_is_what_the_estimate_says(customer: str) -> None:
    market = market_of(customer)
    draft = plan_draft(customer, TODAY, market=market)

    asked = sum(item.amount for request in draft.requests if request.kind == "competition" for item in request.items)
    assert asked == pytest.approx(market.estimate.middle.cost, rel=0.05)


@every_customer
def test_a_plan_takes_up_corrections_and_comments(customer: str) -> None:
    locale = edition(customer)[1]
    frame, off = framed(TODAY, "Asia/Tokyo", locale)
    draft = plan_draft(customer, TODAY, requests=corrections("plan", locale) + "\n- 2/14")

    assert plan_violations(draft, frame, TEAM, off, locale=locale) == []
    assert len(draft.tasks) < len(plan_draft(customer, TODAY).tasks)
    assert any("2/14" in point.text for point in draft.open_points)


@every_customer
def test_texts_are_in_their_language_without_open_places(customer: str) -> None:
    _, locale = edition(customer)
    texts = strings(plan_draft(customer, TODAY).model_dump()) + strings(market_draft(customer).model_dump())

    prose = [t for t in texts if len(t) > 25]
    assert sum(any("ぁ" <= c <= "ん" for c in t) for t in prose) == (len(prose) if locale == "ja" else 0)
    for text in texts:
        assert not any(bad in text for bad in ("。。", "、、", "..", " .", "{", "}", "None", "「」", "“”", "  "))


def test_the_same_input_gives_the_same_plan() -> None:
    assert plan_draft("choir", TODAY) == plan_draft("choir", TODAY)
    assert market_draft("choir") == market_draft("choir")
