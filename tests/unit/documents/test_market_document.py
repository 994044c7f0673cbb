"""A market estimate's Markdown is computed again when it is read, and says what is wrong in it."""

import pytest

from mlew.documents.market import parse, render
from mlew.domain.market_arithmetic import estimate_market
from mlew.domain.market_estimate import Market
from mlew.errors import InputError
from tests.unit.domain.test_market_estimate import inputs

MARKET = Market(pair="web", inputs=inputs(), estimate=estimate_market(inputs()))


def test_a_figure_that_people_change_changes_the_answer() -> None:
    text = render(MARKET, "en").replace("| Share | 2 | 5 | 8 |", "| Share | 2 | 6 | 8 |")

    changed = parse(text, "en")

    assert changed.estimate.middle.value == 144e6
    assert changed.estimate.middle.reached
    assert changed.extra == ""


def test_computed_tables_are_not_read_and_notes_beside_them_are_kept() -> None:
    text = render(MARKET, "en").replace("| Value | ¥19.2m |", "| Value | ¥999m |")
    text = text.replace("## Result\n", "## Result\n\nAsk sales about this.\n")

    read = parse(text, "en")

    assert read.estimate == MARKET.estimate
    assert read.extra == "Ask sales about this."


def test_low_middle_and_high_units_and_the_picture_are_shown() -> None:
    text = render(MARKET, "ja")

    assert "| 価値 | 1,920 万円 | 1 億 2,000 万円 | 3 億 4,600 万円 |" in text
    assert "| 費用の 3 倍に届くシェア | 15 % | 5.5 % | 2.78 % |" in text
    assert "中央の値で費用の 3 倍に届きません。ただし高めの値では届きます。" in text
    assert "┃" in text


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("| Share | 2 | 5 | 8 |", "| Share | 2 | many | 8 |", "'many' is not understood as a number for 'Middle'"),
        ("| Share | 2 | 5 | 8 |", "| Share | 2 |  | 8 |", "not understood as a number for 'Middle'"),
        ("| Share | 2 | 5 | 8 |", "| Share | 9 | 5 | 8 |", "not in order"),
        ("| Share | 2 | 5 | 8 | % |  |  | no | survey |  |\n", "", "has no row 'Share'"),
        ("| Price | 10,000 | 10,000 | 10,000 | company |", "| Price | 1 | 1 | 1 | person |", "price is per 'person'"),
        ("company | JPY | month |", "company | JPY |  |", "is not understood as 'Period'"),
        ("| 2 | 12 | 12 | 12 | month |", "| 2 | 12 | 12 | 12 | year |", "1 year = 12 months"),
        ("- Estimate begun at: 2026-04-01T13:00:00+00:00", "- Estimate begun at: yesterday", "'yesterday'"),
        ("- Estimate begun at: 2026-04-01T13:00:00+00:00", "- Estimate begun at: 2026-04-01T13:00", "offset"),
        ("- Currency: JPY\n", "", "'- Currency: …' is missing"),
    ],
)
def test_what_cannot_be_is_refused_with_what_it_is(old: str, new: str, said: str) -> None:
    text = render(MARKET, "en")
    assert old in text

    with pytest.raises(InputError) as refused:
        parse(text.replace(old, new), "en")

    assert said in str(refused.value)


def test_a_blank_currency_is_that_of_the_estimate() -> None:
    text = render(MARKET, "en").replace("| company | JPY | month |", "| company |  | month |")

    assert parse(text, "en") == MARKET
