"""Days off, checked against the calendars of the countries."""

from datetime import date

import pytest

from mlew.documents.public_holidays import public_holidays

NEXT_GOLDEN_WEEK = (date(2026, 4, 29), date(2026, 5, 6))


def test_japanese_holidays_have_their_names_in_both_languages() -> None:
    ja = public_holidays("Asia/Tokyo", *NEXT_GOLDEN_WEEK, "ja")
    en = public_holidays("Asia/Tokyo", *NEXT_GOLDEN_WEEK, "en")

    assert list(ja) == list(en) == [date(2026, 4, 29), *(date(2026, 5, day) for day in (3, 4, 5, 6))]
    assert ja[date(2026, 5, 5)] == "こどもの日"
    assert en[date(2026, 5, 5)] == "Children's Day"


def test_a_day_between_two_holidays_and_a_substitute_are_known() -> None:
    found = public_holidays("Asia/Tokyo", date(2026, 9, 1), date(2027, 3, 31), "ja")

    assert found[date(2026, 9, 22)] == "国民の休日"
    assert date(2027, 3, 22) in found  # the equinox falls on a Sunday
    assert date(2026, 9, 20) not in found


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_other_countries_have_theirs(locale: str) -> None:
    found = public_holidays("Europe/Berlin", date(2026, 10, 1), date(2026, 10, 31), locale)  # type: ignore[arg-type]

    assert found == {date(2026, 10, 3): "German Unity Day"}


@pytest.mark.parametrize("zone", ["UTC", "Etc/GMT-9", "Asia/Nowhere", ""])
def test_a_zone_of_no_country_has_none(zone: str) -> None:
    assert public_holidays(zone, *NEXT_GOLDEN_WEEK, "en") == {}
