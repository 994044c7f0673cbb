"""Listen, Define and Invent again, rehearsed for customers of very different trades."""

import pytest

from mlew.domain.base import Draft, Locale
from mlew.domain.invention_anew import Course
from mlew.rehearsal.broken_drafts import rule_broken
from mlew.rehearsal.reception import leaning_of, reception
from tests.unit.rehearsal.rehearsing import Edition, rehearse, strings
from tests.unit.rehearsal.reviewing import Reviewed, review, voices_on
from tests.unit.rehearsal.test_editions import CUSTOMERS

Case = tuple[Edition, Locale]


@pytest.fixture(scope="module", params=CUSTOMERS)
def case(request: pytest.FixtureRequest) -> Case:
    sheet, solutions, team, locale = CUSTOMERS[request.param]
    return rehearse(sheet, solutions, team, locale), locale


@pytest.fixture(scope="module")
def heard(case: Case) -> Reviewed:
    edition, locale = case
    return review(edition, locale, voices_on(edition.journey, locale))


@pytest.fixture(scope="module")
def unheard(case: Case) -> Reviewed:
    return review(*case, None)


def texts(of: Reviewed) -> list[str]:
    return [t for draft in of.drafts for t in strings(draft.model_dump())]


@pytest.mark.parametrize(
    ("back_to", "view"),
    [
        ("", "family"),
        ("go", "consultant"),
        ("listen", "child"),
        ("define", "innovator"),
        ("invent", "innovator"),
        ("refine", "child"),
        ("cut", "family"),
    ],
)
def test_every_step_keeps_the_rules_whatever_was_decided(case: Case, view: str, back_to: str) -> None:
    edition, locale = case
    former = edition.inventions.inventions[0]
    kind = {"": "open", "go": "go"}.get(back_to, "pivot")
    course = Course.model_validate({"kind": kind, "back_to": back_to if kind == "pivot" else "", "former": former})
    if back_to == "cut":
        course = course.model_copy(update={"back_to": "define"})
    evidence = voices_on(edition.journey, locale, themes=view != "child")
    assert review(edition, locale, evidence, course=course, view=view).violations == ()
    assert review(edition, locale, None, course=course, view=view).violations == ()


def test_without_evidence_nothing_is_corrected_measured_or_claimed(case: Case, unheard: Reviewed) -> None:
    edition, locale = case
    assert [(a.id, a.text, a.resources, a.assumed) for a in unheard.journey.actions] == [
        (a.id, a.text, a.resources, a.assumed) for a in edition.journey.actions
    ]
    unknown = "まだ分からない" if locale == "ja" else "Not known yet"
    assert all(s.change_ease.startswith(unknown) and not s.evidence for s in unheard.journey.stages)
    assert not any(q.earlier or q.let_go for q in unheard.questions.questions)
    assert not any(i.kept or i.left_out for i in unheard.inventions.inventions)


def test_voices_bear_out_correct_and_are_quoted_with_of_how_many(case: Case, heard: Reviewed) -> None:
    edition, locale = case
    first = heard.journey.actions[0]
    assert (first.id, first.assumed) == ("A1", False)
    assert first.resources[0].text == ("25分" if locale == "ja" else "25 min")
    spoken = [s.evidence for s in heard.journey.stages if s.evidence]
    assert spoken
    counted = "人中" if locale == "ja" else " of 5"
    assert all(counted in text.splitlines()[0] for text in spoken)
    assert [a.id for a in heard.journey.actions] == [a.id for a in edition.journey.actions]


def test_a_corrected_time_changes_the_impact_of_its_questions(heard: Reviewed) -> None:
    measured = [(q, q.earlier) for q in heard.questions.questions if q.earlier]
    assert any("A1" in q.action_ids for q, _ in measured)
    assert all((q.effects, q.frequency) != (was.effects, was.frequency) and was.because for q, was in measured)


