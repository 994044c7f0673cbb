"""Addresses in CSS."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.mocks.sites.style_sheets import css_addresses, rewritten_css


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a{b:url(/x.png)}", ["/x.png"]),
        ("a{b:URL( '/x y.png' )}", ["/x y.png"]),
        ('@import "/a.css" screen;@import url("/b.css");', ["/a.css", "/b.css"]),
        ("/* url(/x.png) */ a{content:'url(/y.png)'}", []),
        ("/* never closed url(/x.png)", []),
        ("@namespace x url(/x);a{b:url(/y)}", ["/y"]),
        ("a{b:url(data:image/svg+xml;utf8,<svg/>)}", ["data:image/svg+xml;utf8,<svg/>"]),
        ("a{b:url()}c{d:curl(/x)}", []),
    ],
)
def test_what_is_named(text: str, found: list[str]) -> None:
    assert [one.value for one in css_addresses(text)] == found


@given(
    st.lists(st.sampled_from(["url(", ")", "'", '"', "/x.png", "/*", "*/", "@import ", "\\", "\n", " "])).map("".join)
)
def test_without_a_change_everything_stays(text: str) -> None:
    assert rewritten_css(text, lambda _: None) == text


def test_what_is_written_cannot_end_the_address() -> None:
    assert rewritten_css("a{b:url(/x)}", lambda _: "/a b)'c") == "a{b:url(/a%20b%29%27c)}"


@pytest.mark.parametrize("piece", ['"\\', "url( ", "@import ", "/*", "'", 'url("', "\\", '@import "\\'])
def test_a_hostile_style_sheet_is_read_in_one_go(piece: str) -> None:
    assert len(list(css_addresses(piece * 50_000))) <= 50_000
