"""Against values that others have published."""

from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.metrics.intervals import mean, mean_difference, rate, rate_difference
from mlew.metrics.student import t_quantile


@pytest.mark.parametrize(
    ("freedom", "published"),
    [
        (1, 12.706),
        (2, 4.303),
        (3, 3.182),
        (4, 2.776),
        (5, 2.571),
        (10, 2.228),
        (30, 2.042),
        (60, 2.000),
        (120, 1.980),
        (1e9, 1.960),
    ],
)
def test_t_of_975_as_in_the_tables(freedom: float, published: float) -> None:
    assert t_quantile(0.975, freedom) == pytest.approx(published, abs=6e-4)


@pytest.mark.parametrize(
    ("probability", "freedom", "published"),
    [(0.95, 5, 2.015), (0.995, 10, 3.169), (0.9, 1, 3.078), (0.9995, 3, 12.924), (0.025, 4, -2.776), (0.5, 7, 0.0)],
)
def test_other_quantiles_of_t(probability: float, freedom: float, published: float) -> None:
    assert t_quantile(probability, freedom) == pytest.approx(published, abs=6e-4)


@pytest.mark.parametrize(("probability", "freedom"), [(0.0, 3), (1.0, 3), (0.5, 0)])
def test_t_that_does_not_exist(probability: float, freedom: float) -> None:
    with pytest.raises(ValueError, match="no quantile"):
        t_quantile(probability, freedom)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_newcombe_1998_has_it(hits: int, of: int, low: float, high: float) -> None:
    found = rate(hits, of)
    assert [found.low, found.high] == pytest.approx([low, high], abs=5e-5)


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_difference_of_rates_as_newcombe_1998_has_it(
    one: tuple[int, int], other: tuple[int, int], low: float, high: float
) -> None:
    found = rate_difference(rate(*other), rate(*one))
    assert [found.low, found.high] == pytest.approx([low, high], abs=5e-5)
    assert found.sure


def test_mean_of_a_few_values_by_hand() -> None:
    values = [4, 6, 8]  # mean 6, deviation 2, t(2) 4.3027, so 6 ± 4.3027 · 2 / √3
    found = mean(3, sum(values), sum(v * v for v in values))
    assert (found.value, found.deviation) == (6, 2)
    assert [found.low, found.high] == pytest.approx([1.0317, 10.9683], abs=1e-4)


def test_difference_of_means_by_hand() -> None:
    # 4, 6, 8 and 11, 12, 13, 14: 12.5 − 6 = 6.5; error √(4/3 + (5/3)/4) = 1.3229; 3.235 degrees of freedom: t 3.056
    first, second = mean(3, 18, 116), mean(4, 50, 630)
    found = mean_difference(first, second)
    assert found.value == 6.5
    assert [found.low, found.high] == pytest.approx([2.457, 10.543], abs=0.002)
    assert found.sure


def test_no_data_is_no_number() -> None:
    nothing = rate(0, 0)
    assert (nothing.value, nothing.low) == (None, None)
    assert mean(0, 0, 0).value is None
    assert rate_difference(nothing, rate(3, 4)).value is None
    assert mean_difference(mean(0, 0, 0), mean(3, 18, 116)).value is None


def test_one_value_has_no_interval() -> None:
    one = mean(1, 6, 36)
    assert (one.value, one.low) == (6, None)
    found = mean_difference(one, mean(3, 18, 116))
    assert (found.value, found.low, found.sure) == (0, None, False)


def test_equal_values_are_sure() -> None:
    found = mean_difference(mean(3, 18, 108), mean(2, 14, 98))
    assert (found.value, found.low, found.high, found.sure) == (1, 1, 1, True)


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_rate_lies_in_its_interval(hits: int, of: int) -> None:
    found = rate(hits, of)
    assert found.low is not None
    assert found.value is not None
    assert found.high is not None
    assert 0 <= found.low <= found.value <= found.high <= 1


@given(st.lists(st.integers(0, 10**7), min_size=2, max_size=50))
def test_a_mean_of_large_whole_numbers_is_that_of_the_textbook(values: list[int]) -> None:
    found = mean(len(values), sum(values), sum(v * v for v in values))
    assert found.value == pytest.approx(fmean(values))
    assert found.deviation == pytest.approx(stdev(values), rel=1e-9, abs=1e-6)
