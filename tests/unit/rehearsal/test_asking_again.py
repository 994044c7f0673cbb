"""A request changes what it asks for, visibly."""

import pytest

from mlew.domain.invention import InventionsDraft
from mlew.domain.iteration import SponsorMilestoneDraft, TestScriptDraft
from mlew.domain.journey import JourneyDraft, journey_violations
from mlew.domain.press_release import PressReleaseDraft
from mlew.domain.question import QuestionsDraft
from mlew.domain.solution import RatingsDraft
from tests.unit.rehearsal import customers_en, customers_ja
from tests.unit.rehearsal.rehearsing import Edition, ask, rehearse
from usecases.definition import load


@pytest.fixture(scope="module")
def ironworks() -> Edition:
    return rehearse(*customers_ja.IRONWORKS, "ja")


@pytest.fixture(scope="module")
def harbour() -> Edition:
    return rehearse(*customers_en.HARBOUR, "en")


def _ready(step: str, correction: str) -> str:
    return "- " + next(c.text for c in load(step).text("ja").corrections if c.id == correction)


def _actions(journey: JourneyDraft) -> list[str]:
    return [a.text for s in journey.stages for a in s.actions]


def test_an_action_that_comes_before_another_is_put_there(ironworks: Edition) -> None:
    wish = "- 発注先を決める前に、品質保証課に材質を確認している（30分）"
    journey = ask("listen", "ja", JourneyDraft, ironworks.inputs["listen"], requests=wish)
    actions = _actions(journey)
    added = next(n for n, a in enumerate(actions) if "品質保証課に材質を確認" in a)
    assert "発注先を決める" in " ".join(actions[added + 1 : added + 3])
    action = next(a for s in journey.stages for a in s.actions if "品質保証課" in a.text)
    assert (action.resources[0].amount, action.resources[0].assumed) == ("30分", False)


def test_english_before_and_after_are_understood(harbour: Edition) -> None:
    wish = "- Before walking the pier, they check the tide table\n- After assigning a berth, they log it in a notebook"
    actions = _actions(ask("listen", "en", JourneyDraft, harbour.inputs["listen"], requests=wish))
    tide = next(n for n, a in enumerate(actions) if "tide table" in a)
    note = next(n for n, a in enumerate(actions) if "notebook" in a)
    assert "Walks the pier" in " ".join(actions[tide + 1 : tide + 3])
    assert "Assigns a berth" in " ".join(actions[note - 2 : note])


def test_a_time_that_people_give_is_taken_as_a_fact(ironworks: Edition) -> None:
    wish = "- 見積もりの依頼は1社25分かかります"
    journey = ask("listen", "ja", JourneyDraft, ironworks.inputs["listen"], requests=wish)
    action = next(a for s in journey.stages for a in s.actions if "見積もりを依頼" in a.text)
    assert action.resources[0].amount == "25分"


def test_what_nobody_does_is_left_out_and_words_are_replaced(ironworks: Edition) -> None:
    wish = "- 注文書をFAXで送る人はいません\n- 見積書は「お見積り」と呼びます"
    actions = _actions(ask("listen", "ja", JourneyDraft, ironworks.inputs["listen"], requests=wish))
    assert not any("FAX" in a for a in actions)
    assert any("お見積り" in a for a in actions)


def test_a_comment_that_fits_no_action_stands_among_the_insights(ironworks: Edition) -> None:
    wish = "- 夜勤明けは判断が鈍ることを忘れないでほしい"
    journey = ask("listen", "ja", JourneyDraft, ironworks.inputs["listen"], requests=wish)
    assert wish[2:] in journey.insights


def test_no_summary_gives_more_actions(ironworks: Edition) -> None:
    wish = _ready("listen", "no-summary")
    journey = ask("listen", "ja", JourneyDraft, ironworks.inputs["listen"], requests=wish)
    assert len(_actions(journey)) > len(ironworks.journey.actions) * 1.4
    assert journey_violations(journey) == []


