"""Numbers as people read them."""

import pytest

from mlew.mocks.numerals import compact, numeral, with_unit


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.001, "0"), (1234.5, "1,234.5"), (-8, "−8"), (2.256, "2.26"), (1e15, "1,000,000,000,000,000")],
)
def test_numerals(value: float, text: str) -> None:
    assert numeral(value) == text


@pytest.mark.parametrize(("value", "text"), [(9000, "9,000"), (12_000, "12K"), (-2_500_000, "−2.5M")])
def test_an_axis_is_short(value: float, text: str) -> None:
    assert compact(value, {"K": 1e3, "M": 1e6}) == text


@pytest.mark.parametrize(
    ("text", "unit", "shown"),
    [("12", "件", "12件"), ("12", "orders", "12 orders"), ("−12", "¥", "−¥12"), ("12", "%", "12%"), ("12", "", "12")],
)
def test_units_stand_where_their_language_puts_them(text: str, unit: str, shown: str) -> None:
    assert with_unit(text, unit) == shown
