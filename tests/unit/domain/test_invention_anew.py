"""Inventions after the first test: refined where the pair goes on, new where it turns."""

from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.grounds import Grounds
from mlew.domain.invention import Invention, InventionSet
from mlew.domain.invention_anew import (
    Course,
    InventionAnewDraft,
    InventionsAnewDraft,
    collected_anew,
    invention_anew_violations,
    inventions_anew,
)
from mlew.domain.question import Frequency, Question
from mlew.domain.solution import RatedSolution

FORMER = Invention(
    id="I2", name="Former", when_used="w", how_solved="h", effect="e", how_done="d",
    question_ids=("Q1",), solution_names=("OCR", "Forecast"), resolution_percent=50,
)  # fmt: skip
GO = Course(kind="go", former=FORMER)
TURN = Course(kind="pivot", back_to="invent", former=FORMER)
OPEN = Course(former=FORMER)
HEARD = Grounds(evidence="- V1 (inside, T1): I would use this every day", people=3)
NOTHING = Grounds()
SOLUTIONS = tuple(RatedSolution(name=n, difficulty=d) for n, d in (("OCR", 3), ("Forecast", 5), ("Tags", 1)))
DAILY = Frequency(times=1, per="day")
QUESTIONS = (Question(id="Q1", kind="optimal", text="Why?", action_ids=(), frequency=DAILY, rank=1),)
NAMES = tuple(s.name for s in SOLUTIONS)


def invention(
    name: str = "New", *, mix: tuple[str, ...] = ("OCR", "Tags"), grows: str = "", kept: str = "", left: str = ""
) -> InventionAnewDraft:
    return InventionAnewDraft(
        name=name,
        when_used="w",
        how_solved="h",
        effect="e",
        how_done="d",
        question_ids=["Q1"],
        solution_names=list(mix),
        pattern="agent",
        data_loop="what was used is kept",
        resolution_percent=60,
        grows_from=grows,
        kept=kept,
        left_out=left,
    )


def rules(*of: InventionAnewDraft, course: Course = OPEN, grounds: Grounds = HEARD) -> set[str]:
    draft = InventionsAnewDraft(inventions=list(of))
    return {v.rule for v in invention_anew_violations(draft, ("Q1",), NAMES, course, grounds)}


def collected(*of: InventionAnewDraft, course: Course, grounds: Grounds = HEARD, taken: set[str]) -> InventionSet:
    found = inventions_anew(InventionsAnewDraft(inventions=list(of)), course, grounds, point_of_view="family")
    return collected_anew("a", found, course, SOLUTIONS, QUESTIONS, taken=taken)


drafts = st.builds(
    invention,
    st.sampled_from(["New", "Former"]),
    mix=st.sampled_from([("OCR", "Tags"), ("OCR", "Forecast")]),
    grows=st.sampled_from(["", "I2", "I9"]),
    kept=st.sampled_from(["", "V1 says so"]),
)


@given(
    st.lists(drafts, min_size=1, max_size=4),
    st.sampled_from([GO, TURN, OPEN, Course(), Course(kind="pivot", back_to="refine", former=FORMER)]),
    st.sampled_from([HEARD, NOTHING]),
    st.sets(st.integers(1, 40).map(lambda n: f"I{n}")),
)
def test_numbers_are_new_and_the_former_invention_keeps_its_own(
    of: list[InventionAnewDraft], course: Course, grounds: Grounds, taken: set[str]
) -> None:
    found = collected(*of, course=course, grounds=grounds, taken={*taken, "I2"})
    ids = [i.id for i in found.inventions]
    assert len(set(ids)) == len(ids)
    assert ("I2" in ids) == course.keeps_former
    highest = max(int(i[1:]) for i in (*taken, "I2"))
    assert all(int(i[1:]) > highest for i in ids if i != "I2")
    assert {i.grows_from for i in found.inventions} <= {"", "I2"}
    assert grounds.any or not any(i.kept or i.left_out for i in found.inventions)
    assert found.chosen in ({"", *ids} if course.refines else {""})


def test_a_pair_that_goes_on_goes_on_with_the_best_refinement() -> None:
    found = collected(invention(), invention("Better", grows="I2", kept="V1"), course=GO, taken={"I2", "I7"})
    chosen = found.find(found.chosen)
    assert chosen is not None
    assert (chosen.id, chosen.name, chosen.grows_from) == ("I9", "Better", "I2")


def test_it_keeps_its_invention_where_nothing_refines_it() -> None:
    assert collected(invention(), course=GO, taken={"I2"}).chosen == "I2"


def test_a_pair_that_turns_leaves_its_invention_behind() -> None:
    found = collected(invention(), course=TURN, taken={"I2"})
    assert ([i.id for i in found.inventions], found.chosen) == (["I3"], "")


def test_what_breaks_a_rule_is_named() -> None:
    refined = invention("Better", grows="I2", kept="V1 “I would use this every day”")
    assert rules(refined, course=GO) == set()
    assert rules(invention(), course=TURN) == set()
    assert rules(invention(), course=Course()) == set()
    assert "refines-former" in rules(invention(), course=GO)
    assert "really-new" in rules(invention(mix=("Forecast", "OCR")), course=TURN)
    assert "really-new" not in rules(invention(mix=("Forecast", "OCR")), course=OPEN)
    assert "known-invention" in rules(invention(grows="I9"))
    assert "known-invention" in rules(invention(grows="I2"), course=Course())
    assert "kept-or-left" in rules(invention(grows="I2"))
    assert "kept-or-left" not in rules(invention(grows="I2"), grounds=NOTHING)
    assert "nothing-found-out" in rules(refined, grounds=NOTHING)
    assert "words-as-spoken" in rules(invention(kept="V1 “everybody loved it so much”"))
    assert "data-loop" in rules(invention().model_copy(update={"data_loop": " "}))
    assert "two-solutions" in rules(invention(mix=("OCR",)))
