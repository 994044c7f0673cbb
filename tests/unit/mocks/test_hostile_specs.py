"""Content that tries to be markup, a script, an address or a mess: it stays text."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlew.domain.base import Locale
from mlew.domain.mock_spec import MockSpec
from mlew.domain.site import Site
from mlew.mocks import Tracking, render_site
from tests.mocks.page_reader import lost_links, pages
from tests.mocks.samples import sample

_FIXED = {"id", "to", "kind", "tone", "theme", "accent", "icon", "file", "locale", "input", "type", "form", "course"}
"""Fields that are no free text: the model of a spec checks them."""
_NASTY = (
    "<script>alert(1)</script>", "</script><script src=//evil.example/x.js></script>", '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)", "javascript:alert(1)", "{{ 7*7 }}{% raw %}", "</style><style>*{display:none}",
    "<!-- <b>", "]]></svg><foreignObject>", "&lt;b&gt;&#x3c;i&#x3e;", "\u202eesrever\u202c", "\u2066\u2067abc",
    "مرحبا بالعالم", "שלום", "👩‍👩‍👧‍👦🏳️‍🌈" * 9, "W" * 900, "縦" * 500, "a\x00b\x08c", "\n\n\n- # **",
    "<a href=https://evil.example>x</a>", "data:text/html,<b>", "%00../../..", "url(https://evil.example)", "",
)  # fmt: skip
hostile = st.lists(st.sampled_from(_NASTY) | st.text(max_size=40), min_size=1, max_size=3).map(" ".join)
LOCALES: tuple[Locale, ...] = ("ja", "en")


def spec_of(locale: Locale, text: Callable[[], str]) -> MockSpec:
    """A sample whose every text is what `text` gives."""

    def replaced(value: object, name: str = "") -> object:
        if isinstance(value, dict):
            return {key: replaced(one, key) for key, one in value.items()}
        if isinstance(value, tuple):
            return tuple(replaced(one, name) for one in value)
        return text() if isinstance(value, str) and name not in _FIXED else value

    return MockSpec.model_validate(replaced(sample(locale).model_dump()))


@cache
def harmless(locale: Locale) -> tuple[frozenset[tuple[str, str]], bytes]:
    """Elements and attributes of mocks without any trick in them, and the colours' style sheet."""
    texts = ("x", "", "12", "# a\n\n- b\n\n**c**")
    specs = (sample(locale), *(spec_of(locale, lambda text=text: text) for text in texts))  # type: ignore[misc]
    sites = [render_site(spec, Tracking("k"), rehearsed=True) for spec in specs]
    shape = frozenset(piece for site in sites for page in pages(site) for piece in page.shape)
    return shape, next(file.content for file in sites[0] if file.path == "brand.css")


def check(site: Site, locale: Locale) -> None:
    """Not an element, attribute or address more than a harmless mock has."""
    shape, colours = harmless(locale)
    for page in pages(site):
        assert page.shape - shape - {("br", "")} == set()
        assert not {name for _, name in page.shape if name == "style" or name.startswith("on")}
        scripts = [element.attributes["src"] for element in page.elements if element.tag == "script"]
        assert {script.rpartition("/")[2] for script in scripts} <= {"mock.js", "tracker.js"}
        assert "style" not in {element.tag for element in page.elements}
    assert lost_links(site) == []
    drawings = [file.content.decode() for file in site if file.path.endswith(".svg")]
    assert drawings
    for drawing in drawings:
        assert set(re.findall(r"<([a-zA-Z]+)", drawing)) <= _DRAWN
        assert "href" not in re.sub(r">[^<]*<", "><", drawing)
    assert colours == next(file.content for file in site if file.path == "brand.css")


_DRAWN = {
    "svg", "filter", "feGaussianBlur", "rect", "circle", "path", "text", "g", "clipPath", "defs", "radialGradient",
    "stop",
}  # fmt: skip


def made_of(locale: Locale, texts: Sequence[str]) -> Site:
    """A mock with one text after the other in every place."""
    turn = count()
    return render_site(spec_of(locale, lambda: texts[next(turn) % len(texts)]), Tracking("k"), rehearsed=True)


@settings(max_examples=6)
@given(texts=st.lists(hostile, min_size=8, max_size=8), locale=st.sampled_from(LOCALES))
def test_hostile_texts_stay_texts(texts: list[str], locale: Locale) -> None:
    check(made_of(locale, texts), locale)


@pytest.mark.parametrize("first", range(0, len(_NASTY), 6))
def test_every_trick_stays_text(first: int) -> None:
    check(made_of("en", _NASTY[first:] + _NASTY[:first]), "en")


def test_ten_thousand_characters_in_one_place() -> None:
    spec = sample("ja")
    landing = spec.landing.model_copy(update={"headline": "あ" * 10_000, "lead": "W" * 10_000})
    check(render_site(spec.model_copy(update={"landing": landing}), Tracking("k"), rehearsed=True), "ja")


def test_marks_of_direction_are_taken_out_and_right_to_left_text_stays() -> None:
    site = made_of("en", ["a\u202eb שלום \u2067c"])
    for file in site:
        assert not set(file.content.decode()) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
    assert "ab שלום c" in site[0].content.decode()


def test_a_hostile_key_stays_a_key() -> None:
    check(render_site(sample("en"), Tracking('"><script>', '/v1" onload="x'), rehearsed=True), "en")
