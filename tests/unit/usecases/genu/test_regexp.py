"""Expressions and replacements do what JavaScript does."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.unit.usecases.genu.javascript import JavaScript, JavaScriptError
from usecases.genu.regexp import Pattern, PatternError, TooComplex, replace_all
from usecases.genu.regexp.units import from_units, to_units

REPLACE = "return given.text.replace(new RegExp(given.pattern, 'g'), given.value)"
PIECES = (
    *"ab:,{}()[]|*+?.^$\\-=!<>&k01289xuc_ ",
    *(
        "{{text:",
        "}}",
        "(?:",
        "(?=",
        "(?!",
        "(?<=",
        "(?<!",
        "(?<n>",
        r"\k<n>",
        r"\1",
        r"\2",
        r"\b",
        r"\B",
        r"\w",
        r"\s",
    ),
    *(
        "{2}",
        "{1,}",
        "{0,2}",
        "{2,1}",
        "[^",
        "[a-b]",
        r"[\w-",
        r"\cA",
        r"\x61",
        r"\u0061",
        r"\61",
        r"\0",
        "|",
        "*?",
        "+?",
    ),
    *("あ", "😀", "\n", "\u2028"),
)
SPECIAL = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
patterns = st.lists(st.sampled_from(PIECES), max_size=10).map("".join)
texts = st.lists(
    st.sampled_from((*"aabb:,{}01k_ -", "{{text:", "}}", "あ", "😀", "\n", "\x01", "\u2028")), max_size=16
).map("".join)
values = st.lists(st.sampled_from((*"a$$$&`'012<>n", "$1", "$<n>", "$01", "$10", "😀")), max_size=8).map("".join)


@SPECIAL
@given(pattern=patterns, text=texts, value=values)
@example(pattern="(a*)*", text="b", value="[$1]")
@example(pattern="(z)((a+)?(b+)?(c))*", text="zaacbbbcac", value="[$1|$2|$3|$4|$5]")
@example(pattern=r"(?<=(\d+)(\d+))$", text="1053", value="[$1|$2]")
@example(pattern=r"(?<=\1(a))b", text="aab", value="[$1]")
@example(pattern=r"(?:(a)|b)*", text="ab", value="[$1]")
@example(pattern=r"(?=(a))\1", text="aa", value="[$1]")
@example(pattern=r"(?!(a))b\1", text="ab", value="[$1]")
@example(pattern=r"\k<n>(?<n>a)", text="aa", value="$<n>$<m>$<n")
@example(pattern="", text="", value="$<$$<n>")
@example(pattern=r"\k<n>", text="k<n>", value="!")
@example(pattern="a{2", text="aa{2", value="!")
@example(pattern="{{text:a{2}}", text="{{text:aa}", value="!")
@example(pattern="{1}", text="", value="")
@example(pattern="a||b", text="xay", value="-")
@example(pattern="[]", text="a", value="-")
@example(pattern="[^]", text="a\n", value="-")
@example(pattern="[b-a]", text="a", value="-")
@example(pattern=r"[\w-a]", text="-a", value="!")
@example(pattern=r"[\c_\c1\c]", text="\x1f\x11\\c", value="!")
@example(pattern=r"\8\9\08\18", text="89\x008\x018", value="!")
@example(pattern="(?=a)*", text="a", value="!")
@example(pattern="(?<=a)*", text="a", value="!")
@example(pattern="😀+", text="😀😀", value="!")
@example(pattern="\\", text="", value="")
@example(pattern="[\\", text="", value="")
@example(pattern="a{0000000000001}", text="aa", value="!")
@example(pattern="a{99999999999,9999999999}", text="aa", value="!")
def test_replaces_as_javascript_does(node: JavaScript, pattern: str, text: str, value: str) -> None:
    try:
        expected = node.run(REPLACE, pattern=pattern, text=text, value=value)
    except JavaScriptError as error:
        assert str(error).startswith("SyntaxError")
        with pytest.raises(PatternError):
            Pattern(to_units(pattern))
        return
    replaced = replace_all(to_units(text), Pattern(to_units(pattern)), to_units(value))
    assert from_units(replaced) == expected


@given(st.text())
def test_units_and_back(text: str) -> None:
    assert from_units(to_units(text)) == text


def test_gives_up_where_a_browser_would_hang() -> None:
    with pytest.raises(TooComplex):
        replace_all("a" * 40, Pattern("(a+)+b"), "")


def test_gives_up_on_groups_without_end() -> None:
    with pytest.raises(TooComplex):
        Pattern("(" * 5000)


def test_a_long_text_needs_no_recursion() -> None:
    text = "{{text:a" + "x" * 20_000 + "b}}"
    assert replace_all(text, Pattern("{{text:a.*b}}"), "!") == "!"
