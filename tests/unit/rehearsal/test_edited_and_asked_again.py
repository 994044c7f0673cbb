"""What people edited is still there when they have the step done again, and what they asked for is done."""

from typing import TypeVar

import pytest

from mlew.documents import render
from mlew.domain.artifact import Body
from mlew.domain.base import Draft, Locale
from mlew.domain.invention import InventionsDraft, InventionSet
from mlew.domain.iteration import SponsorMilestoneDraft, TestScriptDraft, iteration_from
from mlew.domain.journey import Journey, JourneyDraft, journey_from, journey_violations
from mlew.domain.mock_conversion import mock_spec_from
from mlew.domain.mock_draft import MockDraft
from mlew.domain.press_release import PressReleaseDraft, press_release_from
from mlew.domain.question import QuestionsDraft, question_violations, questions_from
from mlew.domain.solution import RatingsDraft, SolutionList
from tests.unit.rehearsal import customers_en, customers_ja
from tests.unit.rehearsal.rehearsing import Edition, ask, rehearse, strings
from usecases.definition import load

D = TypeVar("D", bound=Draft)
EDITED: dict[Locale, str] = {"ja": "紙の一覧を壁に貼り出す", "en": "Pins the paper list to the wall"}
WISH: dict[Locale, str] = {"ja": "夜勤明けは判断が鈍る", "en": "She also feeds the dogs"}


@pytest.fixture(scope="module", params=["ja", "en"])
def edition(request: pytest.FixtureRequest) -> Edition:
    locale: Locale = request.param
    sheet, solutions, team = customers_ja.IRONWORKS if locale == "ja" else customers_en.HARBOUR
    return rehearse(sheet, solutions, team, locale)


def _locale(edition: Edition) -> Locale:
    return "ja" if any("あ" <= c <= "ん" for c in edition.journey.segment) else "en"


def _again(edition: Edition, step: str, draft: type[D], body: Body, *requests: str) -> D:
    """`requests`: ids of ready corrections, or words."""
    locale = _locale(edition)
    ready = {c.id: c.text for c in load(step).text(locale).corrections}
    wishes = "\n".join(f"- {ready.get(one, one)}" for one in requests)
    return ask(step, locale, draft, {**edition.inputs[step], "previous": render(body, locale)}, requests=wishes)


def _with_action(journey: Journey, n: int, text: str) -> Journey:
    at = journey.actions[n].id
    stages = tuple(
        s.model_copy(
            update={"actions": tuple(a.model_copy(update={"text": text}) if a.id == at else a for a in s.actions)}
        )
        for s in journey.stages
    )
    return journey.model_copy(update={"stages": stages})


def _actions(draft: JourneyDraft) -> list[str]:
    return [a.text for s in draft.stages for a in s.actions]


@pytest.mark.parametrize("n", [0, 2, -1])
@pytest.mark.parametrize("correction", ["no-summary", "missing-resources", "time-order"])
def test_an_edited_action_stays_and_the_journey_becomes_finer(edition: Edition, n: int, correction: str) -> None:
    locale = _locale(edition)
    old = edition.journey.actions[n].text
    edited = _with_action(edition.journey, n, EDITED[locale])
    draft = _again(edition, "listen", JourneyDraft, edited, correction, WISH[locale])
    assert _actions(draft).count(EDITED[locale]) == 1
    assert old not in _actions(draft)
    assert WISH[locale] in strings(draft.model_dump())
    assert journey_violations(draft) == []
    assert len(_actions(draft)) == len(set(_actions(draft)))
    if correction == "no-summary":
        assert len(_actions(draft)) > len(edition.journey.actions) * 1.3


def test_without_a_request_the_edited_result_comes_back(edition: Edition) -> None:
    edited = _with_action(edition.journey, 1, EDITED[_locale(edition)])
    again = journey_from(_again(edition, "listen", JourneyDraft, edited))
    assert again == edited


