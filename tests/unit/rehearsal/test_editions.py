"""Whole editions for customers of very different trades: they keep the rules and speak the customer's words."""

import pytest

from mlew.domain.base import Locale
from mlew.domain.customer import CustomerSheet
from mlew.domain.solution import Solution, TeamAnswer
from mlew.rehearsal.phrase_en import EnglishPhrase
from tests.unit.rehearsal import customers_en, customers_ja
from tests.unit.rehearsal.rehearsing import Edition, rehearse

CUSTOMERS: dict[str, tuple[CustomerSheet, tuple[Solution, ...], tuple[TeamAnswer, ...], Locale]] = {
    "ironworks": (*customers_ja.IRONWORKS, "ja"),
    "choir": (*customers_ja.CHOIR, "ja"),
    "dentist": (*customers_ja.DENTIST, "ja"),
    "growers": (*customers_en.GROWERS, "en"),
    "theatre": (*customers_en.THEATRE, "en"),
    "harbour": (*customers_en.HARBOUR, "en"),
}


@pytest.fixture(scope="module", params=CUSTOMERS)
def case(request: pytest.FixtureRequest) -> tuple[str, Edition, Locale]:
    sheet, solutions, team, locale = CUSTOMERS[request.param]
    return request.param, rehearse(sheet, solutions, team, locale), locale


def test_every_step_keeps_the_rules_of_the_method(case: tuple[str, Edition, Locale]) -> None:
    assert case[1].violations == ()


def test_journey_holds_every_behaviour_in_the_sheets_order(case: tuple[str, Edition, Locale]) -> None:
    name, edition, _ = case
    said = [a.text for a in edition.journey.actions if not a.assumed]
    behaviour = CUSTOMERS[name][0].behaviour
    assert len(said) == len(behaviour)
    for text, entry in zip(said, behaviour, strict=True):
        assert text[:6] == entry[:6]


def test_amounts_of_the_sheet_are_facts_and_others_are_assumed(case: tuple[str, Edition, Locale]) -> None:
    resources = [r for a in case[1].journey.actions for r in a.resources]
    assert all(r.quantity for r in resources)
    assert {r.assumed for r in resources} == {True, False}


def test_inventions_name_the_teams_own_solutions_and_their_effects(case: tuple[str, Edition, Locale]) -> None:
    name, edition, _ = case
    solutions = {s.name: s for s in CUSTOMERS[name][1]}
    for invention in edition.inventions.inventions:
        assert all(solution in invention.how_solved for solution in invention.solution_names)
        assert any(solutions[n].effect in invention.effect for n in invention.solution_names)


def test_press_release_tells_of_the_invention_and_the_customer(case: tuple[str, Edition, Locale]) -> None:
    name, edition, _ = case
    release = edition.release
    assert release.service == edition.inventions.inventions[0].name
    assert CUSTOMERS[name][0].title[:10] in release.who_and_when
    assert release.release_date in ("2026年11月3日", "3 November 2026")


def test_script_follows_the_steps_of_the_press_release(case: tuple[str, Edition, Locale]) -> None:
    edition = case[1]
    assert len(edition.script.scenes) == len(edition.release.steps)
    fields = " ".join(edition.script.sheet)
    assert all(f"C{n}" in fields for n in range(1, len(edition.milestone.criteria) + 1))


def test_japanese_texts_hold_no_english_and_the_other_way_round(case: tuple[str, Edition, Locale]) -> None:
    _, edition, locale = case
    prose = [t for t in edition.texts if len(t) > 25]
    kana = sum(any("ぁ" <= c <= "ん" for c in t) for t in prose)
    assert kana == (len(prose) if locale == "ja" else 0)


def test_no_text_has_doubled_punctuation_or_an_open_place(case: tuple[str, Edition, Locale]) -> None:
    for text in case[1].texts:
        assert not any(bad in text for bad in ("。。", "、、", "..", " .", "{", "}", "None", "「」", "“”", "  ", "…."))


def test_points_of_view_differ(case: tuple[str, Edition, Locale]) -> None:
    name = case[0]
    sheet, solutions, team, locale = CUSTOMERS[name]
    views = ("family", "consultant", "child", "innovator")
    editions = [rehearse(sheet, solutions, team, locale, view) for view in views]
    names = [i.name for e in editions for i in e.inventions.inventions]
    assert len(set(names)) == len(names)
    assert len({i.how_solved for e in editions for i in e.inventions.inventions}) == len(names)


def test_the_same_input_gives_the_same_edition_and_another_customer_another_one() -> None:
    sheet, solutions, team, locale = CUSTOMERS["growers"]
    first, again = (rehearse(sheet, solutions, team, locale) for _ in range(2))
    changed = sheet.model_copy(update={"behaviour": (*sheet.behaviour, "Prunes the trees by hand in winter")})
    assert first == again
    assert rehearse(changed, solutions, team, locale).journey != first.journey


def test_a_question_of_every_rank_can_be_carried_on() -> None:
    sheet, solutions, team, locale = CUSTOMERS["theatre"]
    count = len(rehearse(sheet, solutions, team, locale).questions.questions)
    assert all(rehearse(sheet, solutions, team, locale, "child", n).violations == () for n in range(count))


def test_english_actions_stand_in_base_form_inside_sentences() -> None:
    phrase = EnglishPhrase("She types the answers into a spreadsheet")
    assert phrase.do == "type the answers into a spreadsheet"
