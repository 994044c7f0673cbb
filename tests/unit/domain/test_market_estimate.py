"""③ worked out by hand: what a careful accountant would get with a pencil."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.market_arithmetic import estimate_market
from mlew.domain.market_estimate import Cost, Figure, MarketInputs
from mlew.domain.market_rules import market_errors, market_warnings
from mlew.domain.market_unit import Customers, Money, Percent, Periods, Price, Running
from mlew.domain.multiple import Multiple
from mlew.errors import InputError

NOON = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)
COMPANY = Customers(of="company")
PRICE = Price(currency="JPY", of="company", per="month")


def figure(low: float, middle: float, high: float, **more: Any) -> dict[str, Any]:
    return {"low": low, "middle": middle, "high": high, "source": "survey", "assumed": False, **more}


def inputs(**changes: Any) -> MarketInputs:
    """10,000 companies x 5 % x 10,000 yen a month x 24 months = 120 million; costs 20 + 2 x 12 = 44 million."""
    given_ = {
        "currency": "JPY",
        "customers": Figure[Customers](**figure(8_000, 10_000, 12_000), unit=COMPANY),
        "share": Figure[Percent](**figure(2, 5, 8), unit=Percent()),
        "price": Figure[Price](**figure(10_000, 10_000, 10_000), unit=PRICE),
        "periods": Figure[Periods](**figure(12, 24, 36), unit=Periods(per="month")),
        "costs": (
            Cost(
                kind="advertising",
                amount=Figure[Money](**figure(16e6, 20e6, 24e6), unit=Money(currency="JPY")),
            ),
            Cost(
                kind="operation",
                amount=Figure[Running](**figure(2e6, 2e6, 2e6), unit=Running(currency="JPY", per="month")),
                periods=Figure[Periods](**figure(12, 12, 12), unit=Periods(per="month")),
            ),
        ),
        "multiples": (Multiple(n=3, reason="as for the last product", set_at=NOON),),
        "estimated_at": NOON + timedelta(hours=1),
    }
    return MarketInputs(**(given_ | changes))


def test_the_middle_is_the_plain_product_against_the_sum_of_costs() -> None:
    middle = estimate_market(inputs()).middle

    assert middle.value == 120e6
    assert middle.cost == 44e6
    assert middle.needed == 132e6
    assert middle.ratio == pytest.approx(120 / 44)
    assert not middle.reached


def test_the_low_case_has_low_value_and_high_cost_and_the_high_case_the_reverse() -> None:
    found = estimate_market(inputs())

    # 8,000 x 2 % x 10,000 x 12 = 19.2 million against 24 + 24; 12,000 x 8 % x 10,000 x 36 = 345.6 against 16 + 24
    assert (found.low.value, found.low.cost) == (19.2e6, 48e6)
    assert (found.high.value, found.high.cost) == (345.6e6, 40e6)
    assert (found.low.reached, found.high.reached) == (False, True)
    assert not found.sure


def test_the_break_even_share_is_where_value_is_n_times_cost() -> None:
    found = estimate_market(inputs())

    # 132 million / (10,000 x 10,000 x 24 = 2,400 million) = 5.5 %
    assert found.break_even["middle"] == pytest.approx(5.5)
    # 144 million / (8,000 x 10,000 x 12 = 960 million) = 15 %
    assert found.break_even["low"] == pytest.approx(15)
    # 120 million / (12,000 x 10,000 x 36 = 4,320 million) = 2.777… %
    assert found.break_even["high"] == pytest.approx(100 / 36)


def test_a_share_of_more_than_all_customers_is_told_as_it_is() -> None:
    few = Figure[Customers](**figure(0, 100, 100), unit=COMPANY)
    found = estimate_market(inputs(customers=few))

    assert found.break_even["middle"] == pytest.approx(550)
    assert found.break_even["low"] is None


def test_the_widest_swing_comes_first_and_says_whether_it_decides() -> None:
    found = estimate_market(inputs()).sensitivities

    # share 2 % → 48 / 44, 8 % → 192 / 44: swing 144 / 44; periods 60 … 180: 120 / 44; customers 96 … 144: 48 / 44
    assert [one.input for one in found[:3]] == ["share", "periods", "customers"]
    assert found[0].swing == pytest.approx(144 / 44)
    # advertising 16 → 120 / 40 = 3 reaches N, 24 → 120 / 48 = 2.5 does not
    advertising = next(one for one in found if one.input == "cost-1")
    assert advertising.at_low == pytest.approx(3)
    assert advertising.at_high == pytest.approx(2.5)
    assert advertising.decides
    price = next(one for one in found if one.input == "price")
    assert (price.swing, price.decides) == (0, False)


def test_exactly_n_times_the_cost_is_reached() -> None:
    share = Figure[Percent](**figure(5.5, 5.5, 5.5), unit=Percent())

    assert estimate_market(inputs(share=share)).middle.reached


def test_all_cases_with_the_same_answer_make_it_sure() -> None:
    share = Figure[Percent](**figure(90, 95, 100), unit=Percent())
    found = estimate_market(inputs(share=share))

    assert found.low.reached
    assert found.sure


def test_what_is_assumed_is_listed() -> None:
    share = Figure[Percent](**figure(2, 5, 8, source="", assumed=True), unit=Percent())

    assert estimate_market(inputs(share=share)).assumed == ("share",)
    assert [w.rule for w in market_warnings(inputs(share=share)) if w.where == "share"] == ["market-check"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            {"price": Figure[Price](**figure(1, 2, 3), unit=Price(currency="JPY", of="person", per="month"))},
            "counted as 'company', but the price is per 'person'",
        ),
        (
            {"periods": Figure[Periods](**figure(1, 2, 3), unit=Periods(per="year"))},
            "counted in years, but money is per month. Convert one: 1 year = 12 months",
        ),
        (
            {"price": Figure[Price](**figure(1, 2, 3), unit=Price(currency="USD", of="company", per="month"))},
            "in USD, but the estimate in JPY",
        ),
        ({"share": Figure[Percent](**figure(2, 5, 120), unit=Percent())}, "share of 120 % is impossible"),
        ({"share": Figure[Percent](**figure(5, 2, 8), unit=Percent())}, "not in order"),
        ({"share": Figure[Percent](**figure(2, 5, 8, source=""), unit=Percent())}, "The source is missing"),
        ({"share": Figure[Percent](**figure(0, 0, 8), unit=Percent())}, "middle has to be above 0"),
        ({"costs": ()}, "costs may add up to 0"),
        ({"multiples": (Multiple(n=0, set_at=NOON),)}, "N has to be above 0"),
        ({"multiples": (Multiple(n=3, set_at=NOON + timedelta(hours=2)),)}, "after the estimate was begun"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_it_is(change: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError) as refused:
        estimate_market(inputs(**change))

    assert words in refused.value.message


def test_a_running_cost_needs_the_same_periods_and_one_paid_once_has_none() -> None:
    running = Figure[Running](**figure(1, 1, 1), unit=Running(currency="JPY", per="year"))
    once = Figure[Money](**figure(1, 1, 1), unit=Money(currency="EUR"))
    months = Figure[Periods](**figure(12, 12, 12), unit=Periods(per="month"))

    def rules(cost: Cost) -> list[str]:
        return [error.rule for error in market_errors(inputs(costs=(cost,)))]

    assert rules(Cost(kind="sales", amount=running)) == ["market-cost-running"]
    assert rules(Cost(kind="sales", amount=running, periods=months)) == ["market-periods"]
    assert rules(Cost(kind="sales", amount=once, periods=months)) == ["market-cost-once"]
    assert rules(Cost(kind="sales", amount=once)) == ["market-currency"]


def test_one_estimate_names_everything_that_does_not_fit_in_japanese_too() -> None:
    broken = inputs(
        customers=Figure[Customers](**figure(1, 2, 3), unit=Customers(of="人")),
        periods=Figure[Periods](**figure(1, 2, 3), unit=Periods(per="year")),
    )
    with pytest.raises(InputError) as refused:
        estimate_market(broken, locale="ja")

    assert "顧客は「人」で数えていますが、単価は「company」あたりです" in refused.value.message
    assert "1 年は 12 月として" in refused.value.message


def test_an_n_that_was_changed_after_the_first_figures_is_shown() -> None:
    later = (inputs().multiples[0], Multiple(n=2, reason="", set_at=NOON + timedelta(days=1)))
    changed = inputs(multiples=later)

    assert estimate_market(changed).n_changed
    assert estimate_market(changed).n == 2
    assert {"market-n-changed", "market-n-reason"} <= {w.rule for w in market_warnings(changed)}
    assert not estimate_market(inputs()).n_changed


def test_missing_kinds_of_cost_are_named() -> None:
    missing = [w.message for w in market_warnings(inputs(), locale="ja") if w.rule == "market-cost-kind"]

    assert missing == ["「販売」の費用がありません。", "「改善」の費用がありません。"]


def test_spelling_of_who_counts_as_a_customer_does_not_matter() -> None:
    price = Price(currency="JPY", of=" Company ", per="month")

    assert estimate_market(inputs(price=Figure[Price](**figure(1, 1, 1), unit=price))).middle.value == 12_000


_amount = st.floats(0.001, 1e12)
_range = st.lists(_amount, min_size=3, max_size=3).map(sorted)


@given(_range, st.lists(st.floats(0.001, 100), min_size=3, max_size=3).map(sorted), _range, _range)
def test_low_never_beats_middle_and_the_break_even_share_breaks_even(
    customers: list[float], share: list[float], price: list[float], cost: list[float]
) -> None:
    case = inputs(
        customers=Figure[Customers](**figure(*customers), unit=COMPANY),
        share=Figure[Percent](**figure(*share), unit=Percent()),
        price=Figure[Price](**figure(*price), unit=PRICE),
        costs=(Cost(kind="sales", amount=Figure[Money](**figure(*cost), unit=Money(currency="JPY"))),),
    )
    found = estimate_market(case)

    assert found.low.ratio <= found.middle.ratio * (1 + 1e-9)
    assert found.middle.ratio <= found.high.ratio * (1 + 1e-9)
    even = found.break_even["middle"]
    assert even is not None
    assert found.middle.value * even / share[1] == pytest.approx(found.middle.needed)


def test_inputs_read_back_from_json_as_they_were() -> None:
    assert MarketInputs.model_validate_json(inputs().model_dump_json()) == inputs()
