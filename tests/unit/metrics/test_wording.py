import pytest

from mlew.domain.base import Locale
from mlew.domain.estimate import Difference, Mean, Rate
from mlew.metrics.intervals import rate
from mlew.metrics.wording import (
    duration,
    duration_change,
    duration_interval,
    percent,
    points,
    points_interval,
    rate_interval,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "–"), (0.0, "0%"), (1.0, "100%"), (2 / 3, "67%"), (0.001, "0.1%"), (0.999, "99.9%"), (0.5, "50%")],
)
def test_nearly_nothing_is_not_nothing(value: float | None, text: str) -> None:
    assert percent(value) == text


@pytest.mark.parametrize(
    ("seconds", "locale", "text"),
    [
        (None, "en", "–"),
        (0, "en", "0 s"),
        (8.44, "en", "8.4 s"),
        (9.97, "en", "10 s"),
        (59.6, "en", "1 min 00 s"),
        (65, "ja", "1分05秒"),
        (3_599.6, "en", "1 h 00 min"),
        (7_380, "ja", "2時間03分"),
    ],
)
def test_durations(seconds: float | None, locale: Locale, text: str) -> None:
    assert duration(seconds, locale) == text


def test_intervals_are_said_only_where_there_is_one() -> None:
    assert rate_interval(rate(2, 3)) == "21–94%"
    assert rate_interval(Rate(hits=0, of=0)) == ""
    assert duration_interval(Mean(of=1, value=5), "en") == ""
    assert duration_interval(Mean(of=2, value=5, low=-58, high=68), "en") == "0 s – 1 min 08 s"


def test_differences_carry_their_sign() -> None:
    sure = Difference(value=0.2, low=0.052, high=0.334, sure=True)
    assert (points(sure), points_interval(sure)) == ("+20", "+5 … +33")
    assert (points(Difference(value=-0.05)), points(Difference(value=0.001)), points(Difference())) == ("−5", "±0", "–")
    assert (duration_change(-62, "en"), duration_change(3, "ja"), duration_change(None, "ja")) == (
        "−1 min 02 s",
        "+3秒",
        "–",
    )
