"""Impact measured again: ids and words of questions stay, values change with evidence only, new ones are larger."""

from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.grounds import Grounds
from mlew.domain.impact_review import (
    ImpactReviewDraft,
    LargerQuestionDraft,
    LetGoDraft,
    MeasuredQuestionDraft,
    impact_reviewed,
)
from mlew.domain.impact_review_rules import impact_review_violations
from mlew.domain.journey import Action, Journey, Stage
from mlew.domain.question import Effect, EffectDraft, Frequency, Question, QuestionSet, ranked

JOURNEY = Journey(
    segment="shops",
    trigger="an order",
    stages=(
        Stage(
            name="one",
            actions=(Action(id="A1", text="read"), Action(id="A2", text="type")),
            change_ease="Easy to change: habit",
        ),
        Stage(name="two", actions=(Action(id="A3", text="call"),)),
    ),
)
ACTIONS = tuple(a.id for a in JOURNEY.actions)
HEARD = Grounds(evidence="- V1 (inside, T1): It takes me a whole hour", people=3)
NOTHING = Grounds()


def question(number: int, actions: tuple[str, ...], minutes: float, author: str = "") -> Question:
    return Question(
        id=f"Q{number}",
        kind="optimal" if len(actions) == 1 else "continuous",
        text=f"Why {number}?",
        action_ids=actions,
        effects=(Effect(direction="saved", amount=minutes, unit="minute"),),
        frequency=Frequency(times=1, per="day"),
        author=author,
    )


BASE = ranked(
    QuestionSet(
        questions=(
            question(1, ("A1",), 30),
            question(2, ("A1", "A2"), 20),
            question(3, ("A2", "A3"), 10),
            question(4, ("A2",), 9),
            question(5, ("A3",), 8),
        )
    )
)


def measured(number: str, minutes: float, because: str = "V1 “It takes me a whole hour”") -> MeasuredQuestionDraft:
    return MeasuredQuestionDraft(
        number=number,
        effects=[EffectDraft(direction="saved", amount=minutes, unit="minute", assumed=False)],
        frequency_times=1,
        frequency_per="day",
        frequency_assumed=True,
        because=because,
    )


def larger(text: str, *actions: str, out_of: tuple[str, ...] = ("Q1",)) -> LargerQuestionDraft:
    return LargerQuestionDraft(
        kind="optimal" if len(actions) == 1 else "continuous",
        text=text,
        action_ids=list(actions),
        effects=[EffectDraft(direction="saved", amount=60, unit="minute", assumed=False)],
        frequency_times=1,
        frequency_per="week",
        frequency_assumed=False,
        grows_out_of=list(out_of),
    )


ADDED = [larger("Why at all?", "A1"), larger("Why not at once?", "A1", "A3"), larger("Why alone?", "A2")]


def draft(
    *of: MeasuredQuestionDraft, added: list[LargerQuestionDraft] | None = None, let_go: tuple[LetGoDraft, ...] = ()
) -> ImpactReviewDraft:
    return ImpactReviewDraft(measured=list(of), added=ADDED if added is None else added, let_go=list(let_go))


def reviewed(
    written: ImpactReviewDraft,
    grounds: Grounds = HEARD,
    *,
    before: QuestionSet = BASE,
    actions: tuple[str, ...] = ACTIONS,
    taken: tuple[str, ...] = (),
) -> QuestionSet:
    return impact_reviewed(written, before, BASE, actions, grounds, taken=taken, locale="en")


def by_id(questions: QuestionSet) -> dict[str, Question]:
    return {q.id: q for q in questions.questions}


def rules(written: ImpactReviewDraft, grounds: Grounds = HEARD) -> set[str]:
    return {v.rule for v in impact_review_violations(written, BASE, BASE, JOURNEY, grounds)}


_numbers = st.sampled_from(["Q1", "Q2", "Q5", "Q9", "", " Q3 "])
_because = st.sampled_from(["", "V1 said so"])
drafts = st.builds(
    ImpactReviewDraft,
    measured=st.lists(st.builds(measured, _numbers, st.sampled_from([0.0, 30.0, 60.0]), _because), max_size=4),
    added=st.lists(
        st.builds(
            larger,
            st.sampled_from(["Why 1?", "Why at all?", "Why not?"]),
            st.sampled_from(ACTIONS),
            out_of=st.sampled_from([(), ("Q1",), ("Q77",)]),
        ),
        max_size=4,
    ),
    let_go=st.lists(st.builds(LetGoDraft, number=_numbers, because=_because), max_size=2),
)
_grounds = st.sampled_from([HEARD, NOTHING])


@given(drafts, _grounds, st.lists(st.integers(1, 60).map(lambda n: f"Q{n}"), max_size=3))
def test_old_questions_keep_number_and_words_and_new_numbers_are_above_all_ever_used(
    written: ImpactReviewDraft, grounds: Grounds, taken: list[str]
) -> None:
    found = reviewed(written, grounds, taken=tuple(taken))
    ids = [q.id for q in found.questions]
    assert len(set(ids)) == len(ids)
    old, now = by_id(BASE), by_id(found)
    assert {i: (q.text, q.kind, q.action_ids) for i, q in old.items()} == {
        i: (now[i].text, now[i].kind, now[i].action_ids) for i in old
    }
    highest = max(int(i[1:]) for i in (*taken, *old))
    assert all(int(i[1:]) > highest for i in ids if i not in old)
    assert len(ids) == len(old) + len(written.added)


