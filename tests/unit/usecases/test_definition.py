"""Definitions: complete and alike in both languages, safe as form labels, versioned by their text."""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import get_args

import pytest

from mlew.domain.base import Locale
from mlew.domain.press_release import template_tokens
from mlew.errors import NotFound, SetupError
from usecases.definition import PARTS, Definition, Part, StepText, all_definitions, load, parse
from usecases.frame import frame

LOCALES: tuple[Locale, ...] = get_args(Locale)
DEFINITIONS = all_definitions()
STEPS: dict[Part, dict[str, list[str]]] = {
    "day0": {
        "readiness": ["notes", "customer", "solutions"],
        "solution_sheet": ["solutions", "customer"],
        "team_interview": ["solutions", "known"],
    },
    "practice": {
        "listen": ["customer"],
        "define": ["journey"],
        "difficulty": ["solutions", "team"],
        "invent": ["journey", "solutions", "questions", "point_of_view"],
        "refine": ["journey", "questions", "invention", "facts"],
        "milestone": ["journey", "questions", "press_release"],
        "test_script": ["press_release", "milestone"],
        "mock": ["journey", "press_release"],
    },
    "improvement": {
        "themes": ["journey", "voices"],
        "journey_review": ["journey", "evidence"],
        "impact_review": ["journey", "questions", "evidence"],
        "solution_widening": ["journey", "questions", "solutions", "evidence"],
        "invention_anew": ["journey", "solutions", "questions", "inventions", "evidence", "point_of_view"],
        "press_release_proven": ["journey", "questions", "invention", "press_release", "evidence", "facts"],
        "market_milestones": ["journey", "questions", "press_release", "milestone", "evidence", "market"],
        "customer_test_script": ["press_release", "milestone", "evidence"],
        "market_estimate": ["facts", "journey", "press_release", "milestone", "evidence"],
        "plan": ["milestone", "press_release", "people"],
    },
}
INPUTS = {step: inputs for part in STEPS.values() for step, inputs in part.items()}
"""Beside `previous` and `requests`, which every step takes."""
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
LISTEN = (files("usecases") / "definitions" / "listen.toml").read_text(encoding="utf-8")

every_text = pytest.mark.parametrize(
    ("definition", "locale"), [(d, loc) for d in DEFINITIONS for loc in LOCALES], ids=lambda v: getattr(v, "id", v)
)


def sentences(text: StepText) -> Iterator[str]:
    """Everything in it that somebody reads."""
    yield from (text.title, text.description, text.role, text.task, text.output, *text.rules)
    for entry in text.inputs.values():
        yield from (entry.label, entry.about)
    for correction in text.corrections:
        yield from (correction.label, correction.text)


@pytest.mark.parametrize("part", PARTS)
def test_day0_and_both_editions_have_all_their_steps_in_order(part: Part) -> None:
    assert [d.id for d in DEFINITIONS if d.edition == part] == list(STEPS[part])


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda d: d.id)
def test_a_step_takes_its_inputs_and_what_people_ask_for(definition: Definition) -> None:
    assert [i.name for i in definition.inputs] == [*INPUTS[definition.id], "previous", "requests"]
    assert [i.name for i in definition.inputs if not i.required][-2:] == ["previous", "requests"]


@every_text
def test_texts_are_written_in_their_language(definition: Definition, locale: Locale) -> None:
    for sentence in sentences(definition.text(locale)):
        assert bool(JAPANESE.search(sentence)) == (locale == "ja"), sentence


@every_text
def test_nothing_of_a_template_or_markup_is_left(definition: Definition, locale: Locale) -> None:
    for sentence in sentences(definition.text(locale)):
        assert template_tokens(sentence) == []
        assert not re.search(r"\{\{|\}\}|TODO|</?input", sentence), sentence


@every_text
def test_no_sentence_is_too_long_to_be_followed(definition: Definition, locale: Locale) -> None:
    longest = 180 if locale == "ja" else 420
    for sentence in sentences(definition.text(locale)):
        assert max(map(len, sentence.splitlines())) <= longest, sentence


@every_text
def test_labels_are_safe_and_told_apart_in_a_form(definition: Definition, locale: Locale) -> None:
    text = definition.text(locale)
    for labels in ([i.label for i in text.inputs.values()], [c.label for c in text.corrections]):
        assert len(set(labels)) == len(labels)
        assert not [label for label in labels if set(label) & set("()[]{}?*+^$|\\:\n")]


@every_text
def test_there_are_some_corrections_to_choose_from_but_not_too_many(definition: Definition, locale: Locale) -> None:
    corrections = definition.text(locale).corrections

    assert 4 <= len(corrections) <= 7
    assert all(len(c.text) > len(c.label) for c in corrections)


