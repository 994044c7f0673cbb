"""Use cases: the definitions' own sentences, fields that people can tell apart, examples that wipe nothing."""

import re
from importlib.resources import files
from typing import get_args

import pytest

from mlew.domain.base import Locale
from usecases.definition import PARTS, Definition, Part, load, parse, shared_definitions
from usecases.frame import frame
from usecases.genu.boxes import boxes_of, option
from usecases.genu.builder import all_in_one, file_name, step_use_case, steps_of
from usecases.genu.format import UseCase, stored_bytes
from usecases.genu.lint import lint
from usecases.genu.placeholder import boxes
from usecases.genu.source import Source
from usecases.genu.step import genu_step
from usecases.genu.substitution import preview
from usecases.genu.words import words
from usecases.points_of_view import ready_points_of_view
from usecases.prompt import render

LOCALES: tuple[Locale, ...] = get_args(Locale)
PASTED = ("results", "previous", "requests", "customer", "solutions", "evidence", "team")

every_step = pytest.mark.parametrize(
    ("definition", "locale"),
    [(d, locale) for d in shared_definitions() for locale in LOCALES],
    ids=lambda v: getattr(v, "id", v),
)
every_part = pytest.mark.parametrize(
    ("part", "locale"), [(part, locale) for part in PARTS for locale in LOCALES], ids=str
)


def built(definition: Definition, locale: Locale) -> UseCase:
    return step_use_case(definition, genu_step(definition.id), locale)


def labels(use_case: UseCase) -> list[str]:
    return [box.label for box in boxes(use_case.prompt_template)]


def pasted(definition: Definition, locale: Locale) -> list[str]:
    return [b.label for b in boxes_of(definition, genu_step(definition.id), locale) if b.name in PASTED]


@every_step
def test_a_step_says_what_its_definition_says(definition: Definition, locale: Locale) -> None:
    prompt = built(definition, locale).prompt_template

    text = definition.text(locale)
    corrections = [c.text for c in text.corrections]
    assert [s for s in (text.role, text.task, text.output, *text.rules, *corrections) if s not in prompt] == []
    assert [i.about for i in text.inputs.values() if i.about not in prompt] == []
    assert frame(locale).form not in prompt, "GenU has no tool to call"


@every_step
def test_people_see_the_results_they_paste_and_the_requests_they_have(definition: Definition, locale: Locale) -> None:
    shown = labels(built(definition, locale))

    assert shown == [box.label for box in boxes_of(definition, genu_step(definition.id), locale) if box.label in shown]
    assert len(set(shown)) == len(shown)
    assert words(locale).boxes["subject"].label == shown[0]
    assert definition.text(locale).inputs["requests"].label in shown


@every_step
def test_examples_set_the_same_fields_and_none_that_people_paste_into(definition: Definition, locale: Locale) -> None:
    use_case = built(definition, locale)

    keys = {frozenset(example.examples) for example in use_case.input_examples}
    assert len(use_case.input_examples) == 3
    assert len(keys) == 1
    assert not next(iter(keys)) & set(pasted(definition, locale))
    assert next(iter(keys)) | set(pasted(definition, locale)) == set(labels(use_case))
    assert all(value for example in use_case.input_examples for value in example.examples.values())


@every_step
def test_what_an_example_fills_in_reaches_the_model_as_it_is(definition: Definition, locale: Locale) -> None:
    use_case = built(definition, locale)

    for example in use_case.input_examples:
        sent = preview(use_case.prompt_template, example.examples)
        assert sent.prompt is not None
        assert "{{" not in sent.prompt
        assert all(value in sent.prompt for value in example.examples.values())


@every_step
def test_a_second_round_is_shown_with_a_ready_remark(definition: Definition, locale: Locale) -> None:
    first, *_, again = built(definition, locale).input_examples
    label = words(locale).boxes["correction"].label

    ready = [option(c.label) for c in definition.text(locale).corrections]
    assert first.examples[label] == words(locale).none
    assert again.examples[label] in ready
    assert {**again.examples, label: words(locale).none} == first.examples


@every_part
def test_files_are_named_in_ascii_in_the_order_of_the_workshop(part: Part, locale: Locale) -> None:
    names = [file_name(d, genu_step(d.id)) for d in steps_of(part)]

    assert names == sorted(names)
    assert [n for n in names if not re.fullmatch(rf"{part}-\d-[a-z]+(-[a-z]+)*\.json", n)] == []
    titles = [built(d, locale).title for d in steps_of(part)]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("step", ["invent", "invention_anew"])
def test_a_point_of_view_is_chosen_or_ones_own(step: str, locale: Locale) -> None:
    use_case = built(load(step), locale)

    (view,) = (b for b in boxes(use_case.prompt_template) if b.type == "select" and len(b.choices) == 5)
    ready = ready_points_of_view(locale).values()
    assert view.choices == (*(v.name for v in ready), words(locale).own)
    assert all(v.text in use_case.prompt_template for v in ready)
    own = use_case.input_examples[1].examples
    assert own[view.label] == words(locale).own
    assert own[words(locale).boxes["own_view"].label] not in ("", words(locale).unused)


@pytest.mark.parametrize("locale", LOCALES)
def test_attachments_are_asked_for_by_names_that_genu_keeps(locale: Locale) -> None:
    for definition in shared_definitions():
        step, use_case = genu_step(definition.id), built(definition, locale)
        assert use_case.file_upload == bool(step.attachments)
        for name in step.attachments:
            assert re.search(rf"\b{name}\.(pdf|md|csv)", use_case.prompt_template)


@every_part
def test_all_steps_in_one_are_chosen_by_example_and_keep_what_was_pasted(part: Part, locale: Locale) -> None:
    use_case = all_in_one(part, locale)

    guide = words(locale).boxes["guide"].label
    assert [set(example.examples) for example in use_case.input_examples] == [{guide}] * len(steps_of(part))
    for definition, example in zip(steps_of(part), use_case.input_examples, strict=True):
        text, sent = definition.text(locale), preview(use_case.prompt_template, example.examples).prompt
        assert sent is not None
        assert [s for s in (text.role, text.task, text.output, *text.rules) if s not in sent] == []
    assert stored_bytes(use_case.content()) < 100_000


@every_part
def test_the_linter_finds_nothing(part: Part, locale: Locale) -> None:
    found = [built(d, locale) for d in steps_of(part)] + [all_in_one(part, locale)]

    for use_case in found:
        assert lint(Source("x.json", use_case.to_json().encode())) == ()


def test_one_changed_sentence_changes_prompt_and_use_case_and_nothing_else() -> None:
    content = (files("usecases") / "definitions" / "define.toml").read_text(encoding="utf-8")
    before, after = parse(content), parse(content.replace("少数に絞らない。", "三つに絞らない。"))
    inputs = {"journey": "x"}

    assert (
        render(before, "ja", inputs).system.replace("少数に絞らない。", "三つに絞らない。")
        == render(after, "ja", inputs).system
    )
    assert built(before, "ja").to_json().replace("少数に絞らない。", "三つに絞らない。") == built(after, "ja").to_json()
    assert built(before, "en") == built(after, "en")
    assert built(before, "ja") != built(after, "ja")
