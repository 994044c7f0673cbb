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