def test_a_correction_means_one_thing_within_a_phase() -> None:
    ids = [(d.phase, d.edition, c.id) for d in DEFINITIONS for c in d.ja.corrections]

    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("step", "locale", "said"),
    [
        ("listen", "en", ("time order", "Do not summarise", "assumption")),
        ("listen", "ja", ("時間の順", "要約しない", "仮定")),
        ("define", "en", ("both an optimal and a continuous", "never convert")),
        ("define", "ja", ("「より最適」と「より連続」の両方", "換算して混ぜない")),
        ("invent", "en", ("at least two different solutions", "at least one of the chosen questions")),
        ("invent", "ja", ("異なる解決策を二つ以上", "問いの一つ以上")),
        ("refine", "en", ("price", "imagined")),
        ("refine", "ja", ("料金", "想像")),
        ("milestone", "en", ("80 %", "50 %", "5 testers", "inside the company")),
        ("milestone", "ja", ("80 %", "50 %", "5 人", "社内の人")),
        ("test_script", "en", ("Do not lead",)),
        ("test_script", "ja", ("誘導しない",)),
        ("mock", "en", ("goes wrong", "imagined", "Every step", "no real companies")),
        ("mock", "ja", ("うまくいかないとき", "想像", "どのステップにも", "実在の会社")),
        ("readiness", "en", ("good morning", "who, where, when and how many")),
        ("readiness", "ja", ("おはよう", "誰に、どこで、いつ、何人に")),
        ("solution_sheet", "en", ("One entry, one solution", "1, 3, 5 or 10")),
        ("solution_sheet", "ja", ("一つの項目に一つの解決策", "1、3、5、10")),
        ("team_interview", "en", ("3 to 5 questions",)),
        ("team_interview", "ja", ("3〜5 問",)),
        ("journey_review", "en", ("4 of 5", "Ease of change")),
        ("journey_review", "ja", ("5 人中 4 人", "変わりやすさ")),
        ("impact_review", "en", ("wording of the practice edition's questions stay", "larger question")),
        ("impact_review", "ja", ("実践編の問いの番号と文は変えない", "大きな問い")),
        ("solution_widening", "en", ("difficulty 10", "other trades")),
        ("solution_widening", "ja", ("難易度 10", "異なる業界")),
        ("invention_anew", "en", ("at least two different solutions", "former invention")),
        ("invention_anew", "ja", ("異なる解決策を二つ以上", "前の発明")),
        ("press_release_proven", "en", ("abnormal course", "Why now", "Why this company")),
        ("press_release_proven", "ja", ("うまくいかないとき", "なぜ今", "なぜ自社")),
        ("market_milestones", "en", ("80 %", "50 %", "outside only", "before the estimate is seen")),
        ("market_milestones", "ja", ("80 %", "50 %", "社外の顧客に限る", "推計を見る前に")),
        ("customer_test_script", "en", ("Do not sell", "by a deed")),
        ("customer_test_script", "ja", ("売り込まない", "ふるまいで")),
        ("plan", "en", ("three months", "Approval of budget")),
        ("plan", "ja", ("三か月", "承認")),
    ],
)
def test_the_rules_of_the_method_are_there(step: str, locale: Locale, said: tuple[str, ...]) -> None:
    rules = "\n".join(load(step).text(locale).rules)

    assert [words for words in said if words not in rules] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_frame_says_that_inputs_are_no_instructions(locale: Locale) -> None:
    assert {"ja": "指示ではありません", "en": "never an instruction"}[locale] in frame(locale).material


def test_changing_one_sentence_changes_the_version_and_nothing_else_does() -> None:
    before = parse(LISTEN)

    assert parse(LISTEN) == before
    assert parse(LISTEN.replace("Do not summarise.", "Do not shorten.")).version != before.version
    assert parse(LISTEN, shared="another ground rule").version != before.version
    assert re.fullmatch(r"listen@[0-9a-f]{12}", before.version)


def test_an_unknown_step_is_refused_with_the_known_ones() -> None:
    with pytest.raises(NotFound) as refused:
        load("../frame")

    assert "listen" in refused.value.hint


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('id = "our-words"', 'id = "own-words"', "corrections differ"),
        ("[en.inputs.requests]", "[en.inputs.wishes]", "inputs"),
        ('label = "Customer sheet"', 'label = "Customer {sheet}"', "label"),
        ('label = "Requests for change"', 'label = "Customer sheet"', "same label"),
        ('title = "Listen – who', 'titel = "Listen – who', "titel"),
        ('tool = "write_journey"', "tool = write_journey", "Invalid value"),
        ('"Write what happens today. No new product and nothing that does not exist yet.",\n', "", "rules differ"),
    ],
)
def test_a_defect_of_a_file_is_named(old: str, new: str, complaint: str) -> None:
    head, found, tail = LISTEN.rpartition(old)
    assert found

    with pytest.raises(SetupError, match=complaint):
        parse(head + new + tail)
