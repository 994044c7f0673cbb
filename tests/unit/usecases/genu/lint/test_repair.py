"""What `--fix` mends is mended for good, and nothing else changes."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.usecases.genu.lint.cases import CASES, Case, content, raw, source, template, values
from tests.unit.usecases.genu.lint.test_prediction import names, templates
from usecases.genu.format import UseCase
from usecases.genu.lint import lint, repair, rule
from usecases.genu.placeholder import fields
from usecases.genu.source import Source
from usecases.genu.substitution import preview

MENDABLE = [case for case in CASES if rule(case.rule).fix]


def again(text: str) -> Source:
    return Source("case.json", text.encode())


@pytest.mark.parametrize("case", MENDABLE, ids=lambda case: case.rule)
def test_mends_what_its_rule_promises(case: Case) -> None:
    left = {f.rule for f in lint(case.bad, case.version)}
    repaired = repair(case.bad, case.version)
    remaining = left if repaired is None else {f.rule for f in lint(again(repaired.text), case.version)}

    if '"顧客": null' in case.bad.text or "{{select:A:b,c}}" in case.bad.text:
        assert case.rule in remaining
    else:
        assert repaired is not None
        assert case.rule in repaired.fixed
        assert case.rule not in remaining
        assert remaining <= left


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_second_time_changes_nothing(case: Case) -> None:
    first = repair(case.bad, case.version)
    if first is not None:
        assert repair(again(first.text), case.version) is None or repair(again(first.text), case.version) == first


def test_leaves_a_file_alone_that_nothing_can_mend() -> None:
    assert repair(raw("{")) is None
    assert repair(raw("[]")) is None
    assert repair(source()) is None
    assert repair(values(顧客="$&")) is None
    assert repair(raw(json.dumps(content(version=1), ensure_ascii=False).encode("shift_jis"))) is None


def test_keys_and_values_of_examples_follow_labels_and_options() -> None:
    repaired = repair(template("{{text:時間(分)}} {{select:範囲: 全部?, 一部}}", **{"時間(分)": "5", "範囲": " 全部?"}))

    assert repaired is not None
    made = UseCase.model_validate_json(repaired.text)
    assert made.prompt_template == "{{text:時間（分）}} {{select:範囲:全部？,一部}}"
    assert made.input_examples[0].examples == {"時間（分）": "5", "範囲": "全部？"}
    assert lint(again(repaired.text)) == ()


def test_labels_that_would_become_the_same_stay_apart() -> None:
    repaired = repair(template("{{text:a?}} {{text:a？}}", **{"a?": "1", "a？": "2"}))

    assert repaired is None


def test_a_key_is_kept_while_its_field_may_only_be_misspelt() -> None:
    repaired = repair(template("{{text:B}} {{text:a}b}}", B="1", **{"a}b": "2"}))

    assert repaired is None


def test_a_field_that_people_paste_into_leaves_all_examples() -> None:
    both = [{"title": t, "examples": {"顧客": "", "長さ": "短く"}} for t in ("x", "y")]

    repaired = repair(source(inputExamples=both))

    assert repaired is not None
    assert [e.examples for e in UseCase.model_validate_json(repaired.text).input_examples] == [{"長さ": "短く"}] * 2


@settings(max_examples=100, deadline=None)
@given(made=templates(names), data=st.data())
def test_any_template_gets_fields_whose_input_arrives(made: str, data: st.DataObject) -> None:
    given_values = {
        field.label: field.choices[0] if field.choices else f"⟦{n}⟧" for n, field in enumerate(fields(made))
    }
    repaired = repair(template(made, **given_values))
    if repaired is None:
        return
    mended = UseCase.model_validate_json(repaired.text)
    rules = {finding.rule for finding in lint(again(repaired.text))}
    if not rules & {"label-lost", "label-hangs", "label-elsewhere"}:
        prompt = preview(mended.prompt_template, mended.input_examples[0].examples).prompt
        assert prompt is not None
        assert "{{" not in prompt
