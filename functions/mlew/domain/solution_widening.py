"""Invent of the improvement edition: the list of solutions corrected and widened (METHOD, Invent)."""

from collections.abc import Collection
from typing import Literal

from pydantic import Field

from mlew.domain.base import Draft, Locale
from mlew.domain.grounds import Grounds
from mlew.domain.solution import DIFFICULTIES, RatedSolution, SolutionList, covered, nearest_difficulty

DropKind = Literal["too_hard", "did_not_help", "no_question"]
_TOO_HARD = (
    "難易度 10：このチームでは 3 か月のうちに試せない。",
    "Difficulty 10: this team cannot try it within three months.",
)
HARDEST = 10


class CorrectedDifficultyDraft(Draft):
    """A difficulty that building or testing has shown to be another one."""

    solution: str = Field(description="Name of the solution, exactly as in the list")
    difficulty: int = Field(description="1, 3, 5 or 10")
    because: str = Field(description="What was learnt in building or testing")


class DroppedSolutionDraft(Draft):
    """A solution that inventions should not combine any more."""

    solution: str = Field(description="Name of the solution, exactly as in the list")
    kind: DropKind = Field(description="too_hard: difficulty 10; did_not_help: tried, to no effect; no_question")
    because: str


class ReachDraft(Draft):
    """Which actions a solution of the list touches."""

    solution: str = Field(description="Name of the solution, exactly as in the list")
    action_ids: list[str] = Field(description="Ids of the journey's actions; empty if none")


class AddedSolutionDraft(Draft):
    """A solution that the list did not have."""

    name: str
    origin: str = Field(description="The trade it comes from; for one that joins others: joined in this workshop")
    other_trade: bool = Field(description="true if it comes from a trade that neither the list nor the customer is of")
    when_used: str
    how_solved: str
    effect: str = Field(description="What gets better, in words, without figures")
    how_done: str
    joins: list[str] = Field(description="Names of the solutions that it joins into one, two or more; else empty")
    action_ids: list[str] = Field(description="Ids of the journey's actions that it touches; at least one")
    difficulty: int = Field(description="1, 3 or 5")
    reason: str = Field(description="Why it is that hard for this team, in one sentence")


class SolutionsDraft(Draft):
    """What changes in the list; solutions that are not named in `corrected` or `dropped` stay as they are."""

    corrected: list[CorrectedDifficultyDraft]
    dropped: list[DroppedSolutionDraft]
    reaches: list[ReachDraft] = Field(description="One entry for every solution of the list that stays")
    added: list[AddedSolutionDraft]


def solutions_widened(
    draft: SolutionsDraft,
    before: SolutionList,
    base: SolutionList,
    actions: Collection[str],
    grounds: Grounds,
    *,
    locale: Locale,
) -> SolutionList:
    """The widened list with its coverage. What is too hard is marked, so that people see it and nobody combines it.

    `base`: the list with which this edition began; `before`: the last that people saw; of what `before` added, only
    solutions whose difficulty a person vouches for stand without being named again. `actions`: ids of the journey.
    """
    first = {s.name for s in base.solutions}
    again = {one.name.strip() for one in draft.added}
    old = [s for s in before.solutions if s.name in first or (not s.assumed and s.name not in again)]
    reaches = {one.solution.strip(): one.action_ids for one in draft.reaches}
    kept = [_corrected(s, draft, grounds) for s in old]
    kept = [s.model_copy(update={"reaches": _ids(reaches.get(s.name, s.reaches), actions)}) for s in kept]
    names = {s.name for s in kept}
    added = [_added(one, actions, names) for one in draft.added if one.name.strip() not in names]
    dropped = {one.solution.strip(): one for one in draft.dropped}
    marked = [s.model_copy(update={"dropped": why_dropped(s, dropped.get(s.name), grounds, locale)}) for s in kept]
    if sum(not s.dropped for s in marked) + len(added) < 2:
        marked = [s.model_copy(update={"dropped": ""}) for s in kept]  # an invention combines two
    widened = before.model_copy(update={"solutions": (*marked, *added)})
    return covered(widened, tuple(actions))


def why_dropped(solution: RatedSolution, draft: DroppedSolutionDraft | None, grounds: Grounds, locale: Locale) -> str:
    """Why a solution is out; "" if it stays: what is claimed not to have helped must have been tried."""
    because = draft.because.strip() if draft else ""
    if solution.difficulty == HARDEST:
        return because or _TOO_HARD[0 if locale == "ja" else 1]
    if draft is None or draft.kind == "too_hard" or (draft.kind == "did_not_help" and not grounds.any):
        return ""
    return because


def _corrected(solution: RatedSolution, draft: SolutionsDraft, grounds: Grounds) -> RatedSolution:
    found = next((c for c in draft.corrected if c.solution.strip() == solution.name), None)
    if found is None or not grounds.bear(found.because) or found.difficulty not in DIFFICULTIES:
        return solution
    because = found.because.strip()
    fields = {"difficulty": nearest_difficulty(found.difficulty), "difficulty_reason": because, "assumed": False}
    return solution.model_copy(update=fields)


def _added(draft: AddedSolutionDraft, actions: Collection[str], names: Collection[str]) -> RatedSolution:
    return RatedSolution(
        name=draft.name,
        origin=draft.origin,
        when_used=draft.when_used,
        how_solved=draft.how_solved,
        effect=draft.effect,
        how_done=draft.how_done,
        joins=tuple(dict.fromkeys(n.strip() for n in draft.joins if n.strip() in names)),
        reaches=_ids(draft.action_ids, actions),
        difficulty=nearest_difficulty(draft.difficulty),
        difficulty_reason=draft.reason,
        assumed=True,
    )


def _ids(found: Collection[str], actions: Collection[str]) -> tuple[str, ...]:
    wanted = {one.strip() for one in found}
    return tuple(a for a in actions if a in wanted)
