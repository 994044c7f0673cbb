"""The forms that GenU's answers take: as the product's documents write them, and read back by it."""

import re
from importlib.resources import files
from typing import TypeVar

import pytest

from mlew.documents.discovery import read_discovery, render_discovery
from mlew.documents.solutions_file import parse_solutions
from mlew.domain.artifact import ArtifactKind
from mlew.domain.base import Locale
from mlew.domain.iteration import Iteration
from mlew.domain.journey import Journey
from mlew.domain.press_release import PressRelease
from tests.unit.documents.test_discovery import artifact
from usecases.definition import shared_definitions
from usecases.genu.step import answer_form

LOCALES: tuple[Locale, ...] = ("ja", "en")
B = TypeVar("B")
KINDS: dict[str, ArtifactKind] = {
    "listen": "journey",
    "define": "questions",
    "difficulty": "solutions",
    "invent": "inventions",
    "refine": "press_release",
    "milestone": "iteration",
    "test_script": "iteration",
    "mock": "mock_spec",
    "journey_review": "journey",
    "impact_review": "questions",
    "solution_widening": "solutions",
    "invention_anew": "inventions",
    "press_release_proven": "press_release",
    "market_milestones": "iteration",
    "customer_test_script": "iteration",
}
BY_HAND = ("readiness", "solution_sheet", "team_interview", "plan")
"""Forms of what is no artifact of an edition."""

both_languages = pytest.mark.parametrize("locale", LOCALES)


def test_every_step_has_a_form_in_both_languages_and_no_form_is_without_a_step() -> None:
    found = {entry.name for entry in (files("usecases.genu") / "forms").iterdir()}

    assert found == {f"{d.id}.{locale}.md" for d in shared_definitions() for locale in LOCALES}
    assert {*KINDS, *BY_HAND} == {d.id for d in shared_definitions()}


@both_languages
@pytest.mark.parametrize("step", KINDS)
def test_a_form_is_what_the_product_itself_would_write(step: str, locale: Locale) -> None:
    form = answer_form(step, locale)

    read = read_discovery(form, locale)

    assert (read.problems, read.leftovers) == ((), "")
    assert [kind for kind, _ in read.bodies] == [KINDS[step]]
    written = render_discovery([artifact(body) for body in read.bodies.values()], locale, title="x")
    computed = re.compile(r"^- (スコア|Score).*\n", re.MULTILINE)
    assert computed.sub("", written.removeprefix("# x\n\n")).strip() == form


@both_languages
def test_what_only_the_improvement_edition_has_is_in_its_forms(locale: Locale) -> None:
    journey = read(Journey, "journey_review", locale)
    release = read(PressRelease, "press_release_proven", locale)
    iteration = read(Iteration, "market_milestones", locale)
    script = read(Iteration, "customer_test_script", locale).script

    assert all(stage.change_ease and stage.evidence for stage in journey.stages)
    assert {step.course for step in release.steps} == {"normal", "abnormal"}
    assert release.provider
    assert release.internal_faq
    assert [m.name for m in iteration.milestones] == ["sponsor", "fan", "share", "release"]
    assert all(m.criteria for m in iteration.milestones)
    assert iteration.extra
    assert script.scenes
    assert script.extra


@both_languages
def test_the_form_of_the_list_of_solutions_is_a_solutions_file(locale: Locale) -> None:
    read = parse_solutions(answer_form("solution_sheet", locale))

    assert len(read.solutions) == 1
    assert read.defects == ()


@both_languages
@pytest.mark.parametrize("step", [*KINDS, *BY_HAND])
def test_hints_stand_in_the_brackets_that_the_instruction_names(step: str, locale: Locale) -> None:
    opening, closing = ("〔", "〕") if locale == "ja" else ("‹", "›")
    form = answer_form(step, locale)

    assert form.count(opening) == form.count(closing) > 0
    assert "{{" not in form


def read(body: type[B], step: str, locale: Locale) -> B:
    found = next(iter(read_discovery(answer_form(step, locale), locale).bodies.values()))
    assert isinstance(found, body)
    return found
