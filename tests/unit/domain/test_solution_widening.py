"""The widened list: what was learnt, what is out and why, what reaches which action."""

from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.grounds import Grounds
from mlew.domain.solution import RatedSolution, SolutionList
from mlew.domain.solution_widening import (
    AddedSolutionDraft,
    CorrectedDifficultyDraft,
    DroppedSolutionDraft,
    ReachDraft,
    SolutionsDraft,
    solutions_widened,
)
from mlew.domain.solution_widening_rules import solution_widening_violations

BASE = SolutionList(
    solutions=(
        RatedSolution(name="OCR", difficulty=3),
        RatedSolution(name="Forecast", difficulty=5),
        RatedSolution(name="Robot", difficulty=10),
    ),
    prose="notes",
)
ACTIONS = ("A1", "A2", "A3")
HEARD = Grounds(evidence="- V1 (inside, T1): OCR was easy to set up", people=3)
NOTHING = Grounds()


def added(name: str, *actions: str, joins: tuple[str, ...] = (), other: bool = True) -> AddedSolutionDraft:
    return AddedSolutionDraft(
        name=name,
        origin="kitchens",
        other_trade=other,
        when_used="at work",
        how_solved="somehow",
        effect="less to do",
        how_done="thus",
        joins=list(joins),
        action_ids=list(actions),
        difficulty=3,
        reason="one screen",
    )


ADDED = [added("a", "A1"), added("b", "A2"), added("c", "A3"), added("d", "A1", joins=("OCR", "Forecast"), other=False)]
REACHES = [ReachDraft(solution=s.name, action_ids=["A1"] if s.name == "OCR" else []) for s in BASE.solutions]


def draft(
    *,
    corrected: tuple[CorrectedDifficultyDraft, ...] = (),
    dropped: tuple[DroppedSolutionDraft, ...] = (),
    reaches: list[ReachDraft] | None = None,
    new: list[AddedSolutionDraft] | None = None,
) -> SolutionsDraft:
    return SolutionsDraft(
        corrected=list(corrected),
        dropped=list(dropped),
        reaches=REACHES if reaches is None else reaches,
        added=ADDED if new is None else new,
    )


def widened(written: SolutionsDraft, grounds: Grounds = HEARD, *, before: SolutionList = BASE) -> SolutionList:
    return solutions_widened(written, before, BASE, ACTIONS, grounds, locale="en")


def rules(written: SolutionsDraft, grounds: Grounds = HEARD) -> set[str]:
    return {v.rule for v in solution_widening_violations(written, BASE, BASE, ACTIONS, grounds)}


def by_name(found: SolutionList) -> dict[str, RatedSolution]:
    return {s.name: s for s in found.solutions}


_names = st.sampled_from(["OCR", "Forecast", "Robot", "else"])
drafts = st.builds(
    SolutionsDraft,
    corrected=st.lists(
        st.builds(
            CorrectedDifficultyDraft,
            solution=_names,
            difficulty=st.sampled_from([1, 3, 5, 7, 10]),
            because=st.sampled_from(["", "V1"]),
        ),
        max_size=2,
    ),
    dropped=st.lists(
        st.builds(
            DroppedSolutionDraft,
            solution=_names,
            kind=st.sampled_from(["too_hard", "did_not_help", "no_question"]),
            because=st.sampled_from(["", "V1"]),
        ),
        max_size=3,
    ),
    reaches=st.lists(
        st.builds(ReachDraft, solution=_names, action_ids=st.lists(st.sampled_from([*ACTIONS, "A9"]), max_size=2)),
        max_size=3,
    ),
    added=st.lists(st.sampled_from([*ADDED, added("OCR", "A1")]), max_size=4, unique_by=lambda a: a.name),
)


@given(drafts, st.sampled_from([HEARD, NOTHING]))
def test_every_solution_stays_in_the_list_and_enough_can_be_combined(written: SolutionsDraft, grounds: Grounds) -> None:
    found = widened(written, grounds)
    names = [s.name for s in found.solutions]
    assert names[:3] == ["OCR", "Forecast", "Robot"]
    assert len(set(names)) == len(names)
    assert len(found.usable) > 1
    assert found.prose == "notes"


