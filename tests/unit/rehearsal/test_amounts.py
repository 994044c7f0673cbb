import pytest

from mlew.domain.base import Locale
from mlew.domain.quantity import Period
from mlew.rehearsal.amounts import currency_of, how_often, read_period, spent, write_minutes, write_money, write_period


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1件15分", [(15, 15, "minute")]),
        ("2〜3日かかる", [(2, 3, "day")]),
        ("週2回、1回40分", [(40, 40, "minute")]),
        ("1回500円、30分", [(500, 500, "yen"), (30, 30, "minute")]),
        ("半日", [(4, 4, "hour")]),
        ("1日3回電話", []),
        ("毎月25日に締める", []),
        ("2年生の部員", []),
        ("3日前に連絡", []),
        ("15 min each", [(15, 15, "minute")]),
        ("costs 12 dollars and 2 hours", [(12, 12, "usd"), (2, 2, "hour")]),
        ("20 calls a day", []),
        ("within 3 days", []),
        ("half an hour per call", [(30, 30, "minute")]),
        ("no amount", []),
    ],
)
def test_amounts_are_told_from_dates_and_frequencies(text: str, found: list[tuple[float, float, str]]) -> None:
    assert [(s.quantity.low, s.quantity.high, s.quantity.unit) for s in spent(text)] == found


@pytest.mark.parametrize(
    ("text", "times", "per"),
    [
        ("1日3回電話", 3, "day"),
        ("毎週月曜", 1, "week"),
        ("月に20件", 20, "month"),
        ("年4回", 4, "year"),
        ("月末に", 1, "month"),
        ("日に5〜6回", 5.5, "day"),
        ("twice a week", 2, "week"),
        ("every Monday morning", 1, "week"),
        ("20 calls a day", 20, "day"),
        ("every season", 1, "year"),
        ("daily", 1, "day"),
    ],
)
def test_frequencies_are_read(text: str, times: float, per: str) -> None:
    often = how_often(text)
    assert often
    assert (often.times, often.per, often.said) == (times, per, True)


@pytest.mark.parametrize("text", ["15分かかる", "$40 a month", "once upon", ""])
def test_what_is_no_frequency_is_not_read_as_one(text: str) -> None:
    assert how_often(text) is None


@pytest.mark.parametrize(
    ("low", "high", "ja", "en"),
    [
        (5, 10, "5〜10分", "5–10 min"),
        (60, 120, "1〜2時間", "1–2 h"),
        (1440, 1440, "1日", "1 day"),
        (15, 15, "15分", "15 min"),
    ],
)
def test_minutes_are_written_as_people_write_them(low: float, high: float, ja: str, en: str) -> None:
    assert (write_minutes(low, high, "ja"), write_minutes(low, high, "en")) == (ja, en)


def test_money_follows_the_currency_of_the_text() -> None:
    assert (write_money(1200, "JPY"), write_money(12, "USD"), write_money(1.5, "EUR")) == ("1,200円", "$12", "€1.50")
    assert (currency_of("20 €", "ja"), currency_of("12ドル", "ja"), currency_of("", "ja")) == ("EUR", "USD", "JPY")


@pytest.mark.parametrize(
    ("text", "amount", "unit", "per"),
    [
        ("週 2 時間", 2, "hour", "week"),
        ("毎日 40 分", 40, "minute", "day"),
        ("月に約 12 万円分", 120_000, "yen", "month"),
        ("1日8時間", 8, "hour", "day"),
        ("about $180 a month for idle days", 180, "usd", "month"),
        ("15 minutes a day", 15, "minute", "day"),
        ("twice a week, 50 min", 50, "minute", None),
    ],
)
def test_amounts_of_a_whole_period_are_told_from_those_of_one_time(
    text: str, amount: float, unit: str, per: str | None
) -> None:
    found = spent(text)[0]
    assert (found.quantity.low, found.quantity.unit, found.per) == (amount, unit, per)


def test_the_part_of_one_occurrence_is_computed() -> None:
    monthly, daily = spent("月に約 12 万円分")[0], how_often("毎日 20 分")
    assert daily
    assert round(monthly.each(daily).middle) == round(120_000 * 12 / 365)
    assert spent("20分")[0].each(daily).middle == 20


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize("per", [None, "day", "week", "month", "year"])
def test_periods_are_read_as_they_are_written(per: Period | None, locale: Locale) -> None:
    assert read_period(write_period(per, locale)) == per
