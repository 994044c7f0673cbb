"""Text as it stands in fields of the files: also text that looks like the structure around it."""

from hypothesis import strategies as st

_LOOKALIKES = st.sampled_from([
    "## 目的", "# x", "目的: 早く", "- いつ使う?: 朝", "**理由**", "```", "~~~", "---", "***", "| a | b |",
    "\\", "\\# x", "<!-- x", "-->", "\\<!--", "- a", "1. b", "・c", "  - d", "難易度: 5", "Reason: none", "属性",
    "# 行動", "参考:", "＃＃ e",
])  # fmt: skip
_PLAIN = st.text(
    alphabet=st.characters(exclude_categories=["C", "Z"], include_characters=" 　-*#:|\\？：<!>"), max_size=12
).map(str.strip)
lines = st.one_of(_PLAIN, _LOOKALIKES)
"""One line."""

texts = st.lists(lines, max_size=3).map("\n".join).map(str.strip)
"""A field: stripped, may hold line breaks, may be empty."""

blocks = texts.map(lambda text: text.strip("\n") if text.strip() else "")
"""Text outside of fields."""
