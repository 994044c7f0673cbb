"""Invent again: what each solution reaches, ways of other trades for what nothing reaches, solutions joined."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count, islice

from mlew.domain.base import Locale
from mlew.domain.journey import Action, Journey
from mlew.domain.question import QuestionSet
from mlew.domain.solution import DIFFICULTIES, RatedSolution
from mlew.domain.solution_widening import (
    HARDEST,
    AddedSolutionDraft,
    CorrectedDifficultyDraft,
    DroppedSolutionDraft,
    ReachDraft,
    SolutionsDraft,
)
from mlew.rehearsal.activity import activity_of
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.language import action_phrase
from mlew.rehearsal.other_trade_words import KnownWay, known_ways
from mlew.rehearsal.ratings import EASIER, HARDER
from mlew.rehearsal.reception import Reception, Said
from mlew.rehearsal.similarity import likeness
from mlew.rehearsal.solution_widening_words import corrected_by, joined, own_reason, too_hard

_NEAR = 0.12
_SAME_KIND = 0.3
_FEW, _MANY = 3, 5
"""Ways of other trades; one joined solution, or two if asked for, come on top."""


def compose_solutions(
    journey: Journey,
    questions: QuestionSet,
    solutions: Sequence[RatedSolution],
    told: Reception,
    *,
    locale: Locale,
    asked: Asked,
) -> SolutionsDraft:
    """What stays reaches the actions that it speaks of; what nothing reaches gets a way of another trade."""
    corrected = _corrected(solutions, told, locale, asked)
    difficulty = {s.name: int(s.difficulty) for s in solutions} | {c.solution: c.difficulty for c in corrected}
    dropped = [
        DroppedSolutionDraft(solution=s.name, kind="too_hard", because=too_hard(locale))
        for s in solutions
        if difficulty[s.name] == HARDEST
    ]
    out = {d.solution for d in dropped} if len(dropped) + 1 < len(solutions) else set()
    usable = [s for s in solutions if s.name not in out]
    reaches = {s.name: _reached(s, journey.actions, locale) for s in solutions}
    touched = {i for s in usable for i in reaches[s.name]}
    open_ = [a for a in journey.actions if a.id not in touched]
    wanted = _wanted(journey, questions, open_)
    names = {s.name for s in solutions}
    ways = _ways(wanted, names, locale, _MANY if asked.wants("further-away", "uncovered", "smaller-ones") else _FEW)
    added = [_way(way, ids, locale) for way, ids in _shared(ways, open_, journey.actions, locale)]
    added += _joined(usable, reaches, difficulty, locale, 2 if asked.wants("combine-up") else 1)
    return SolutionsDraft(
        corrected=corrected,
        dropped=[d for d in dropped if d.solution in out],
        reaches=[ReachDraft(solution=s.name, action_ids=reaches[s.name]) for s in solutions],
        added=added,
    )


def _corrected(
    solutions: Sequence[RatedSolution], told: Reception, locale: Locale, asked: Asked
) -> list[CorrectedDifficultyDraft]:
    """One step up or down where somebody names a solution and says that it was hard or easy."""
    comments = [Said(f"R{n}", "", "", c, None, ()) for n, c in enumerate(asked.comments, 1)]
    found: list[CorrectedDifficultyDraft] = []
    for solution in solutions:
        for voice in (*comments, *told.voices):
            step = bool(HARDER.search(voice.text)) - bool(EASIER.search(voice.text))
            if solution.name in voice.text and step:
                place = DIFFICULTIES.index(solution.difficulty) + step
                level = DIFFICULTIES[max(0, min(len(DIFFICULTIES) - 1, place))]
                because = corrected_by(voice.quoted(locale), locale)
                found.append(CorrectedDifficultyDraft(solution=solution.name, difficulty=level, because=because))
                break
    return found


def _reached(solution: RatedSolution, actions: Sequence[Action], locale: Locale) -> list[str]:
    text = " ".join([solution.name, solution.when_used, solution.how_solved])
    kind = activity_of(solution.when_used or solution.name, locale).id

    def near(action: Action) -> bool:
        score = likeness(text, action.text)
        same = kind != "other" and activity_of(action_phrase(action.text, locale).do, locale).id == kind
        return score >= (_NEAR if same else 2 * _NEAR)

    return [a.id for a in actions if near(a)]


def _wanted(journey: Journey, questions: QuestionSet, open_: Sequence[Action]) -> list[Action]:
    """Actions that nothing reaches, then those of the best ranked questions."""
    best = [i for q in sorted(questions.questions, key=lambda q: q.rank) for i in q.action_ids]
    ranked = [a for i in dict.fromkeys(best) for a in journey.actions if a.id == i]
    return [*open_, *(a for a in ranked if a not in open_), *(a for a in journey.actions if a not in ranked)]


def _ways(actions: Sequence[Action], names: set[str], locale: Locale, many: int) -> list[KnownWay]:
    """The ways that fit these actions, the first action first; each once, none whose name the list has."""
    free = [w for w in known_ways(locale) if w.name not in names]
    again = (replace(w, name=f"{w.name} ({n})") for n in count(2) for w in known_ways(locale))
    while len(free) < many:
        free += [w for w in islice(again, 1) if w.name not in names]
    found: list[KnownWay] = []
    for action in actions:
        best = max((w for w in free if w not in found), key=lambda w: _fit(w, action, locale), default=None)
        if best is not None and len(found) < many:
            found.append(best)
    return [*found, *(w for w in free if w not in found)][:many]


def _fit(way: KnownWay, action: Action, locale: Locale) -> float:
    kind = activity_of(action_phrase(action.text, locale).do, locale).id
    return (_SAME_KIND if kind in way.kinds else 0.0) + likeness(f"{way.when_used} {way.how_solved}", action.text)


def _shared(
    ways: Sequence[KnownWay], open_: Sequence[Action], actions: Sequence[Action], locale: Locale
) -> Iterable[tuple[KnownWay, list[str]]]:
    """Each untouched action goes to the way that fits it best; a way without any goes to its nearest action."""
    taken: dict[str, list[str]] = {w.name: [] for w in ways}
    for action in open_:
        best = max(ways, key=lambda w: _fit(w, action, locale), default=None)
        if best is not None:
            taken[best.name].append(action.id)
    for way in ways:
        nearest = max(actions, key=lambda a: _fit(way, a, locale))
        yield way, taken[way.name] or [nearest.id]


def _way(way: KnownWay, ids: list[str], locale: Locale) -> AddedSolutionDraft:
    return AddedSolutionDraft(
        name=way.name,
        origin=way.origin,
        other_trade=True,
        when_used=way.when_used,
        how_solved=way.how_solved,
        effect=way.effect,
        how_done=way.how_done,
        joins=[],
        action_ids=ids,
        difficulty=way.difficulty,
        reason=own_reason(way.difficulty, locale),
    )


def _joined(
    usable: Sequence[RatedSolution],
    reaches: dict[str, list[str]],
    difficulty: dict[str, int],
    locale: Locale,
    many: int,
) -> list[AddedSolutionDraft]:
    """Two solutions whose situations are alike, made into one; the easiest of those first."""
    free = [s for s in usable if not s.joins] or list(usable)
    names = {s.name for s in usable}
    pairs = [(a, b) for n, a in enumerate(free) for b in free[n + 1 :]]
    pairs.sort(key=lambda p: (-likeness(p[0].when_used, p[1].when_used), difficulty[p[0].name] + difficulty[p[1].name]))
    found: list[AddedSolutionDraft] = []
    for one, two in pairs:
        draft = joined(one, two, max(3, min(5, difficulty[one.name], difficulty[two.name])), locale)
        if draft.name not in names and len(found) < many:
            ids = list(dict.fromkeys([*reaches[one.name], *reaches[two.name]]))
            found.append(draft.model_copy(update={"action_ids": ids}))
    return found