def test_new_questions_grow_out_of_old_ones_and_follow_their_numbers(case: Case, heard: Reviewed) -> None:
    old = {q.id: q for q in case[0].questions.questions}
    new = [q for q in heard.questions.questions if q.id not in old]
    assert 3 <= len(new) <= 8
    assert all(q.grows_out_of and set(q.grows_out_of) <= set(old) for q in new)
    assert {q.text for q in new}.isdisjoint(q.text for q in old.values())


def test_the_list_reaches_every_action_and_too_hard_ones_are_out(heard: Reviewed) -> None:
    assert heard.solutions.untouched == ()
    assert all(s.dropped for s in heard.solutions.solutions if s.difficulty == 10)
    assert any(s.joins for s in heard.solutions.solutions)


def test_a_pair_that_goes_on_refines_its_invention_and_one_that_turns_does_not(case: Case) -> None:
    edition, locale = case
    former = edition.inventions.inventions[0]
    evidence = voices_on(edition.journey, locale)
    go = review(edition, locale, evidence, course=Course(kind="go", former=former)).inventions
    chosen = go.find(go.chosen)
    assert chosen is not None
    assert chosen.grows_from == former.id
    assert chosen.name.startswith(former.name)
    turned = Course(kind="pivot", back_to="invent", former=former)
    anew = review(edition, locale, evidence, course=turned).inventions
    assert not any(i.grows_from or i.id == former.id for i in anew.inventions)


def test_each_point_of_view_refines_in_another_way(case: Case) -> None:
    edition, locale = case
    course = Course(kind="go", former=edition.inventions.inventions[0])
    found = [review(edition, locale, None, course=course, view=v).inventions for v in ("family", "child")]
    mixes = [{i.solution_names for i in one.inventions if i.grows_from} for one in found]
    assert mixes[0] != mixes[1]


def test_texts_are_in_the_language_and_well_formed(case: Case, heard: Reviewed, unheard: Reviewed) -> None:
    for text in (*texts(heard), *texts(unheard)):
        if len(text) > 25:
            assert any("ぁ" <= c <= "ん" for c in text) == (case[1] == "ja"), text
        assert not any(bad in text for bad in ("。。", "、、", " .", "{", "}", "None", "「」", "“”", "  ")), text


def test_the_same_evidence_gives_the_same_result(case: Case, heard: Reviewed) -> None:
    edition, locale = case
    assert review(edition, locale, voices_on(edition.journey, locale)) == heard


@pytest.mark.parametrize(
    ("tool", "part"), [("review_journey", 0), ("review_questions", 1), ("widen_solutions", 2), ("invent_anew", 3)]
)
def test_a_rehearsed_fault_breaks_the_draft_and_still_fits_the_form(heard: Reviewed, tool: str, part: int) -> None:
    draft: Draft = heard.drafts[part]
    broken = rule_broken(tool, draft.model_dump())
    assert broken != draft.model_dump()
    type(draft).model_validate(broken)


def test_people_are_counted_once_whoever_they_are_and_pairs_are_told_apart() -> None:
    told = reception(
        "## Numbers and voices of pair a (round 1)\n\n### Records by tester\n\n- O1 T1: inside; 12 min\n\n"
        "### Theme: x (against, 1)\n\nContradicts actions: A3\n\n- a-V1 (inside, T1): No\n"
        "## Numbers and voices of pair b (round 1)\n\n### Voices\n\n- b-V1 (outside): It saves me an evening\n"
        "- b-V2 (open address, T9): x\n"
    )
    assert [(v.id, v.who, v.favours, v.contradicts) for v in told.voices] == [
        ("a-V1", "T1", False, ("A3",)),
        ("b-V1", "", True, ()),
        ("b-V2", "T9", None, ()),
    ]
    assert told.asked == 3


@pytest.mark.parametrize("text", ["", "# nothing\n- x\n", "## ペア a の数字と声（第 1 回）\n\n- V1 社内: x"])
def test_text_of_another_form_says_nothing(text: str) -> None:
    assert reception(text).voices == ()


def test_words_that_do_not_tell_lean_to_nothing() -> None:
    assert (leaning_of("便利ですが不安です"), leaning_of("青い"), leaning_of("便利です")) == (None, None, True)
