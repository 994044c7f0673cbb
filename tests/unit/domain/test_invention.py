"""Inventions: their rules, difficulty and score."""

from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.invention import (
    Invention,
    InventionDraft,
    InventionsDraft,
    InventionSet,
    collected,
    invention_violations,
    inventions_from,
    scored,
)
from mlew.domain.question import Frequency, Question
from mlew.domain.solution import DIFFICULTIES, RatedSolution

_SOLUTIONS = tuple(RatedSolution(name=f"S{d}", difficulty=d) for d in DIFFICULTIES)
_QUESTIONS = tuple(
    Question(id=f"Q{n}", kind="optimal", text="?", action_ids=(), frequency=Frequency(times=1, per="day"), rank=n)
    for n in (1, 2, 3)
)
_inventions = st.builds(
    Invention,
    id=st.just(""),
    **dict.fromkeys(("name", "when_used", "how_solved", "effect", "how_done"), st.just("x")),
    question_ids=st.lists(st.sampled_from(["Q1", "Q2", "Q3", "Q9"]), min_size=1, max_size=3, unique=True).map(tuple),
    solution_names=st.lists(st.sampled_from(["S1", "S3", "S5", "S10"]), min_size=2, max_size=4, unique=True).map(tuple),
    resolution_percent=st.integers(0, 100).map(float),
)


def draft(**changes: object) -> InventionDraft:
    """An invention that breaks no rule."""
    fields: dict[str, object] = {
        **dict.fromkeys(("name", "when_used", "how_solved", "effect", "how_done", "data_loop"), "x"),
        "question_ids": ["Q1"],
        "solution_names": ["S1", "S3 "],
        "pattern": "agent",
        "resolution_percent": 60,
    }
    return InventionDraft.model_validate({**fields, **changes})


def rules(*inventions: InventionDraft) -> list[str]:
    """Ids of the rules that these inventions break."""
    found = invention_violations(InventionsDraft(inventions=list(inventions)), ("Q1", "Q2"), ("S1", "S3"))
    return [violation.rule for violation in found]


def test_each_rule_is_told() -> None:
    assert rules(draft()) == []
    assert rules() == ["any-invention"]
    assert rules(draft(question_ids=["Q9"])) == ["known-question"]
    assert rules(draft(question_ids=[])) == ["one-question"]
    assert rules(draft(solution_names=["S1", "S1"])) == ["two-solutions"]
    assert rules(draft(solution_names=["S1", "S9"])) == ["known-solution"]
    assert rules(draft(how_done=" ", effect="")) == ["form-complete", "form-complete"]
    assert rules(draft(resolution_percent=140)) == ["resolution-range"]


@given(st.lists(_inventions, max_size=12))
def test_difficulty_is_the_sum_and_the_best_score_stands_first(found: list[Invention]) -> None:
    collection = collected("web", tuple(found), _SOLUTIONS, _QUESTIONS)
    for invention in collection.inventions:
        assert invention.difficulty == sum(int(name[1:]) for name in invention.solution_names)
    scores = [invention.score for invention in collection.inventions]
    assert scores == sorted(scores, reverse=True)
    assert sorted(i.id for i in collection.inventions) == sorted(f"I{n}" for n in range(1, len(found) + 1))
    assert collected("web", collection.inventions, _SOLUTIONS, _QUESTIONS) == collection


@given(st.lists(_inventions, max_size=5), st.lists(_inventions, max_size=5))
def test_what_has_an_id_keeps_it_when_more_come_in(first: list[Invention], later: list[Invention]) -> None:
    before = collected("web", tuple(first), _SOLUTIONS, _QUESTIONS)
    after = collected("web", (*before.inventions, *later), _SOLUTIONS, _QUESTIONS)
    assert len({i.id for i in after.inventions}) == len(first) + len(later)
    assert all(after.find(i.id) == i for i in before.inventions)


def test_equal_scores_stand_in_the_order_of_their_numbers() -> None:
    found = tuple(inventions_from(InventionsDraft(inventions=[draft()] * 12), point_of_view="child"))
    ids = [i.id for i in collected("web", found, _SOLUTIONS, _QUESTIONS).inventions]
    assert ids == [f"I{n}" for n in range(1, 13)]


def test_a_stated_difficulty_counts_only_where_the_solutions_are_not_known() -> None:
    (known,) = inventions_from(InventionsDraft(inventions=[draft()]), point_of_view="child")
    unknown = known.model_copy(update={"solution_names": ("a", "b"), "stated_difficulty": 8, "id": "I1"})
    both = known.model_copy(update={"stated_difficulty": 8, "id": "I2"})
    result = scored(InventionSet(pair="web", inventions=(unknown, both)), _SOLUTIONS, _QUESTIONS)
    assert {i.id: i.difficulty for i in result.inventions} == {"I1": 8, "I2": 4}


def test_an_unknown_invention_is_not_found() -> None:
    assert InventionSet(pair="web", inventions=()).find("I1") is None
