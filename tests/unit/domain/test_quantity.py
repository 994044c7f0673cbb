"""Amounts in the words of people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.quantity import MINUTES, Quantity, Unit, dimension, parse_quantity


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("15〜30 分", 15, 30, "minute"), ("１５〜３０　分", 15, 30, "minute"), ("15-30 min", 15, 30, "minute"),
        ("1時間半", 1.5, 1.5, "hour"), ("1.5 h", 1.5, 1.5, "hour"), ("2h30m", 150, 150, "minute"),
        ("1時間30分", 90, 90, "minute"), ("1 hour and 30 minutes", 90, 90, "minute"), ("半日", 0.5, 0.5, "day"),
        ("half an hour", 0.5, 0.5, "hour"), ("an hour and a half", 1.5, 1.5, "hour"), ("two hours", 2, 2, "hour"),
        ("30分から1時間", 0.5, 1, "hour"), ("1時間〜1時間半", 1, 1.5, "hour"), ("30秒", 0.5, 0.5, "minute"),
        ("between 30 minutes and 1 hour", 0.5, 1, "hour"), ("about 2 hours", 2, 2, "hour"), ("約２時間", 2, 2, "hour"),
        ("2〜3営業日", 2, 3, "day"), ("1年6か月", 18, 18, "month"), ("1日〜2日", 1, 2, "day"),
        ("1万5千円", 15000, 15000, "yen"), ("2,000円/月", 2000, 2000, "yen"), ("1〜2万円", 10000, 20000, "yen"),
        ("5000〜1万円", 5000, 10000, "yen"), ("¥1,000〜1,500", 1000, 1500, "yen"), ("2千万円", 2e7, 2e7, "yen"),
        ("1億2,000万円", 1.2e8, 1.2e8, "yen"), ("$1.5k", 1500, 1500, "usd"), ("USD 20", 20, 20, "usd"),
        ("€5-10", 5, 10, "eur"), ("30分〜", 30, 30, "minute"), ("80%", 80, 80, "percent"), ("週に3回", 3, 3, "count"),
    ],
)  # fmt: skip
def test_amounts_are_read(text: str, low: float, high: float, unit: Unit) -> None:
    read = parse_quantity(text)
    assert read is not None
    assert (read.low, read.high) == pytest.approx((low, high))
    assert read.unit == unit


@pytest.mark.parametrize(
    ("text", "middle", "unit"),
    [
        ("3人で2時間", 2, "hour"), ("3 people and 2 hours", 2, "hour"), ("80 % of them need 30 min", 30, "minute"),
        ("1日30分", 30, "minute"), ("1回30分", 30, "minute"), ("1人あたり2,000円", 2000, "yen"),
        ("2026年4月から6か月", 6, "month"),
    ],
)  # fmt: skip
def test_time_or_money_counts_before_numbers_of_people_and_periods(text: str, middle: float, unit: Unit) -> None:
    read = parse_quantity(text)
    assert read is not None
    assert (read.middle, read.unit) == (middle, unit)


@pytest.mark.parametrize(
    "text",
    ["", "within working hours", "営業時間内", "A4 2枚", "2026年4月", "2026年度", "令和8年", "4月1日〜4月3日",
     "10:00〜12:00", "2026-04-01", "5日(月)", "第3週", "2回目", "3人日", "5分の1", "数分", "several hours", "20XX年",
     "無料", "free", "about 2", "2 hectares", "1" * 400 + " 円", "1" + "億" * 60 + "円", "9" * 309 + " minutes"],
)  # fmt: skip
def test_what_is_no_amount_stays_a_note(text: str) -> None:
    assert parse_quantity(text) is None


@given(st.text(max_size=60))
def test_no_text_breaks_it_and_low_is_never_above_high(text: str) -> None:
    read = parse_quantity(text)
    assert read is None or read.low <= read.high


_NAMES: dict[str, Unit] = {
    "分": "minute", " min": "minute", "時間": "hour", " hours": "hour", "日間": "day", "週間": "week", "か月": "month",
    "円": "yen", " USD": "usd", "ユーロ": "eur",
}  # fmt: skip


@given(st.integers(1, 1000), st.integers(0, 1000), st.sampled_from(sorted(_NAMES)), st.sampled_from("〜-～"))
def test_every_range_reads_back(low: int, more: int, name: str, between: str) -> None:
    expected = Quantity(low=low, high=low + more, unit=_NAMES[name])
    assert parse_quantity(f"{low}{between}{low + more}{name}") == expected


@given(st.integers(1, 10**7), st.sampled_from(sorted(_NAMES)))
def test_thousands_may_have_commas(amount: int, name: str) -> None:
    assert parse_quantity(f"{amount:,}{name}") == parse_quantity(f"{amount}{name}")


def test_every_unit_has_a_dimension_and_units_of_time_have_minutes() -> None:
    assert {unit for unit in MINUTES if dimension(unit) == "time"} == set(MINUTES)  # type: ignore[arg-type]
    assert [dimension(unit) for unit in ("yen", "count", "percent")] == ["money", "count", "percent"]
