"""Which columns are summed, and how the sum is written."""

import pytest

from mlew.domain.screen_parts import CellType, Column, TablePart
from mlew.mocks.table_totals import totals


def _total(label: str, kind: CellType, *values: str) -> str:
    part = TablePart(caption="c", columns=(Column(label=label, type=kind),), rows=tuple((value,) for value in values))
    (total,) = totals(part)
    return total.text if total else ""


@pytest.mark.parametrize(
    ("label", "kind", "values", "text"),
    [
        ("金額", "money", ("¥8,400", "￥1,600"), "¥10,000"),
        ("金額", "money", ("8,400円", "-1,600円"), "6,800円"),
        ("Refund", "money", ("-£10.50", "£4"), "−£6.50"),
        ("Stock", "number", ("12 kg", "3 kg"), "15 kg"),
        ("個数", "number", ("１２", "3"), "15"),
    ],
)
def test_amounts_of_one_kind_are_summed(label: str, kind: CellType, values: tuple[str, ...], text: str) -> None:
    assert _total(label, kind, *values) == text


@pytest.mark.parametrize(
    ("label", "kind", "values"),
    [
        ("単価", "money", ("¥1", "¥2")),
        ("達成率", "number", ("40%", "50%")),
        ("重さ", "number", ("1kg", "200g")),
        ("金額", "money", ("未定", "¥2")),
        ("金額", "money", ("¥2",)),
        ("産地", "text", ("1", "2")),
    ],
)
def test_sums_that_mean_nothing_are_left_out(label: str, kind: CellType, values: tuple[str, ...]) -> None:
    assert _total(label, kind, *values) == ""


def test_a_row_that_is_too_short_is_no_error() -> None:
    columns = (Column(label="a", type="number"), Column(label="b", type="number"))
    assert len(totals(TablePart(caption="c", columns=columns, rows=(("1",), ("2",))))) == 2
