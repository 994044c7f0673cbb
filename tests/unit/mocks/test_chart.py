"""Shapes of charts: inside the plot, in proportion, whatever the numbers are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.base import LARGEST
from mlew.domain.screen_parts import ChartForm, ChartPart, Point, Series
from mlew.mocks.chart import drawing
from mlew.mocks.chart_scale import scale

LARGE = {"万": 1e4, "億": 1e8}
VALUES = st.floats(-LARGEST, LARGEST)


def _chart(form: ChartForm, *series: dict[str, float]) -> ChartPart:
    return ChartPart(
        caption="c",
        form=form,
        unit="件",
        series=tuple(
            Series(name=f"s{at}", points=tuple(Point(label=a, value=b) for a, b in one.items()))
            for at, one in enumerate(series)
        ),
    )


@given(st.lists(VALUES, max_size=30))
def test_every_value_and_zero_stand_on_the_axis(values: list[float]) -> None:
    measured = scale(values)
    assert measured.low <= 0 <= measured.high
    assert measured.low < measured.high
    assert all(-0.01 <= measured.at(value) <= 100.01 for value in (*values, 0))
    assert 2 <= len(measured.ticks) <= 8


@given(st.sampled_from(["bar", "line", "donut"]), st.lists(st.dictionaries(st.text(max_size=30), VALUES), max_size=8))
def test_every_box_lies_in_the_plot(form: ChartForm, series: list[dict[str, float]]) -> None:
    drawn = drawing(_chart(form, *series), LARGE)
    boxes = [value.box for slot in drawn.slots for value in slot.values if value.box]
    for box in boxes:
        assert min(box) >= -0.01
        assert box.x + box.width <= 100.01
        assert box.y + box.height <= 100.01
    assert all(slice_.length >= 0 for slice_ in drawn.slices)
    assert drawn == drawing(_chart(form, *series), LARGE)


@pytest.mark.parametrize(
    ("form", "series", "drawn"),
    [
        ("bar", [{"4月": 1, "5月": 2}], "columns"),
        ("bar", [{"第二工場 塗装ライン（設備更新の工事中）": 1, "第一工場 組立ライン": 2}], "rows"),
        ("line", [{"4月": 1}], "line"),
        ("donut", [{"a": 1, "b": 3}], "donut"),
        ("donut", [{"a": 1, "b": -3}], "columns"),
        ("donut", [{"a": 0, "b": 0}], "columns"),
        ("bar", [{}], "none"),
    ],
)
def test_the_form_is_one_that_can_be_read(form: ChartForm, series: list[dict[str, float]], drawn: str) -> None:
    assert drawing(_chart(form, *series), LARGE).form == drawn


def test_slices_add_up_to_the_whole() -> None:
    slices = drawing(_chart("donut", {"a": 1, "b": 3, "c": 0}), LARGE).slices
    assert [(one.length, one.offset, one.percent) for one in slices] == [
        (25, 0, "25%"), (75, 25, "75%"), (0, 100, "0%"),
    ]  # fmt: skip


def test_a_line_has_a_gap_where_a_value_is_missing() -> None:
    labels = dict.fromkeys("abcde", 1.0)
    lines = drawing(_chart("line", labels, {"a": 1, "b": 2, "d": 3, "e": 4}), LARGE).lines
    assert [line.look for line in lines] == [0, 1, 1]


def test_large_numbers_on_the_axis_are_short() -> None:
    ticks = drawing(_chart("bar", {"a": 240_000}), LARGE).ticks
    assert [text for _, text in ticks] == ["0", "10万", "20万", "30万"]
