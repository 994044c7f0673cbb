from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from mlew.cli.document_view import document_view
from mlew.cli.fitted_table import shares
from mlew.cli.line_breaking import broken

DOCUMENT = """# カスタマージャーニー

- きっかけ: 注文が来る。それを受けて、店の人が紙の伝票を一枚ずつ確かめてから表計算に入力する。
1. first
10. tenth

## 流れ

| 段階 | 行動 |
| --- | --- |
| 受注 | A1: 伝票を読む<br>A2: a \\| b &#124; c |
| 出荷 |

Plain text, [not] *markup* :smile:
"""


def drawn(markdown: str, width: int) -> str:
    console = Console(width=width, markup=False, emoji=False, highlight=False, _environ={})
    with console.capture() as captured:
        for part in document_view(markdown):
            console.print(part)
    return captured.get()


def test_nothing_is_cut_off_even_in_a_narrow_terminal() -> None:
    for width in (120, 40, 24):
        text = drawn(DOCUMENT, width)
        assert "…" not in text
        assert all(len(row.rstrip()) <= width for row in text.splitlines())


def test_cells_show_what_their_markdown_means() -> None:
    text = drawn(DOCUMENT, 80)

    assert "A2: a | b | c" in text
    assert "<br>" not in text and "---" not in text
    assert "Plain text, [not] *markup* :smile:" in text


def test_lists_hang_under_their_sign() -> None:
    lines = drawn(DOCUMENT, 40).splitlines()

    assert lines[2].startswith("• きっかけ")
    assert lines[3].startswith("  ")
    assert " 1. first" in drawn(DOCUMENT, 80) or "1. first" in drawn(DOCUMENT, 80)


@given(
    st.lists(st.lists(st.text(alphabet="あaB 、", max_size=30), min_size=1, max_size=3), min_size=1, max_size=5),
    st.integers(min_value=10, max_value=100),
)
def test_columns_never_take_more_than_there_is(columns: list[list[str]], room: int) -> None:
    widths = shares([[Text(cell) for cell in column] for column in columns], room)

    assert len(widths) == len(columns)
    assert sum(widths) <= max(room, len(columns))


def test_a_longer_column_gets_more_room() -> None:
    short, long = [Text("three short words")], [Text("many words " * 20)]

    narrow, wide = shares([short, long], 40)

    assert narrow < wide
    assert shares([short, long], 40, narrow=(0,))[0] == 17


FIGURES = """| People | Visitors | Task success | Would use it | Answer rate | Comments |
| --- | --- | --- | --- | --- | --- |
| everybody | 38 | 100% (38/38) | 57–100% | 63% (24/38) | 4 |
| inside | 5 | – | | – | 0 |
"""


def test_a_table_whose_words_would_be_cut_is_shown_row_by_row() -> None:
    wide, small = drawn(FIGURES, 100), drawn(FIGURES, 40)

    assert "─" in wide and "─" not in small
    assert [row.split() for row in small.splitlines()[:3]] == [
        ["everybody"],
        ["Visitors", "38"],
        ["Task", "success", "100%", "(38/38)"],
    ]
    assert "Would use it" not in small[small.index("inside") :]


def test_words_in_katakana_and_short_cells_are_not_folded() -> None:
    rows = [
        [Text("マイルストーン"), Text("合計"), Text("内容")],
        [Text("① ファンの獲得"), Text("2,400 万円"), Text("長い" * 40)],
    ]
    columns = [list(column) for column in zip(*rows, strict=True)]

    widths = shares(columns, 50)

    assert sum(widths) == 50
    assert widths[0] >= 14 and widths[1] == 10
    assert broken("計画のマイルストーン", 16) == ["計画の", "マイルストーン"]
