"""What people write comes out of a spreadsheet as they wrote it, and never as a formula."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mlew.domain.csv_line import BYTE_ORDER_MARK, Cell, csv_line

TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from("=+-@＝＋－＠\t\r\n ,;\"'|%\u200b\ufeff\u3000\x00"), st.characters())
)
DANGER = tuple("=+-@＝＋－＠\t\r\n")


def read(line: str) -> list[str]:
    (row,) = csv.reader(io.StringIO(line, newline=""), strict=True)
    return row


@given(st.lists(TEXTS, min_size=1, max_size=6))
@example(["=cmd|' /C calc'!A0"])
@example(["\u200b=1+1"])
@example([" \u3000=1+1"])
@example(['a","=1+1'])
@example(["\r\n=1+1"])
def test_no_cell_begins_like_a_formula(texts: list[str]) -> None:
    line = csv_line(texts)
    row = read(line)
    assert len(row) == len(texts)
    for cell, text in zip(row, texts, strict=True):
        assert not cell.lstrip(" \u3000\u00a0").startswith(DANGER)
        kept = "".join(c for c in text if c.isprintable() and c not in "\u200b\u2060\ufeff")
        assert kept in "".join(c for c in cell if c.isprintable())
    assert line.endswith("\r\n")


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_other_programs_that_part_cells_elsewhere_find_no_formula_in_an_unquoted_cell(texts: list[str]) -> None:
    """Quotes stand round every cell with a comma, quote or line break, so nobody's text opens a cell of its own."""
    for field in csv_line(texts).removesuffix("\r\n").split(",")[:1]:
        assert not field.startswith(DANGER)


@pytest.mark.parametrize(
    ("value", "cell"),
    [(-5, "-5"), (-0.25, "-0.25"), (0, "0"), (None, ""), (True, "true"), (False, "false"), ("安い", "安い"), ("", "")],
)
def test_numbers_stay_numbers_and_nothing_stays_empty(value: Cell, cell: str) -> None:
    assert read(csv_line(["x", value]))[1] == cell


def test_lines_are_those_of_rfc_4180() -> None:
    assert csv_line(['say "hi"', "a,b", "two\nlines"]) == '"say ""hi""","a,b","two\nlines"\r\n'
    assert BYTE_ORDER_MARK.encode() == b"\xef\xbb\xbf"