@given(drafts)
def test_without_evidence_no_difficulty_changes_and_nothing_is_said_not_to_have_helped(written: SolutionsDraft) -> None:
    found = by_name(widened(written, NOTHING))
    assert [found[s.name].difficulty for s in BASE.solutions] == [3, 5, 10]
    failed = {d.solution for d in written.dropped if d.kind == "did_not_help"} - {"Robot"}
    others = {d.solution for d in written.dropped if d.kind != "did_not_help"}
    assert not any(found[n].dropped for n in failed - others if n in found)


@given(drafts, st.sampled_from([HEARD, NOTHING]))
def test_what_is_untouched_is_what_nothing_usable_reaches(written: SolutionsDraft, grounds: Grounds) -> None:
    found = widened(written, grounds)
    reached = {a for s in found.usable for a in s.reaches}
    if any(s.reaches for s in found.solutions):
        assert found.untouched == tuple(a for a in ACTIONS if a not in reached)


def test_what_is_too_hard_is_marked_and_not_combined() -> None:
    found = widened(draft())
    assert "within three months" in by_name(found)["Robot"].dropped
    assert "Robot" not in [s.name for s in found.usable]


def test_a_difficulty_changes_by_what_was_learnt() -> None:
    easier = CorrectedDifficultyDraft(solution="OCR", difficulty=1, because="V1 “OCR was easy to set up”")
    ocr = by_name(widened(draft(corrected=(easier,))))["OCR"]
    assert (ocr.difficulty, ocr.assumed, ocr.difficulty_reason) == (1, False, "V1 “OCR was easy to set up”")


def test_asked_again_only_what_is_named_again_or_vouched_for_stays() -> None:
    before = widened(draft())
    own = RatedSolution(name="own", difficulty=1, assumed=False)
    before = before.model_copy(update={"solutions": (*before.solutions, own)})
    found = [s.name for s in widened(draft(new=ADDED[:1]), before=before).solutions]
    assert found == ["OCR", "Forecast", "Robot", "own", "a"]


def test_what_breaks_a_rule_is_named() -> None:
    assert rules(draft()) == set()
    assert rules(draft(), NOTHING) == set()
    hard = CorrectedDifficultyDraft(solution="OCR", difficulty=7, because="")
    assert {"difficulty-scale", "difficulty-learnt"} <= rules(draft(corrected=(hard,)))
    drop = DroppedSolutionDraft(solution="OCR", kind="too_hard", because="")
    assert {"drop-reason", "drop-too-hard"} <= rules(draft(dropped=(drop,)))
    failed = DroppedSolutionDraft(solution="OCR", kind="did_not_help", because="tried")
    assert "nothing-found-out" in rules(draft(dropped=(failed,)), NOTHING)
    assert "known-solution" in rules(draft(dropped=(failed.model_copy(update={"solution": "x"}),)))
    assert "added-solutions" in rules(draft(new=ADDED[:2]))
    assert "other-trades" in rules(draft(new=[a.model_copy(update={"other_trade": False}) for a in ADDED]))
    assert "joined-solution" in rules(draft(new=[*ADDED[:3], added("e", "A1")]))
    assert "solution-new" in rules(draft(new=[*ADDED, added("OCR", "A1")]))
    assert "added-difficulty" in rules(draft(new=[*ADDED, added("e").model_copy(update={"difficulty": 10})]))
    assert "effect-in-words" in rules(draft(new=[*ADDED, added("e").model_copy(update={"effect": "50 % less"})]))
    assert "two-solutions" in rules(draft(new=[*ADDED, added("e", joins=("OCR",))]))
    assert "known-action" in rules(draft(new=[*ADDED, added("e", "A9")]))
    assert "reach-said" in rules(draft(reaches=REACHES[:2]))
    assert "action-reached" in rules(draft(new=[*ADDED[:2], ADDED[3], added("e", "A1")]))
