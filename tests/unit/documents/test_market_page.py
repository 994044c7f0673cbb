"""The page of the estimate: the answer, the cases, what moves it, where each figure comes from."""

import re
from html import unescape

import pytest

from mlew.documents.market_page import render_market_page
from mlew.documents.market_page.amounts import amount, unit_text
from mlew.documents.market_page.content import inputs
from mlew.domain.market_estimate import Figure
from mlew.domain.market_unit import Customers, Price
from tests.unit.documents.milestone_reports import MARKETS

JA, EN = MARKETS["canteen-ja"], MARKETS["canteen-en"]


def text_of(html: str) -> str:
    body = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", body).split()))


def test_the_answer_and_the_share_that_is_needed() -> None:
    page = text_of(render_market_page(EN))

    for text in ("3.6 times the cost : the line of 3 is reached", "Provisional", "18.1 %", "6.67 %", "2.96 %",
                 "the share taken is 8 %"):  # fmt: skip
        assert text.replace(" :", ":") in page.replace(" :", ":")


def test_every_input_has_its_range_unit_and_source() -> None:
    page = text_of(render_market_page(JA))

    for text in ("顧客の数 店", "2,400", "3,600", "業界団体の名簿", "1 店・1 か月あたり", "24 か月",
                 "読み取りの改善と問い合わせへの対応 1 か月あたり", "読み取りの改善と問い合わせへの対応の期間",
                 "40 万円", "確かめ方：開発A が先月の作業時間から", "確かめる人が決まっていません"):  # fmt: skip
        assert text in page


def test_n_and_its_changes_are_told() -> None:
    inputs_ = EN.market.inputs
    changed = inputs_.multiples[0].model_copy(update={"n": 5, "reason": "The board wants more", "set_by": "Board"})
    market = EN.market.model_copy(
        update={
            "inputs": inputs_.model_copy(update={"multiples": (*inputs_.multiples, changed)}),
            "estimate": EN.market.estimate.model_copy(update={"n_changed": True}),
        }
    )
    page = text_of(render_market_page(EN._replace(market=market)))

    assert "N = 3" in page
    assert "N = 5 (Wed 7 Oct 2026, Board) The board wants more" in page
    assert "N was changed after the estimate was begun." in page


def test_a_share_beyond_all_customers_is_out_of_reach() -> None:
    estimate = EN.market.estimate.model_copy(update={"break_even": {"low": None, "middle": 120.0, "high": 99.0}})
    page = text_of(render_market_page(EN._replace(market=EN.market.model_copy(update={"estimate": estimate}))))

    assert page.count("out of reach") == 2
    assert "99 %" in page


def test_the_key_of_each_input_is_that_of_the_estimate() -> None:
    keys = [one.key for one in inputs(JA.market) if one.key]

    assert sorted(keys) == sorted(one.input for one in JA.market.estimate.sensitivities)


@pytest.mark.parametrize(
    ("value", "shown"), [(0.25, "0.25 USD"), (12.5, "12.5 USD"), (12, "$12"), (1500, "$1,500"), (1500.5, "$1,500")]
)
def test_small_prices_keep_their_fraction(value: float, shown: str) -> None:
    one = Figure[Price](low=value, middle=value, high=value, unit=Price(currency="USD", of="seat", per="month"))

    assert amount(one, "middle", "en") == shown
    assert unit_text(one, "en") == "per seat and month"


def test_nothing_of_what_people_wrote_is_markup() -> None:
    evil = "<script>alert(1)</script>"
    figure = Figure[Customers](low=1, middle=2, high=3, unit=Customers(of=evil), source=evil, check=evil)
    market = EN.market.model_copy(update={"inputs": EN.market.inputs.model_copy(update={"customers": figure})})
    page = render_market_page(EN._replace(market=market, title=evil, company=evil))

    assert "<script" not in page
    assert "default-src 'none'" in unescape(page)
    assert not re.findall(r'(?:src|href)="', page)


def test_figures_of_the_rehearsal_say_so() -> None:
    assert "rehearsal model" in text_of(render_market_page(EN))
    assert "リハーサル" not in text_of(render_market_page(JA))