def test_estimates_of_people_replace_those_of_the_model(ironworks: Edition) -> None:
    wish = _ready("define", "impact-off") + "\n- 見積書の転記は1件40分、月に50件"
    draft = ask("define", "ja", QuestionsDraft, ironworks.inputs["define"], requests=wish)
    question = next(q for q in draft.questions if q.kind == "optimal" and "転記せずに" in q.text)
    assert (question.effects[0].amount, question.frequency_times, question.frequency_per) == (40, 50, "month")


def test_a_participants_own_question_is_added(harbour: Edition) -> None:
    wish = "- Why does the skipper have to call at all?"
    draft = ask("define", "en", QuestionsDraft, harbour.inputs["define"], requests=wish)
    assert wish[2:] in [q.text for q in draft.questions]


def test_distant_actions_are_joined_on_request(ironworks: Edition) -> None:
    wish = _ready("define", "join-distant")
    draft = ask("define", "ja", QuestionsDraft, ironworks.inputs["define"], requests=wish)
    assert len(draft.questions) > len(ironworks.questions.questions)


def test_too_easy_raises_difficulties(ironworks: Edition) -> None:
    inputs = ironworks.inputs["difficulty"]
    before = ask("difficulty", "ja", RatingsDraft, inputs)
    after = ask("difficulty", "ja", RatingsDraft, inputs, requests=_ready("difficulty", "too-easy"))
    assert sum(r.difficulty for r in after.ratings) > sum(r.difficulty for r in before.ratings)


def test_other_mix_combines_other_solutions(ironworks: Edition) -> None:
    inputs = ironworks.inputs["invent"]
    before = ask("invent", "ja", InventionsDraft, inputs).inventions[0]
    after = ask("invent", "ja", InventionsDraft, inputs, requests=_ready("invent", "other-mix")).inventions[0]
    assert set(after.solution_names) != set(before.solution_names)


def test_a_comment_becomes_a_condition_of_the_inventions(harbour: Edition) -> None:
    wish = "- It has to work with gloves on"
    draft = ask("invent", "en", InventionsDraft, harbour.inputs["invent"], requests=wish)
    assert all("gloves" in i.how_done for i in draft.inventions)


def test_a_price_and_a_comment_reach_the_press_release(ironworks: Edition) -> None:
    wish = "- 料金は月額500円にしてください\n- 紙の伝票でも使えますか？"
    draft = ask("refine", "ja", PressReleaseDraft, ironworks.inputs["refine"], requests=wish)
    assert "500円" in next(f.answer for f in draft.faq if f.topic == "cost")
    assert "紙の伝票でも使えますか？" in [f.question for f in draft.faq]


def test_honest_faq_adds_an_awkward_question(ironworks: Edition) -> None:
    wish = _ready("refine", "honest-faq")
    draft = ask("refine", "ja", PressReleaseDraft, ironworks.inputs["refine"], requests=wish)
    assert len(draft.faq) > len(ironworks.release.faq)


def test_thresholds_and_number_of_testers_are_taken_from_the_comment(harbour: Edition) -> None:
    wish = "- 90 % have to succeed, 60 % have to decide, with 8 people"
    draft = ask("milestone", "en", SponsorMilestoneDraft, harbour.inputs["milestone"], requests=wish)
    rates = [c.threshold for c in draft.criteria if c.kind == "rate"]
    assert rates == [90, 60]
    assert {c.minimum_sample for c in draft.criteria} == {8}


def test_shorter_script_has_fewer_scenes_and_comments_become_questions(ironworks: Edition) -> None:
    wish = _ready("test_script", "shorter") + "\n- 紙の台帳と比べてどうだったか"
    draft = ask("test_script", "ja", TestScriptDraft, ironworks.inputs["test_script"], requests=wish)
    assert len(draft.scenes) < len(ironworks.script.scenes)
    assert any("紙の台帳" in q for q in draft.interview)
