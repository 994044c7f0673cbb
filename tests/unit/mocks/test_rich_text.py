"""Reading an editor's text into blocks."""

from hypothesis import given
from hypothesis import strategies as st

from mlew.mocks.rich_text import Block, blocks


def test_headings_bullets_paragraphs_and_bold() -> None:
    assert blocks("# A **b**\nfirst\nsecond\n\n- one\n・二\n* three\n#tag") == (
        Block("heading", ((("A ", False), ("b", True)),)),
        Block("paragraph", ((("first", False),), (("second", False),))),
        Block("bullets", ((("one", False),), (("二", False),), (("three", False),))),
        Block("paragraph", ((("#tag", False),),)),
    )


def test_marks_that_are_not_closed_stay() -> None:
    assert blocks("**a and * b") == (Block("paragraph", ((("**a and * b", False),),)),)


@given(st.text(st.sampled_from("#-* ・a\n"), max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert all(block.lines for block in blocks(text))
