"""Quality rules of the widened list of solutions (METHOD, Invent: Coverage, Improvement)."""

import re
from collections.abc import Collection, Iterator

from mlew.domain.base import Locale
from mlew.domain.grounds import Grounds, reason_violations
from mlew.domain.solution import DIFFICULTIES, SolutionList
from mlew.domain.solution_widening import HARDEST, AddedSolutionDraft, SolutionsDraft
from mlew.domain.violation import Violation, place, violation

FEWEST, MOST = 4, 8
"""Added solutions."""
_FIGURE = re.compile(r"\d")


def solution_widening_violations(
    draft: SolutionsDraft,
    before: SolutionList,
    base: SolutionList,
    actions: Collection[str],
    grounds: Grounds,
    *,
    locale: Locale = "en",
) -> list[Violation]:
    """Difficulties change by what was learnt; half of what is added comes from elsewhere; every action is reached.

    `base`: the list with which this edition began; `before`: the last that people saw.
    """
    names = [s.name for s in before.solutions if s.name in {b.name for b in base.solutions} or not s.assumed]
    return [
        *_names(draft, names, locale),
        *_corrections(draft, grounds, locale),
        *_drops(draft, before, grounds, locale),
        *_added_together(draft, locale, enough=len(names) > 1),
        *(v for one in draft.added for v in _added(one, names, actions, locale)),
        *_coverage(draft, names, actions, locale),
        *reason_violations(grounds, ((c.solution, c.because) for c in draft.corrected), locale),
    ]


def _names(draft: SolutionsDraft, names: list[str], locale: Locale) -> Iterator[Violation]:
    spoken = [c.solution for c in draft.corrected] + [d.solution for d in draft.dropped]
    for name in map(str.strip, (*spoken, *(r.solution for r in draft.reaches))):
        if name not in names and name not in {a.name.strip() for a in draft.added}:
            yield violation("known-solution", name, locale, solution=name)


def _corrections(draft: SolutionsDraft, grounds: Grounds, locale: Locale) -> Iterator[Violation]:
    for one in draft.corrected:
        if one.difficulty not in DIFFICULTIES:
            yield violation("difficulty-scale", one.solution, locale, value=one.difficulty)
        if not grounds.bear(one.because):
            yield violation("difficulty-learnt", one.solution, locale)


def _drops(draft: SolutionsDraft, before: SolutionList, grounds: Grounds, locale: Locale) -> Iterator[Violation]:
    difficulty = {s.name: int(s.difficulty) for s in before.solutions}
    difficulty |= {c.solution.strip(): c.difficulty for c in draft.corrected}
    for one in draft.dropped:
        name = one.solution.strip()
        if not one.because.strip():
            yield violation("drop-reason", name, locale)
        if one.kind == "too_hard" and difficulty.get(name, HARDEST) != HARDEST:
            yield violation("drop-too-hard", name, locale, value=difficulty[name])
        if one.kind == "did_not_help" and not grounds.any:
            yield violation("nothing-found-out", name, locale)


def _added_together(draft: SolutionsDraft, locale: Locale, *, enough: bool) -> Iterator[Violation]:
    where = place("solutions", locale)
    count = len(draft.added)
    if not FEWEST <= count <= MOST:
        yield violation("added-solutions", where, locale, count=count, low=FEWEST, high=MOST)
    if 2 * sum(a.other_trade for a in draft.added) < count:
        yield violation("other-trades", where, locale)
    if enough and draft.added and not any(a.joins for a in draft.added):
        yield violation("joined-solution", where, locale)


def _added(one: AddedSolutionDraft, names: list[str], actions: Collection[str], locale: Locale) -> Iterator[Violation]:
    where = one.name.strip() or place("solutions", locale)
    if one.name.strip() in names:
        yield violation("solution-new", where, locale)
    for field in ("name", "when_used", "how_solved", "effect", "how_done"):
        if not getattr(one, field).strip():
            yield violation("form-complete", where, locale, field=field)
    if one.difficulty not in DIFFICULTIES or one.difficulty == HARDEST:
        yield violation("added-difficulty", where, locale, value=one.difficulty)
    if not one.reason.strip():
        yield violation("difficulty-reason", where, locale)
    if _FIGURE.search(one.effect):
        yield violation("effect-in-words", where, locale)
    unknown = {n.strip() for n in one.joins} - set(names)
    for name in sorted(unknown):
        yield violation("known-solution", where, locale, solution=name)
    if len({n.strip() for n in one.joins}) == 1:
        yield violation("two-solutions", where, locale)
    known = ", ".join(actions)
    for action in one.action_ids:
        if action.strip() not in actions:
            yield violation("known-action", where, locale, unknown=action, known=known)


def _coverage(draft: SolutionsDraft, names: list[str], actions: Collection[str], locale: Locale) -> Iterator[Violation]:
    dropped = {d.solution.strip() for d in draft.dropped}
    said = {r.solution.strip() for r in draft.reaches}
    for name in dict.fromkeys(names):
        if name not in said and name not in dropped:
            yield violation("reach-said", name, locale, solution=name)
    reached = {a.strip() for r in draft.reaches if r.solution.strip() not in dropped for a in r.action_ids}
    reached |= {a.strip() for one in draft.added for a in one.action_ids}
    for action in actions:
        if action not in reached:
            yield violation("action-reached", action, locale, action=action)
