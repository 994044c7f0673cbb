"""Prompts: the same in, the same out; inputs as data only; what does not depend on inputs comes first."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.base import Locale
from mlew.errors import InputError
from tests.unit.usecases.test_fence import material
from usecases.definition import Definition, all_definitions, load
from usecases.fence import unfence
from usecases.frame import frame
from usecases.prompt import render

LOCALES: tuple[Locale, ...] = get_args(Locale)
DEFINITIONS = all_definitions()


def complete(definition: Definition) -> dict[str, str]:
    return {spec.name: f"text of {spec.name}" for spec in definition.inputs}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda d: d.id)
def test_every_rule_and_every_input_reaches_the_model(definition: Definition, locale: Locale) -> None:
    prompt = render(definition, locale, complete(definition))

    text = definition.text(locale)
    assert all(rule in prompt.system for rule in text.rules)
    assert text.role in prompt.system
    assert text.output in prompt.system
    assert text.task in prompt.text
    assert all(i.label in prompt.text and i.about in prompt.text for i in text.inputs.values())
    assert unfence(prompt.text) == complete(definition)
    assert unfence(prompt.system) == {}


@given(definition=st.sampled_from(DEFINITIONS), locale=st.sampled_from(LOCALES), data=st.data())
def test_hostile_material_changes_nothing_but_its_own_block(
    definition: Definition, locale: Locale, data: st.DataObject
) -> None:
    inputs = {s.name: "x" + data.draw(material, label=s.name) for s in definition.inputs}

    prompt = render(definition, locale, inputs)

    harmless = render(definition, locale, complete(definition))
    assert unfence(prompt.text) == inputs
    assert prompt.system == harmless.system
    assert outside_fences(prompt.text) == outside_fences(harmless.text)


def outside_fences(text: str) -> list[str]:
    """What stands before, between and after the blocks."""
    head, *blocks = text.split("<input name=")
    return [head, *(block.rpartition("\n</input>")[2] for block in blocks)]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_order_of_given_inputs_does_not_matter(locale: Locale) -> None:
    inputs = complete(load("invent"))

    assert render(load("invent"), locale, inputs) == render(load("invent"), locale, dict(reversed(inputs.items())))


def test_calls_that_differ_in_question_and_point_of_view_share_all_before() -> None:
    inputs = complete(load("invent"))
    first = render(load("invent"), "ja", inputs).text

    other = render(load("invent"), "ja", {**inputs, "questions": "Q2", "point_of_view": "child"}).text

    shared = first.index("text of questions")
    assert "text of solutions" in first[:shared]
    assert first[:shared] == other[:shared]


@pytest.mark.parametrize("missing", ["", "  \n"])
def test_a_missing_input_is_named_with_its_label(missing: str) -> None:
    with pytest.raises(InputError, match=r"'journey' \(カスタマージャーニー\)"):
        render(load("define"), "ja", {"journey": missing})


def test_an_input_that_the_step_does_not_take_is_refused() -> None:
    with pytest.raises(InputError, match="no input 'jurney'"):
        render(load("define"), "ja", {"journey": "x", "jurney": "x"})


def test_blank_optional_inputs_leave_no_trace() -> None:
    assert render(load("define"), "en", {"journey": "x", "requests": " "}) == render(
        load("define"), "en", {"journey": "x"}
    )


@pytest.mark.parametrize(("locale", "sentence"), [("ja", "日本語で書いて"), ("en", "in English")])
def test_the_language_of_the_answer_is_said(locale: Locale, sentence: str) -> None:
    assert all(sentence in render(d, locale, complete(d)).system for d in DEFINITIONS)


def test_pictures_are_spoken_of_only_where_they_may_come() -> None:
    speak_of_them = [d.id for d in DEFINITIONS if "picture" in render(d, "en", complete(d)).system]

    assert speak_of_them == ["listen"]


def test_a_customer_sheet_that_is_only_a_picture_needs_no_text() -> None:
    prompt = render(load("listen"), "ja", {"customer": ""})

    assert unfence(prompt.text) == {}
    assert frame("ja").headings.inputs not in prompt.text
    assert frame("ja").pictures in prompt.system