@given(drafts, _grounds)
def test_values_change_only_with_evidence_and_what_they_were_stands_beside(
    written: ImpactReviewDraft, grounds: Grounds
) -> None:
    borne = {m.number.strip() for m in written.measured if grounds.bear(m.because)}
    old = by_id(BASE)
    for number, now in by_id(reviewed(written, grounds)).items():
        if number not in old:
            assert all(e.assumed for e in now.effects)
            assert now.frequency.assumed
        elif now.earlier is None:
            assert (now.effects, now.frequency) == (old[number].effects, old[number].frequency)
        else:
            was = old[number]
            assert number in borne
            assert (now.earlier.effects, now.earlier.impacts, now.earlier.rank) == (was.effects, was.impacts, was.rank)
            assert now.earlier.because != ""


@given(drafts, _grounds)
def test_ranks_are_new_and_what_was_let_go_comes_last(written: ImpactReviewDraft, grounds: Grounds) -> None:
    found = reviewed(written, grounds).questions
    assert [q.rank for q in found] == list(range(1, len(found) + 1))
    gone = [bool(q.let_go) for q in found]
    assert gone == sorted(gone)
    assert grounds.any or not any(gone)


def test_impact_before_and_now_are_both_there() -> None:
    found = by_id(reviewed(draft(measured("Q5", 60))))["Q5"]
    assert found.earlier is not None
    assert [i.per_year for i in found.earlier.impacts] == [8 * 365]
    assert [i.per_year for i in found.impacts] == [60 * 365]
    assert (found.earlier.rank, found.rank) == (5, 1)


def test_a_question_whose_actions_are_gone_is_let_go_with_the_reason() -> None:
    found = by_id(reviewed(draft(), actions=("A1", "A2")))
    assert "no longer in the journey" in found["Q5"].let_go
    assert found["Q3"].let_go == ""


def test_asked_again_new_questions_of_the_same_words_keep_their_number_and_own_ones_stay() -> None:
    first = reviewed(draft())
    own = question(9, ("A3",), 5, author="Planning A")
    before = first.model_copy(update={"questions": (*first.questions, own)})
    again = draft(added=[ADDED[1], larger("Why ever?", "A1")])
    found = by_id(reviewed(again, before=before))
    first_ids = {q.text: q.id for q in first.questions}
    assert found[first_ids["Why not at once?"]].text == "Why not at once?"
    assert found["Q9"].author == "Planning A"
    assert found["Q10"].text == "Why ever?"
    assert "Why at all?" not in [q.text for q in found.values()]


def test_a_value_put_back_is_no_longer_measured() -> None:
    before = reviewed(draft(measured("Q5", 60)))
    back = measured("Q5", 8, because="").model_copy(
        update={"effects": [EffectDraft(direction="saved", amount=8, unit="minute", assumed=True)]}
    )
    found = by_id(reviewed(draft(back), before=before))["Q5"]
    assert (found.earlier, found.effects) == (None, by_id(BASE)["Q5"].effects)


def test_what_breaks_a_rule_is_named() -> None:
    assert rules(draft(measured("Q1", 60))) == set()
    assert "value-needs-evidence" in rules(draft(measured("Q1", 60, because="")))
    assert "nothing-found-out" in rules(draft(measured("Q1", 60)), NOTHING)
    assert "question-once" in rules(draft(measured("Q1", 60), measured("Q1", 61)))
    assert "known-question" in rules(draft(measured("Q8", 60)))
    assert "effect-present" in rules(draft(measured("Q1", 0)))
    assert "new-questions" in rules(draft(added=ADDED[:2]))
    assert "new-kinds" in rules(draft(added=[ADDED[0], ADDED[2], larger("Why else?", "A1")]))
    assert "grows-out-of" in rules(draft(added=[*ADDED, larger("Why else?", "A1", out_of=())]))
    assert "question-new" in rules(draft(added=[*ADDED, larger("Why 1?", "A1")]))
    far = [larger("a?", "A3"), larger("b?", "A3"), larger("c?", "A3", "A1")]
    assert "from-easy-stages" in rules(draft(added=far))
    assert "let-go-needs-evidence" in rules(draft(let_go=(LetGoDraft(number="Q5", because=""),)))
    assert "known-question" in rules(draft(let_go=(LetGoDraft(number="Q8", because="V1"),)))
    yen = larger("y?", "A1").model_copy(
        update={"effects": [EffectDraft(direction="saved", amount=1, unit=u, assumed=True) for u in ("yen", "usd")]}
    )
    assert "one-currency" in rules(draft(added=[*ADDED, yen]))


def test_an_action_that_came_into_the_journey_needs_questions_of_both_kinds() -> None:
    stage = Stage(name="three", actions=(Action(id="A7", text="new"),))
    journey = JOURNEY.model_copy(update={"stages": (*JOURNEY.stages, stage)})
    found = impact_review_violations(draft(), BASE, BASE, journey, HEARD)
    assert [(v.rule, v.where) for v in found] == [("both-kinds", "A7")] * 2
    both = [*ADDED, larger("Why new?", "A7"), larger("Why new and old?", "A7", "A1")]
    assert impact_review_violations(draft(added=both), BASE, BASE, journey, HEARD) == []