def test_what_people_added_moved_and_took_out_of_a_journey_is_not_undone(edition: Edition) -> None:
    locale = _locale(edition)
    first, *rest = edition.journey.stages
    out = next(a for s in rest for a in s.actions if len(s.actions) > 2 or a is s.actions[0])
    own = first.actions[0].model_copy(update={"id": "A90", "text": EDITED[locale]})
    stages = (
        first.model_copy(update={"actions": (*first.actions[::-1], own), "feelings": (EDITED[locale],)}),
        *(s.model_copy(update={"actions": tuple(a for a in s.actions if a is not out)}) for s in rest),
    )
    edited = edition.journey.model_copy(update={"stages": stages, "trigger": EDITED[locale]})
    draft = _again(edition, "listen", JourneyDraft, edited, WISH[locale])
    assert _actions(draft)[: len(first.actions) + 1] == [*(a.text for a in first.actions[::-1]), EDITED[locale]]
    assert out.text not in _actions(draft)
    assert (draft.trigger, draft.stages[0].feelings) == (EDITED[locale], [EDITED[locale]])


def test_a_time_that_is_asked_for_later_replaces_an_edited_one(edition: Edition) -> None:
    locale = _locale(edition)
    action = next(a for a in edition.journey.actions if not a.assumed and a.resources)
    edited = _with_action(edition.journey, edition.journey.actions.index(action), action.text)
    wish = f"{action.text}、77分" if locale == "ja" else f"{action.text} takes 77 minutes"
    draft = _again(edition, "listen", JourneyDraft, edited, wish)
    found = next(a for s in draft.stages for a in s.actions if a.text == action.text)
    assert "77" in found.resources[0].amount


def test_an_edited_question_stays(edition: Edition) -> None:
    locale = _locale(edition)
    questions = edition.questions
    first = questions.questions[0].model_copy(update={"text": EDITED[locale]})
    edited = questions.model_copy(update={"questions": (first, *questions.questions[1:])})
    own = "なぜ確認が必要なのか？" if locale == "ja" else "Why is a check needed at all?"
    draft = _again(edition, "define", QuestionsDraft, edited, own)
    assert [q.text for q in draft.questions].count(EDITED[locale]) == 1
    assert questions.questions[0].text not in [q.text for q in draft.questions]
    assert own in [q.text for q in draft.questions]
    numbered = {q.id: q.text for q in questions_from(draft).questions}
    assert numbered[first.id] == EDITED[locale]


def test_edited_amounts_of_questions_stay(edition: Edition) -> None:
    first = edition.questions.questions[0]
    often = first.frequency.model_copy(update={"times": 7.0, "per": "year", "assumed": False})
    body = edition.questions.model_copy(
        update={"questions": (first.model_copy(update={"frequency": often}), *edition.questions.questions[1:])}
    )
    draft = _again(edition, "define", QuestionsDraft, body, "join-distant")
    found = next(q for q in draft.questions if q.text == first.text)
    assert (found.frequency_times, found.frequency_per) == (7, "year")
    assert len(draft.questions) > len(edition.questions.questions)


def test_an_edited_reason_of_a_difficulty_stays(edition: Edition) -> None:
    locale = _locale(edition)
    first, *rest = edition.rated
    edited = SolutionList(solutions=(first.model_copy(update={"difficulty_reason": EDITED[locale]}), *rest))
    draft = _again(edition, "difficulty", RatingsDraft, edited, "too-easy")
    assert draft.ratings[0].reason == EDITED[locale]
    assert sum(r.difficulty for r in draft.ratings) > sum(r.difficulty for r in edition.rated)


def test_an_edited_invention_stays_and_takes_up_the_request(edition: Edition) -> None:
    locale = _locale(edition)
    best, *rest = edition.inventions.inventions
    changed = best.model_copy(update={"name": EDITED[locale], "how_done": EDITED[locale]})
    edited = InventionSet(pair="a", inventions=(changed, *rest))
    wish = "手袋をしたまま使える" if locale == "ja" else "It has to work with gloves on"
    draft = _again(edition, "invent", InventionsDraft, edited, wish)
    found = next(i for i in draft.inventions if i.name == EDITED[locale])
    assert EDITED[locale] in found.how_done
    assert all(wish in i.how_done for i in draft.inventions)
    assert best.name not in [i.name for i in draft.inventions]


