"""The predicted prompt is the one that JavaScript makes."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.unit.usecases.genu.javascript import JavaScript, JavaScriptError
from usecases.genu.javascript import to_text
from usecases.genu.placeholder import Field
from usecases.genu.substitution import preview

PAGE = (Path(__file__).parent / "genu_page.js").read_text(encoding="utf-8")
CHECKED = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

labels = st.one_of(
    st.sampled_from(
        ["A", "B", "質問", "a.b", "axb", "A|B", "NOLABEL", "__proto__", "constructor", "", "a(b)", "C++", "a?", "1:2"]
    ),
    st.text(alphabet="abAB01.|?*+()[]{^$\\:, 　質\n", max_size=4),
)
types = st.sampled_from(
    ["text", "text", "form", "select", "retrieveKendra", "retrieveKnowledgeBase", "Text", " text", "x"]
)
placeholders = st.one_of(
    st.builds("{{{{{}:{}}}}}".format, types, labels),
    st.builds("{{{{select:{}:{}}}}}".format, labels, st.lists(labels, max_size=3).map(",".join)),
    types.map("{{{{{}}}}}".format),
)
pieces = st.one_of(placeholders, st.sampled_from(["{{", "}}", "{", "}", ":", "\n", "text ", "$&", "x"]))
templates = st.lists(pieces, max_size=6).map("".join)
plain_values = st.text(alphabet="ab$&`'1<>{}:xt質", max_size=6)
any_values = st.one_of(plain_values, placeholders, st.integers(), st.none(), st.booleans(), st.lists(st.integers()))
VALUES = st.dictionaries(labels, any_values, max_size=4)


def results(field: Field, query: str) -> str:
    return json.dumps([field.type, query], ensure_ascii=False, separators=(",", ":"))


@CHECKED
@given(template=templates, values=VALUES, rag=st.booleans())
@example(template="{{text:A}} {{text:B}}", values={"A": "{{text:B}}", "B": "$&"}, rag=False)
@example(template="{{select:L:a,b}} {{text:L}}", values={}, rag=False)
@example(template="{{select:L:a}} {{select:L:b}} {{select:L}}", values={}, rag=False)
@example(template="{{text}} {{text:NOLABEL}}", values={"NOLABEL": "x"}, rag=False)
@example(template="{{form:L}}{{retrieveKendra:L}}", values={"L": "$&"}, rag=True)
@example(template="{{text:L}}{{retrieveKendra:L}}", values={"L": None}, rag=True)
def test_the_prompt_is_javascripts(node: JavaScript, template: str, values: dict[str, object], rag: bool) -> None:
    values.pop("__proto__", None)  # an object literal of this script would set its prototype
    if rag:  # a list is searched as it is
        values = {k: v for k, v in values.items() if not isinstance(v, list)}
    predicted = preview(template, values, results if rag else None)
    try:
        expected = node.run(PAGE, template=template, values=values, rag=rag)
    except JavaScriptError as error:
        assert predicted.prompt is None
        assert predicted.hangs.split(":")[0] == str(error).split(":")[0]
    else:
        assert predicted.prompt == expected


@CHECKED
@given(
    st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.integers(), st.integers().map(lambda n: n * 10**25))
)
@example(1e21)
@example(123456789012345680000)
@example(1e-7)
@example(0.000001)
@example(-0.0)
@example(10**400)
def test_numbers_are_written_as_javascript_writes_them(node: JavaScript, number: float) -> None:
    assert to_text(number) == node.run("return String(JSON.parse(given.text))", text=json.dumps(number))


@pytest.mark.parametrize("value", [None, True, [1, None, ["a"]], {"a": 1}, "x", []])
def test_other_values_too(node: JavaScript, value: object) -> None:
    assert to_text(value) == node.run("return String(given.value)", value=value)


def test_blocked_but_still_predicted() -> None:
    found = preview("{{select:A}} {{select:B:x,,x}} {{retrieveKendra:C}}", {})

    assert {(b.hindrance, b.field.label) for b in found.blocked} == {
        ("select-without-options", "A"),
        ("option-empty", "B"),
        ("option-twice", "B"),
        ("rag-off", "C"),
        ("retrieve-without-box", "C"),
    }
    assert found.prompt == " x {{retrieveKendra:C}}"
    assert not found.sent


def test_search_results_stand_where_the_field_is() -> None:
    template = "{{form:語}}{{retrieveKnowledgeBase:語}}"

    assert preview(template, {"語": "x"}, results).prompt == '["retrieveKnowledgeBase","x"]'
    assert preview(template, {"語": ""}, results).prompt == ""


def test_hangs_on_a_label_that_is_no_expression() -> None:
    found = preview("{{text:C++}}", {"C++": "x"})

    assert found.prompt is None
    assert found.hangs.startswith("SyntaxError")
