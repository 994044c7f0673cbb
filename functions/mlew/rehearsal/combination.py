"""Which solutions an invention combines: those that fit the question, differently for each point of view."""

import re
from collections.abc import Sequence
from itertools import combinations

from mlew.domain.base import Locale
from mlew.domain.point_of_view import POINTS_OF_VIEW, PointOfView
from mlew.domain.solution import RatedSolution
from mlew.rehearsal.activity import Activity, activity_of
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.similarity import likeness
from usecases.points_of_view import point_of_view_text

Combination = tuple[RatedSolution, ...]


def point_of_view_of(text: str, locale: Locale) -> PointOfView:
    """The ready point of view whose text this is; for free words one of the four ways of combining, by hash."""
    for view in POINTS_OF_VIEW:
        if text.strip() in (view, point_of_view_text(view, locale).strip()):
            return view
    return Chance("view", text.strip()).pick("like", POINTS_OF_VIEW)


def fitting(
    situation: str, activity: Activity, solutions: Sequence[RatedSolution], locale: Locale
) -> list[RatedSolution]:
    """Solutions by falling fit to a question: shared words, and the same kind of activity in their own use."""

    def fit(solution: RatedSolution) -> float:
        text = " ".join([solution.name, solution.when_used, solution.how_solved, solution.effect])
        same = 0.12 if activity_of(solution.when_used or solution.name, locale).id == activity.id else 0.0
        return likeness(situation, text) + 0.5 * likeness(situation, solution.when_used) + same

    return sorted(solutions, key=lambda s: (-fit(s), s.difficulty))


def combined(ranked: Sequence[RatedSolution], view: PointOfView, asked: Asked) -> list[Combination]:
    """Two or three different combinations, the most fitting first; fewer if there are fewer than three solutions."""
    if asked.wants("other-mix") and len(ranked) > 3:
        ranked = [*ranked[2:], *ranked[:2]]
    near = list(ranked[: max(4, len(ranked) // 2)])
    pairs: list[Combination] = list(combinations(near, 2))
    if asked.wants("smaller") or view == "child":
        order = sorted(pairs, key=lambda pair: sum(s.difficulty for s in pair))
    elif view == "consultant":
        order = sorted(pairs, key=lambda pair: -sum(_figures(s.effect) for s in pair))
    elif view == "innovator":
        order = [*(tuple(near[:3]),), *sorted(pairs, key=lambda pair: -max(near.index(s) for s in pair))]
    else:
        order = list(pairs)
    if asked.wants("bolder") and len(near) > 2:
        order = [tuple(near[:3]), *order]
    found = list[Combination]()
    for one in order:
        if {s.name for s in one} not in [{s.name for s in f} for f in found]:
            found.append(tuple(sorted(one, key=ranked.index)))
    easiest = min(found, key=lambda c: sum(s.difficulty for s in c), default=None)
    chosen = found[:2]
    return chosen if easiest is None or easiest in chosen else [*chosen, easiest]


def _figures(effect: str) -> int:
    return min(3, len(re.findall(r"\d+", effect)))
