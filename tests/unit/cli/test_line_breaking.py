from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from mlew.cli.line_breaking import Flow, broken

TEXTS = st.text(alphabet="あア漢、。「」( )aB1 -/\n🙂", max_size=60)


@given(TEXTS, st.integers(min_value=2, max_value=40))
def test_no_line_is_wider_than_the_column_and_nothing_is_lost(text: str, width: int) -> None:
    lines = broken(text, width)

    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_words_stay_whole_and_signs_cling_to_what_they_belong_to() -> None:
    assert broken("もう一度、(最初)から", 8) == ["もう一", "度、(最", "初)から"]
    assert broken("one two three", 8) == ["one two", "three"]


def test_a_word_wider_than_the_column_is_cut_not_dropped() -> None:
    assert broken("https://example.org", 8) == ["https://", "example.", "org"]


def test_styles_follow_their_characters() -> None:
    console = Console(width=6, color_system="standard", force_terminal=True, _environ={})
    text = Text.assemble("abc ", ("def", "bold"))

    with console.capture() as captured:
        console.print(Flow(text))

    assert captured.get() == "abc\n\x1b[1mdef\x1b[0m\n"
