"""HTML is cut into tags as browsers do it."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.mocks.sites.html_tags import tags

PIECES = st.sampled_from(
    ["<", ">", "/", "=", '"', "'", "<a href=", "<script>", "</script>", "<!--", "-->", "<style>", "</style >", "<svg>",
     "</svg>", "<title/>", "src", " ", "\n", "<br/>", "<!doctype html>", "<?x", "</", "日", "&amp;", "\0"]
)  # fmt: skip


def names(text: str) -> list[str]:
    return [tag.name for tag in tags(text)]


def attributes(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.value) for one in next(tags(text)).attributes]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<A HREF=x>", ["a"]),
        ("a < b <b>c</b >", ["b", "/b"]),
        ("<!-- <a> --><b>", ["b"]),
        ("<!--><a><!-- --!><b><!-->", ["a", "b"]),
        ("<!-- never closed <a>", []),
        ("<!doctype html><?php <a>?><b>", ["!", "b"]),
        ("<script>if (a<b && c>d) '<a>'</script><i>", ["script", "/script", "i"]),
        ("<script><!-- <script> </script> <a> --></script><i>", ["script", "/script", "i"]),
        ("<script><!-- </script><i>", ["script", "/script", "i"]),
        ("<script>never closed <a>", ["script"]),
        ("<style>a::before{content:'</b>'}</STYLE><i>", ["style", "/style", "i"]),
        ("<title><b></title><textarea><a></textarea>", ["title", "/title", "textarea", "/textarea"]),
        ("<svg><title/><a></a></svg><title><b></title>", ["svg", "title", "a", "/a", "/svg", "title", "/title"]),
        ("<a href='never closed><b>", []),
        ("<a href=x", []),
    ],
)
def test_tags_are_those_of_a_browser(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<a b=c d='e f' g=\"h>i\" j>", [("b", "c"), ("d", "e f"), ("g", "h>i"), ("j", "")]),
        ("<a B = c/d/>", [("b", "c/d/")]),
        ("<a/b=c/d=e>", [("b", "c/d=e")]),
        ("<a b=>", [("b", "")]),
        ("<a =b c>", [("=b", ""), ("c", "")]),
        ("<a b=c\nd\t=\f'e'>", [("b", "c"), ("d", "e")]),
        ("<a b='&quot;'>", [("b", "&quot;")]),
    ],
)
def test_attributes_are_those_of_a_browser(text: str, found: list[tuple[str, str]]) -> None:
    assert attributes(text) == found


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_place_is_where_it_says(text: str) -> None:
    position = 0
    for tag in tags(text):
        assert position <= tag.start < tag.end <= len(text)
        assert text[tag.start] == "<"
        assert text.startswith(tag.inner, tag.end)
        for one in tag.attributes:
            assert tag.start < one.start <= one.end <= tag.end
            assert text[one.start : one.end] == one.value
        position = tag.end + len(tag.inner)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a", "img", "p", "link", "x-card"]),
            st.lists(st.tuples(st.from_regex(r"\A[a-z][a-z-]{0,8}\Z"), st.text("ab /=>日%", max_size=8)), max_size=3),
        )
    )
)
def test_a_tidy_page_is_read_as_the_standard_library_reads_it(
    given_tags: list[tuple[str, list[tuple[str, str]]]],
) -> None:
    written = [(name, [f' {n}="{v}"' for n, v in some]) for name, some in given_tags]
    text = "".join(f"<{name}{''.join(some)}>text" for name, some in written)
    reader = _Reader()
    reader.feed(text)
    assert [(tag.name, [(one.name, one.value) for one in tag.attributes]) for tag in tags(text)] == reader.found


@pytest.mark.parametrize("piece", ["<a href='", "<!--", "<script>", "<svg>", "<a b", "</", "<title>", "<!-- <script>"])
def test_a_hostile_page_is_read_in_one_go(piece: str) -> None:
    assert sum(1 for _ in tags(piece * 20_000)) <= 20_000
