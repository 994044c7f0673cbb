"""Files are read as a browser reads them, each value with its place."""

import codecs
import json
import math
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.unit.usecases.genu.javascript import JavaScript, JavaScriptError
from usecases.genu.json_tree import DEEPEST, JsonError, Node, parse_json
from usecases.genu.lint import lint, repair
from usecases.genu.source import Position, Source

CHECKED = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SIGNS = '"{}[]:, \n\t\\a10-.e+\x00\u2028\xa0\ufeff質'
WORDS = ('\\"', "\\u00e9", "\\ud83d", "\\ude00", "\\x", "true", "null", "NaN", '"a"', '"a":1')
pieces = st.sampled_from([*SIGNS, *WORDS])
nearly_json = st.lists(pieces, max_size=14).map("".join)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


def in_floats(value: Any) -> Any:
    """JavaScript has one kind of number."""
    match value:
        case bool() | None | str():
            return value
        case list():
            return [in_floats(entry) for entry in value]
        case dict():
            return {key: in_floats(entry) for key, entry in value.items()}
        case _:
            return float(value)


@CHECKED
@given(nearly_json | values.map(json.dumps))
@example('{"a":1,"a":2}')
@example("1e999")
@example("-0")
@example('"\\ud83d\\ude00"')
@example("[1,]")
@example("01")
@example("\u00a01")
def test_takes_what_javascript_takes(node: JavaScript, text: str) -> None:
    try:
        expected = node.run("return JSON.parse(given.text)", text=text)
    except JavaScriptError:
        with pytest.raises(JsonError):
            parse_json(text)
        return
    found = parse_json(text).value
    if isinstance(found, float) and math.isinf(found):
        assert expected is None  # JSON has no sign for it
    else:
        assert in_floats(found) == in_floats(expected)


@given(values)
def test_every_value_is_found_by_its_place(value: Any) -> None:
    text = json.dumps({"é": value}, indent=1)

    def check(node: Node) -> None:
        assert json.loads(text[node.start : node.end]) == node.value
        for member in node.members:
            assert json.loads(text[member.key_node.start : member.key_node.end]) == member.key
            check(member.node)
        for item in node.items:
            check(item)

    check(parse_json(text))


@given(st.text(), st.booleans(), st.data())
def test_characters_inside_a_text_are_found(value: str, ascii_only: bool, data: st.DataObject) -> None:
    text = json.dumps([value], ensure_ascii=ascii_only)
    (item,) = parse_json(text).items
    index = data.draw(st.integers(min_value=0, max_value=len(value)))
    place = Source("a", text.encode("utf-8", "surrogatepass")).position_in(item, index)

    rest = text[place.column - 1 :] if "\n" not in text else ""
    assert json.loads(f'["{rest}') == [value[index:]]


def test_pointers_escape_what_they_use_themselves() -> None:
    (member,) = parse_json('{"a/b~c": [1]}').members

    assert member.node.items[0].pointer == "/a~1b~0c/0"


def test_depth_has_an_end() -> None:
    assert parse_json("[" * DEEPEST + "]" * DEEPEST).value
    with pytest.raises(JsonError, match="nested"):
        parse_json("[" * 100_000)


@pytest.mark.parametrize(
    ("raw", "text", "mark", "decodes"),
    [
        ("é".encode(), "é", "", True),
        (codecs.BOM_UTF8 + "é".encode(), "é", "utf-8", True),
        ("é".encode("utf-16"), "é", "utf-16-le", True),
        (codecs.BOM_UTF16_BE + "é".encode("utf-16-be"), "é", "utf-16-be", True),
        ("質".encode("shift_jis"), "\ufffd\ufffd", "", False),
        (b"\xe3\x81", "\ufffd", "", False),
    ],
)
def test_decoded_as_a_browser_does(raw: bytes, text: str, mark: str, decodes: bool) -> None:
    source = Source("a", raw)

    assert (source.text, source.mark, source.decodes) == (text, mark, decodes)


def test_places_count_from_one() -> None:
    source = Source("a", b"ab\ncd\n")

    assert source.position(0) == Position(1, 1)
    assert source.position(3) == Position(2, 1)
    assert source.position(6) == Position(3, 1)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60) | nearly_json.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_file_at_all_makes_the_linter_fail(raw: bytes) -> None:
    lint(Source("a.json", raw))
    repair(Source("a.json", raw))


ANY = st.one_of(values, st.text(alphabet="{}:text,selctA|(?$& \n\ud800", max_size=30))
KEYS = st.sampled_from(["title", "description", "promptTemplate", "inputExamples", "fixedModelId", "fileUpload", "x"])
EXAMPLES = st.lists(
    st.fixed_dictionaries({"title": ANY, "examples": st.dictionaries(ANY.map(str), ANY, max_size=3)}) | ANY
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(KEYS, ANY, max_size=7), EXAMPLES, st.sampled_from([4, 5]))
def test_no_use_case_at_all_makes_the_linter_fail(content: dict[str, Any], examples: Any, version: Any) -> None:
    source = Source("a.json", json.dumps({"inputExamples": examples, **content}).encode())

    for finding in lint(source, version):
        assert finding.line >= 1
        assert finding.text("ja").message
        assert finding.text("en").message
    repaired = repair(source, version)
    if repaired is not None:
        before = {f.rule for f in lint(source, version)}
        again = Source("a.json", repaired.text.encode())
        assert {f.rule for f in lint(again, version) if f.severity == "error"} <= before
