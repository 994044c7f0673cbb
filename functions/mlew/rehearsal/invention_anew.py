"""Invent again: the former invention refined by what people said of it, or other inventions for the question."""

from collections.abc import Sequence
from dataclasses import dataclass

from mlew.domain.base import Locale
from mlew.domain.invention import Invention, InventionDraft
from mlew.domain.invention_anew import InventionAnewDraft, InventionsAnewDraft
from mlew.domain.journey import Journey
from mlew.domain.point_of_view import POINTS_OF_VIEW, PointOfView
from mlew.domain.question import Question, QuestionSet
from mlew.domain.solution import RatedSolution
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.combination import point_of_view_of
from mlew.rehearsal.invention_anew_words import WORDS, AnewWords
from mlew.rehearsal.inventions import compose_inventions
from mlew.rehearsal.language import sentence, shorten
from mlew.rehearsal.reception import Reception, Said
from mlew.rehearsal.similarity import likeness

GOES_ON = ("判断：go", "decision: go", "Refine に戻る", "back to Refine")
TURNS = ("判断：pivot", "decision: pivot")
_MOST_SOLUTIONS = 3


@dataclass(frozen=True)
class Former:
    """What was tried, and what was decided on it by the evidence."""

    invention: Invention
    goes_on: bool
    turns: bool
    told: Reception


def former_of(invention: Invention, evidence: str, told: Reception) -> Former:
    """`evidence` begins with the pair's decision."""
    goes_on = any(words in evidence for words in GOES_ON)
    turns = not goes_on and any(words in evidence for words in TURNS)
    return Former(invention, goes_on=goes_on, turns=turns, told=told)


def compose_inventions_anew(
    journey: Journey,
    questions: QuestionSet,
    solutions: Sequence[RatedSolution],
    former: Former | None,
    *,
    point_of_view: str,
    locale: Locale,
    asked: Asked,
) -> InventionsAnewDraft:
    """New ones as in the practice edition, but unlike the former one; a pair that may go on refines it first."""
    found = compose_inventions(
        journey, questions, solutions, point_of_view=point_of_view, locale=locale, asked=asked
    ).inventions
    if former is None:
        return InventionsAnewDraft(inventions=[_anew(i, None, locale) for i in found])
    fresh = [i for i in found if not former.turns or not _same(i, former.invention)]
    if not fresh:
        fresh = [_other_mix(found[0], solutions)]
    refined = (
        []
        if former.turns or not questions.questions
        else [_refined(former, questions.questions[0], solutions, point_of_view, locale)]
    )
    others = fresh[: 2 if refined else 3]
    return InventionsAnewDraft(inventions=[*refined, *(_anew(i, former, locale) for i in others)])


def _same(one: InventionDraft, former: Invention) -> bool:
    return set(one.solution_names) == set(former.solution_names)


def _other_mix(one: InventionDraft, solutions: Sequence[RatedSolution]) -> InventionDraft:
    """With another solution in the place of the last one; with one more where there are too few."""
    others = [s.name for s in solutions if s.name not in one.solution_names]
    names = [*one.solution_names[: max(1, 2 - len(others))], *others[:1]] if others else one.solution_names
    return one.model_copy(update={"solution_names": names})


def _anew(draft: InventionDraft, former: Former | None, locale: Locale) -> InventionAnewDraft:
    kept = left = ""
    if former is not None and former.told.voices:
        words = WORDS[locale]
        kept = _said(words.kept, former.told.warm, former, locale)
        left = _said(words.left_out, former.told.cold, former, locale)
    return InventionAnewDraft(**draft.model_dump(), grows_from="", kept=kept, left_out=left)


def _said(template: str, voices: Sequence[Said], former: Former, locale: Locale) -> str:
    """What was kept or left out, by the first voice that says so; "" where nobody did."""
    if not voices:
        return ""
    voice = min(voices, key=lambda v: "[" in v.text)  # one without personal data, if there is one
    return template.format(voice=voice.quoted(locale), id=former.invention.id)


def _refined(
    former: Former, question: Question, solutions: Sequence[RatedSolution], point_of_view: str, locale: Locale
) -> InventionAnewDraft:
    """The former invention with what people missed, and with the solution that this point of view adds."""
    words, was, told = WORDS[locale], former.invention, former.told
    usable = {s.name: s for s in solutions}
    names = [n for n in was.solution_names if n in usable]
    more = _more(question, solutions, names, point_of_view_of(point_of_view, locale))
    added = more[: max(1, 2 - len(names))] if len(names) < _MOST_SOLUTIONS else []
    missed = told.cold[0].quoted(locale) if told.cold else ""
    return InventionAnewDraft(
        name=words.name.format(name=was.name, solution=shorten(added[0].name, 24).rstrip("…")) if added else was.name,
        when_used=was.when_used,
        how_solved=_how(was, added, missed, words, locale),
        effect=was.effect,
        how_done=_done(was, added, words, locale),
        question_ids=[question.id],
        solution_names=[*names, *(s.name for s in added)],
        pattern=was.pattern,
        data_loop=was.data_loop or words.data_loop,
        resolution_percent=min(95.0, max(50.0, was.resolution_percent)),
        grows_from=was.id,
        kept=_said(words.kept, told.warm, former, locale),
        left_out=_said(words.left_out, told.cold, former, locale) or (words.unheard if told.testers else ""),
    )


def _more(
    question: Question, solutions: Sequence[RatedSolution], names: Sequence[str], view: PointOfView
) -> list[RatedSolution]:
    """Solutions that the former invention lacks, nearest to the question; each point of view begins with another."""
    others = [s for s in solutions if s.name not in names and not set(s.joins) & set(names)]

    def fit(solution: RatedSolution) -> float:
        text = f"{solution.name} {solution.when_used} {solution.how_solved}"
        reached = 0.3 * bool(set(solution.reaches) & set(question.action_ids))
        return reached + likeness(text, question.text)

    ranked = sorted(others, key=lambda s: (-fit(s), s.difficulty, s.name))
    turn = POINTS_OF_VIEW.index(view) % max(1, len(ranked))
    return [*ranked[turn:], *ranked[:turn]]


def _how(was: Invention, added: Sequence[RatedSolution], missed: str, words: AnewWords, locale: Locale) -> str:
    parts = [sentence(was.how_solved, locale)]
    parts += [words.joins.format(name=s.name, how=s.how_solved.rstrip("。.") or s.name) for s in added]
    parts += [words.answers.format(voice=missed)] if missed else []
    return words.between.join(parts)


def _done(was: Invention, added: Sequence[RatedSolution], words: AnewWords, locale: Locale) -> str:
    parts = [sentence(was.how_done, locale)]
    parts += [words.built.format(name=s.name, how=s.how_done.rstrip("。.")) for s in added if s.how_done]
    return words.between.join(parts)
