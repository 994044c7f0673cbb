"""Text as wild as people, programs and copy and paste make it."""

from typing import TypeVar, get_args

from hypothesis import strategies as st

_NASTY = (
    "|", "\\", "\\|", "\n", "\r\n", "\r", "\t", " ", "　", "<br>", "<br/>", "<BR />", "&#124;", "&nbsp;",
    "&amp;", "&", "#", "# ", "## ", "### ", "####", "- ", "* ", "・", "1. ", "２．", "```", "~~~",
    "```\n# x\n```", "\\# ", "\\```", "---", "| - |", ":", "：", " : ", " ： ", "(", ")", "（仮）",
    " (assumed)", "[", "]", "［費用］", " [cost]", "【うまくいかないとき】", "（メモ: x）", "A1", "A1: ",
    "[]: ", "Q1", "C1. ", "I1", "Q. ", " + ", " ＋ ", ", ", "、", "15〜30 分", "2,000 円", "80 %", "時間: ",
    "money: ", "その他", "その他のメモ", "気づき", "## Insights", "Other notes", "なし", "family",
    "友人・家族（気持ち）", "message", "😟", "👩‍🍼", "\u200f", "\u200b", "\ufeff", "\u2028", "\x85", "\x1c",
    "\x00", "**", "`A1`", "**目的:** ", "é", "が", "１２３", "人が判断", " 以上", "at least ", "数値なし",
    "(no figure)", "<!-- x -->", "---\n",
)  # fmt: skip
_words = st.sampled_from(_NASTY)
# Two alphabets rather than one mixed of both: a text is then drawn at once, not sign by sign.
_prose = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.text("あ漢カ字ーabcXYZ019 |\\#-*`~<>&;:：（）()[]\n", max_size=12),
)
texts = st.lists(st.one_of(_words, _prose), max_size=5).map("".join)
"""Any text; fields of the type Line take the blanks off its ends themselves."""
amounts = st.one_of(st.integers(-(10**6), 10**9).map(float), st.floats(-1e12, 1e12))
few = st.integers(0, 10_000)
T = TypeVar("T")


def some(of: st.SearchStrategy[T], most: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    """A tuple of up to `most`."""
    return st.lists(of, max_size=most).map(tuple)


def one(of: object) -> st.SearchStrategy[str]:
    """A member of a Literal."""
    return st.sampled_from(get_args(of))
