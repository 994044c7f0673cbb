"""Which results can be drawn as bars, and how long they are."""

import pytest

from mlew.domain.screen_parts import Measure
from mlew.mocks.measure_bars import Bars, measure_bars


def _bars(before: str, after: str) -> Bars | None:
    return measure_bars(Measure(label="m", before=before, after=after), "×{n}")


@pytest.mark.parametrize(
    ("before", "after", "bars"),
    [
        ("45分", "9分", Bars(100, 20, "−80%")),
        ("3時間", "45分", Bars(100, 25, "−75%")),
        ("6 days", "6 days", Bars(100, 100, "")),
        ("月1回", "月4回", Bars(25, 100, "×4")),
        ("40%", "60%", Bars(66.67, 100, "+50%")),
        ("£480 for a new one", "£120", Bars(100, 25, "−75%")),
        ("4.2点", "4.8点", Bars(87.5, 100, "+14%")),
        ("０件", "5件", Bars(0, 100, "")),
        ("18分", "0分", Bars(100, 0, "−100%")),
    ],
)
def test_amounts_of_one_kind_are_compared(before: str, after: str, bars: Bars) -> None:
    assert _bars(before, after) == bars


@pytest.mark.parametrize(
    ("before", "after"),
    [("手作業", "自動"), ("3時間", "5,000円"), ("0件", "0件"), ("-3", "4"), ("紙3枚", "1画面"), ("", "")],
)
def test_others_are_told_in_words(before: str, after: str) -> None:
    assert _bars(before, after) is None