def test_an_edited_press_release_stays(edition: Edition) -> None:
    locale = _locale(edition)
    release = press_release_from(edition.release, pair="a", invention="", author="m")
    message = release.message.model_copy(update={"headline": EDITED[locale]})
    steps = (release.steps[0], release.steps[1].model_copy(update={"text": EDITED[locale]}), *release.steps[2:])
    edited = release.model_copy(update={"message": message, "steps": steps})
    draft = _again(edition, "refine", PressReleaseDraft, edited, "honest-faq")
    assert draft.headline == EDITED[locale]
    assert draft.steps[1] == EDITED[locale]
    assert len(draft.faq) > len(edition.release.faq)


def test_an_edited_milestone_and_script_stay(edition: Edition) -> None:
    locale = _locale(edition)
    body = iteration_from(edition.milestone, edition.script, pair="a", sessions=())
    first, *later = body.milestones
    criteria = (first.criteria[0].model_copy(update={"statement": EDITED[locale]}), *first.criteria[1:])
    scene = body.script.scenes[0].model_copy(update={"task": EDITED[locale]})
    script = body.script.model_copy(update={"scenes": (scene, *body.script.scenes[1:])})
    milestones = (first.model_copy(update={"criteria": criteria}), *later)
    edited = body.model_copy(update={"milestones": milestones, "script": script})
    wish = "60%が成功、8人で" if locale == "ja" else "60 % have to succeed, with 8 people"
    milestone = _again(edition, "milestone", SponsorMilestoneDraft, edited, wish)
    assert milestone.criteria[0].statement == EDITED[locale]
    assert milestone.criteria[0].threshold == 60
    told = _again(edition, "test_script", TestScriptDraft, edited, "shorter", WISH[locale])
    assert told.scenes[0].task == EDITED[locale]
    assert len(told.scenes) < len(edition.script.scenes)
    assert any(WISH[locale] in q for q in told.interview)


def test_edited_words_of_a_mock_stay(edition: Edition) -> None:
    locale = _locale(edition)
    spec = mock_spec_from(edition.mock, pair="a", locale=locale, release="1")
    screen = spec.screens[1].model_copy(update={"title": EDITED[locale]})
    landing = spec.landing.model_copy(update={"headline": EDITED[locale]})
    edited = spec.model_copy(update={"landing": landing, "screens": (spec.screens[0], screen, *spec.screens[2:])})
    draft = _again(edition, "mock", MockDraft, edited, WISH[locale])
    assert (draft.landing.headline, draft.screens[1].title) == (EDITED[locale], EDITED[locale])
    assert any(WISH[locale] in text for text in strings(draft.model_dump()))


def test_an_action_that_came_in_later_gets_its_questions(edition: Edition) -> None:
    locale = _locale(edition)
    first, *rest = edition.journey.stages
    own = first.actions[0].model_copy(update={"id": "A90", "text": EDITED[locale]})
    journey = edition.journey.model_copy(
        update={"stages": (first.model_copy(update={"actions": (*first.actions, own)}), *rest)}
    )
    inputs = {"journey": render(journey, locale), "previous": render(edition.questions, locale)}
    draft = ask("define", locale, QuestionsDraft, inputs, requests=f"- {WISH[locale]}")
    assert question_violations(draft, tuple(a.id for a in journey.actions)) == []
    texts = [q.text for q in draft.questions]
    assert {q.text for q in edition.questions.questions} <= set(texts)


def test_a_solution_that_came_in_later_is_rated(edition: Edition) -> None:
    _, *rest = edition.rated
    draft = _again(edition, "difficulty", RatingsDraft, SolutionList(solutions=tuple(rest)), "too-easy")
    assert {r.solution for r in draft.ratings} == {s.name for s in edition.rated}
