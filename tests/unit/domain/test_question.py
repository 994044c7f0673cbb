"""Questions: their rules, impact and ranking."""

from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.question import (
    Effect,
    EffectDraft,
    Frequency,
    Question,
    QuestionDraft,
    QuestionsDraft,
    QuestionSet,
    impacts_of,
    question_violations,
    questions_from,
    ranked,
)

_effects = st.builds(
    Effect,
    direction=st.sampled_from(["saved", "gained"]),
    amount=st.integers(0, 10_000).map(float),
    unit=st.sampled_from(["minute", "hour", "day", "yen", "count"]),
)
_frequencies = st.builds(
    Frequency, times=st.integers(1, 50).map(float), per=st.sampled_from(["day", "week", "month", "year"])
)
_sets = st.lists(st.tuples(st.lists(_effects, max_size=3), _frequencies), max_size=6).map(
    lambda drawn: QuestionSet(
        questions=tuple(
            Question(id=f"Q{n}", kind="optimal", text="?", action_ids=(), effects=tuple(effects), frequency=frequency)
            for n, (effects, frequency) in enumerate(drawn, 1)
        )
    )
)


def question(**changes: object) -> QuestionDraft:
    """A question on A1 that breaks no rule."""
    fields: dict[str, object] = {
        "kind": "optimal",
        "text": "Why not B without A?",
        "action_ids": ["A1"],
        "effects": [EffectDraft(direction="saved", amount=30, unit="minute", assumed=True)],
        "frequency_times": 2,
        "frequency_per": "week",
        "frequency_assumed": True,
    }
    return QuestionDraft.model_validate({**fields, **changes})


def rules(*questions: QuestionDraft) -> set[str]:
    """Ids of the rules that these questions break for a journey of two actions, kinds for every action aside."""
    found = question_violations(QuestionsDraft(questions=list(questions)), ("A1", "A2"))
    return {violation.rule for violation in found} - {"both-kinds"}


def test_a_good_question_breaks_no_rule() -> None:
    assert rules(question(), question(kind="continuous", action_ids=["A1", "A2"])) == set()


def test_each_rule_is_told() -> None:
    assert rules(question(text=" ")) == {"question-written"}
    assert rules(question(action_ids=["A9"])) == {"known-action"}
    assert rules(question(action_ids=[])) == {"from-action"}
    assert rules(question(kind="continuous", action_ids=["A1", "A1"])) == {"continuous-joins-two"}
    assert rules(question(effects=[])) == {"effect-present"}
    lost = EffectDraft(direction="saved", amount=-5, unit="yen", assumed=True)
    assert rules(question(effects=[lost])) == {"effect-present", "effect-positive"}
    assert rules(question(frequency_times=0)) == {"frequency-present"}


def test_every_action_needs_both_kinds() -> None:
    found = question_violations(QuestionsDraft(questions=[question()]), ("A1", "A2"), locale="ja")
    assert [(v.rule, v.where) for v in found] == [("both-kinds", "A1"), ("both-kinds", "A2"), ("both-kinds", "A2")]
    assert "より連続" in found[0].message


def test_impact_is_amount_times_frequency_for_each_unit() -> None:
    effects = (
        Effect(direction="saved", amount=30, unit="minute"),
        Effect(direction="saved", amount=1, unit="hour"),
        Effect(direction="gained", amount=500, unit="yen"),
    )
    impacts = impacts_of(effects, Frequency(times=2, per="week"))
    assert [(i.dimension, i.unit, i.each, i.per_year) for i in impacts] == [
        ("time", "minute", 90, 9360),
        ("money", "yen", 500, 52000),
    ]


@given(_sets)
def test_ranks_are_complete_and_ranking_again_changes_nothing(questions: QuestionSet) -> None:
    once = ranked(questions)
    assert [q.rank for q in once.questions] == list(range(1, len(questions.questions) + 1))
    assert {q.id for q in once.questions} == {q.id for q in questions.questions}
    assert ranked(once) == once


@given(_sets, st.integers(1, 100_000))
def test_with_an_hourly_rate_one_number_decides(questions: QuestionSet, rate: int) -> None:
    ordered = ranked(questions.model_copy(update={"hourly_rate": float(rate)})).questions
    worth = [q.impact_per_year("money") + q.impact_per_year("time") / 60 * rate for q in ordered]
    assert worth == sorted(worth, reverse=True)


@given(_sets)
def test_the_best_in_a_dimension_stands_before_all_that_are_best_in_none(questions: QuestionSet) -> None:
    ordered = ranked(questions).questions
    impacts = {which: [q.impact_per_year(which) for q in ordered] for which in ("time", "money", "count")}
    best = {values.index(max(values)) for values in impacts.values() if values and max(values) > 0}
    assert best <= set(range(3))


def test_the_better_of_two_is_ranked_first_whatever_the_order() -> None:
    big = question(text="big", frequency_times=9)
    small = question(text="small")
    for drafts in ([big, small], [small, big]):
        first = questions_from(QuestionsDraft(questions=drafts), hourly_rate=None).questions[0]
        assert (first.text, first.rank) == ("big", 1)
