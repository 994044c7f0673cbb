"""Months of a calendar part: weeks as the language counts them, every day in its place."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.base import Locale
from mlew.domain.screen_parts import Day
from mlew.mocks.months import Month, months
from mlew.mocks.words import part_words


def of(*days: Day, locale: Locale = "en") -> tuple[Month, ...]:
    return months(days, part_words("calendar", locale))


@pytest.mark.parametrize(
    ("locale", "label", "first", "day"),
    [("ja", "2027年4月", "日", "4月12日（月）"), ("en", "April 2027", "Monday", "Monday 12 April")],
)
def test_months_speak_the_language(locale: Locale, label: str, first: str, day: str) -> None:
    (april,) = of(Day(day=date(2027, 4, 12), times=("9:00",)), locale=locale)
    assert (april.label, april.weekdays[0], april.offered[0].label) == (label, first, day)


def test_a_day_stands_below_its_weekday() -> None:
    (april,) = of(Day(day=date(2027, 4, 12)))
    row = next(week for week in april.weeks if april.offered[0] in week)
    assert april.weekdays[row.index(april.offered[0])] == "Monday"


def test_full_days_and_days_that_cannot_be_asked_for_differ() -> None:
    (april,) = of(Day(day=date(2027, 4, 12)))
    times = {cell.date.day: cell.times for week in april.weeks for cell in week if cell}
    assert times[12] == ()
    assert times[13] is None


def test_a_day_named_twice_has_the_times_of_both_once() -> None:
    (april,) = of(Day(day=date(2027, 4, 12), times=("9:00", "10:00")), Day(day=date(2027, 4, 12), times=("9:00",)))
    assert [cell.times for cell in april.offered] == [("9:00", "10:00")]


def test_months_without_a_day_are_left_out() -> None:
    labels = [month.label for month in of(Day(day=date(2027, 6, 1)), Day(day=date(2026, 12, 31)))]
    assert labels == ["December 2026", "June 2027"]


def test_no_days_no_months() -> None:
    assert of() == ()


@given(st.lists(st.dates(), max_size=6), st.sampled_from(["ja", "en"]))
def test_every_day_is_offered_once_and_every_week_is_whole(days: list[date], locale: Locale) -> None:
    found = of(*(Day(day=day) for day in days), locale=locale)
    assert [cell.date for month in found for cell in month.offered] == sorted(set(days))
    assert all(len(week) == 7 for month in found for week in month.weeks)
