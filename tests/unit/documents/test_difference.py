"""What changed, told by section."""

from hypothesis import given
from hypothesis import strategies as st

from mlew.documents.difference import diff

_OLD = "# Journey\n\n- Trigger: rain\n\n## Insights\n\n- one\n- two\n- three\n\n## Other\n\nsame\n"


def test_a_change_names_its_section_and_shows_a_line_around_it() -> None:
    assert diff(_OLD, _OLD.replace("- two", "- 2")) == "@@ Insights @@\n  - one\n- - two\n+ - 2\n  - three\n"


def test_nothing_is_said_when_only_blank_lines_differ() -> None:
    assert diff(_OLD, _OLD.replace("\n\n", "\n\n\n")) == ""


def test_a_moved_heading_is_a_change_of_its_own() -> None:
    said = diff(_OLD, _OLD.replace("## Other", "## Rest"))
    assert "@@ Rest @@" in said
    assert "- ## Other" in said


def test_headings_inside_code_fences_name_nothing() -> None:
    said = diff("# A\n\n```\n# no\nx\n```\n", "# A\n\n```\n# no\ny\n```\n")
    assert said.splitlines()[0] == "@@ A @@"


@given(st.text("#ab -\n", max_size=40), st.text("#ab -\n", max_size=40))
def test_every_changed_line_is_shown(old: str, new: str) -> None:
    said = diff(old, new).splitlines()
    lines = [{line for line in text.split("\n") if line.strip()} for text in (old, new)]
    assert {line[2:] for line in said if line.startswith("- ")} >= lines[0] - lines[1]
    assert {line[2:] for line in said if line.startswith("+ ")} >= lines[1] - lines[0]


_TABLE = """# Questions

## Ranking

| Rank | Id | Question | Effect |
| --- | --- | --- | --- |
| 1 | Q2 | Why so? | saves 5 min |
| 2 | Q1 | Why not? | saves 3 min<br>saves 2 USD |
"""


def test_of_a_row_only_the_cells_that_changed_are_shown_beside_its_id() -> None:
    new = _TABLE.replace("saves 3 min", "saves 9 min")
    assert diff(_TABLE, new) == ("@@ Ranking @@\n- | Q1 | Effect: saves 3 min |\n+ | Q1 | Effect: saves 9 min |\n")


def test_a_new_column_shows_what_stands_in_it_and_no_row_again() -> None:
    new = _TABLE.replace("| Effect |", "| Effect | Ease |").replace("5 min |", "5 min | hard |")
    new = new.replace("2 USD |", "2 USD |  |").replace("| --- |\n", "| --- | --- |\n")
    assert diff(_TABLE, new) == "@@ Ranking @@\n+ | Ease |\n+ | Q2 | Ease: hard |\n"


def test_rows_that_come_and_go_are_shown_whole() -> None:
    row = "| 2 | Q1 | Why not? | saves 3 min<br>saves 2 USD |"
    new = _TABLE.replace(row, "| 2 | Q3 | How? | saves 1 min |")
    assert diff(_TABLE, new) == f"@@ Ranking @@\n- {row}\n+ | 2 | Q3 | How? | saves 1 min |\n"


def test_a_row_or_section_that_only_moved_is_a_change() -> None:
    rows = _TABLE.splitlines()
    swapped = "\n".join([*rows[:-2], rows[-1], rows[-2]]) + "\n"
    assert len(diff(_TABLE, swapped).splitlines()) == 3
    sections = "## A\n\nx\n\n## B\n\ny\n"
    assert diff(sections, "## B\n\ny\n\n## A\n\nx\n") in ("@@ A @@\n- ## A\n+ ## A\n", "@@ B @@\n- ## B\n+ ## B\n")


def test_a_section_with_an_id_keeps_it_when_its_name_changes() -> None:
    said = diff("## I1: Old\n\n- a\n- b\n", "## I2: New\n\n- c\n\n## I1: Better\n\n- a\n- b\n")
    assert said == "@@ I2: New @@\n+ ## I2: New\n+ - c\n@@ I1: Better @@\n- ## I1: Old\n+ ## I1: Better\n  - a\n"


def test_a_table_whose_rows_cannot_be_told_apart_is_compared_by_lines() -> None:
    old = "| A | B |\n| --- | --- |\n| x | 1 |\n| x | 1 |\n"
    assert diff(old, old.replace("| x | 1 |\n| x", "| x | 2 |\n| x")) != ""


_cells = st.text("ab |\\", max_size=4)


@given(*(st.lists(st.tuples(_cells, _cells), max_size=4) for _ in range(2)))
def test_two_tables_that_differ_never_look_the_same(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> None:
    texts = ["| Id | B |\n| --- | --- |\n" + "".join(f"| {a} | {b} |\n" for a, b in rows) for rows in (old, new)]
    assert (diff(*texts) == "") == (
        [r.rstrip() for r in texts[0].split("\n")] == [r.rstrip() for r in texts[1].split("\n")]
    )
