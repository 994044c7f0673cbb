"""Define again: values by what people said of the actions, and larger questions out of the old ones."""

import re
from collections.abc import Sequence
from itertools import combinations

from mlew.domain.base import Locale
from mlew.domain.impact_review import ImpactReviewDraft, LargerQuestionDraft, LetGoDraft, MeasuredQuestionDraft
from mlew.domain.journey import Action, Journey
from mlew.domain.journey_review_notes import is_easy, kept_notes
from mlew.domain.quantity import MINUTES, PER_YEAR, Period, dimension, parse_quantity
from mlew.domain.question import Effect, EffectDraft, Frequency, Question, QuestionKind
from mlew.rehearsal.amounts import how_often, minutes
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.journey_words import aim_of
from mlew.rehearsal.language import action_phrase
from mlew.rehearsal.question_words import across, bold
from mlew.rehearsal.questions import in_usual_unit
from mlew.rehearsal.reception import Reception
from mlew.rehearsal.similarity import likeness

_NEAR = 0.12
_FEW, _MANY = 4, 6
_UNASKED, _FROM_EASY = 2, 2
_BEFORE = re.compile(r"[（(](?:前：|before: )(.*)[）)]$")
_ROOM = 0.9
_PERIODS: tuple[Period, ...] = ("day", "week", "month", "year")
_LET_GO = 2
"""So many at most: when in doubt, people keep a question."""


def compose_impact_review(
    journey: Journey, questions: Sequence[Question], told: Reception, locale: Locale, asked: Asked
) -> ImpactReviewDraft:
    """A question whose action people spoke of takes the action's time; new ones are larger than the old ones."""
    notes = kept_notes(journey)
    measured = [m for q in questions if (m := _measured(q, journey, notes)) is not None]
    return ImpactReviewDraft(
        measured=measured,
        added=_larger(journey, questions, locale, asked),
        let_go=_let_go(questions, journey, told, locale),
    )


def _measured(question: Question, journey: Journey, notes: dict[str, str]) -> MeasuredQuestionDraft | None:
    """Its time by what people said of its actions; None if nobody did, or if it stays the same."""
    noted = [a for a in journey.actions if a.id in question.action_ids and a.id in notes]
    if not noted:
        return None
    heard = how_often(notes[noted[0].id])
    often = Frequency(times=heard.times, per=heard.per, assumed=False) if heard is not None else question.frequency
    now = [e for e in question.effects if e.amount > 0 and dimension(e.unit) != "percent"]
    new = [_again(e, question, noted, journey, notes) if dimension(e.unit) == "time" else e for e in now]
    saved = sum(e.amount * MINUTES.get(e.unit, 0) for e in new)
    same = (tuple(new), often) == (question.effects, question.frequency)
    if not new or same or saved * often.times > MINUTES[often.per] * _ROOM:
        return None
    return MeasuredQuestionDraft(
        number=question.id,
        effects=[_draft(e) for e in new],
        frequency_times=often.times,
        frequency_per=often.per,
        frequency_assumed=often.assumed,
        because=_because(journey, noted[0], notes),
    )


def _again(
    effect: Effect, question: Question, noted: Sequence[Action], journey: Journey, notes: dict[str, str]
) -> Effect:
    """Two steps in one save the shorter one; else the effect grows or shrinks with its action."""
    if question.kind == "continuous":
        whole = [m for a in journey.actions if a.id in question.action_ids and (m := _minutes(a)) > 0]
        usual = in_usual_unit(min(whole)) if whole else {}
        return effect.model_copy(update={**usual, "assumed": effect.assumed and not all(map(_is_known, noted))})
    was, now = _before(notes[noted[0].id]), _minutes(noted[0])
    ratio = now / was if was and now else 1.0
    return effect.model_copy(update={**in_usual_unit(effect.amount * MINUTES[effect.unit] * ratio)})


def _is_known(action: Action) -> bool:
    """Whether somebody said how long it takes."""
    return any(not r.assumed for r in action.resources if r.kind == "time")


def _before(note: str) -> float:
    """Minutes that a note says were thought before; 0 if it names none."""
    found = _BEFORE.search(note)
    quantity = parse_quantity(found[1], prefer="time") if found else None
    return minutes(quantity) if quantity and dimension(quantity.unit) == "time" else 0.0


def _because(journey: Journey, action: Action, notes: dict[str, str]) -> str:
    """Who of how many, and what was noted of the action."""
    stage = next(s for s in journey.stages if action in s.actions)
    first = stage.evidence.splitlines()[0] if stage.evidence else ""
    counted = "" if first.startswith(tuple(notes)) else first.partition("：")[0].partition(":")[0]
    return " ".join(filter(None, [counted, notes[action.id]]))


def _let_go(questions: Sequence[Question], journey: Journey, told: Reception, locale: Locale) -> list[LetGoDraft]:
    """Of an action with which somebody is content: its question of least impact that comes from it alone."""
    found: dict[str, LetGoDraft] = {}
    for voice in (v for v in told.voices if v.content):
        action = max(journey.actions, key=lambda a: likeness(voice.text, a.text))
        own = [q for q in questions if q.action_ids == (action.id,)]
        if own and likeness(voice.text, action.text) >= _NEAR and len(found) < _LET_GO:
            found.setdefault(own[-1].id, LetGoDraft(number=own[-1].id, because=voice.quoted(locale)))
    return list(found.values())


def _larger(journey: Journey, questions: Sequence[Question], locale: Locale, asked: Asked) -> list[LargerQuestionDraft]:
    """The purpose without a whole stage, and from one stage to another in one go; those of easy stages first."""
    stages = [s.actions for s in journey.stages if s.actions]
    easy = [s.actions for s in journey.stages if s.actions and is_easy(s.change_ease)]
    order = [*easy, *(s for s in stages if s not in easy)]
    aim = aim_of(journey.segment, locale)
    far = asked.wants("beyond-neighbours", "larger")
    found = _for_unasked(journey.actions, questions, aim, locale)
    found += [_across(stages[0][0], stages[-1][-1], questions, locale)] if far and len(journey.actions) > 1 else []
    for stage in order:
        last = stages[-1][-1] if stage is not stages[-1] else stages[0][0]
        found.append(_wider(stage, questions, aim, locale))
        found += [_across(stage[0], last, questions, locale)] if stage[0] != last else []
    first = [action for stage in order for action in stage]
    found += [_wider((action,), questions, aim, locale) for action in first]
    for one, two in combinations(journey.actions, 2):
        found += [_without(one, two, questions, locale), _across(one, two, questions, locale)]
    texts = {q.text.strip() for q in questions}
    fresh = list({q.text: q for q in reversed(found) if q.text not in texts}.values())[::-1]
    ids = {a.id for stage in easy for a in stage}
    ahead = [*fresh[:_UNASKED], *[q for q in fresh[_UNASKED:] if ids & set(q.action_ids)][:_FROM_EASY]]
    return _both_kinds([*ahead, *(q for q in fresh if q not in ahead)], _MANY if far else _FEW)


def _both_kinds(found: list[LargerQuestionDraft], many: int) -> list[LargerQuestionDraft]:
    """The first ones, with at least one of each kind if there is one."""
    chosen = found[:many]
    for kind in ("optimal", "continuous"):
        other = next((q for q in found[many:] if q.kind == kind), None)
        if other is not None and all(q.kind != kind for q in chosen):
            chosen = [*chosen[: many - 1], other]
    return chosen


def _for_unasked(
    actions: Sequence[Action], questions: Sequence[Question], aim: str, locale: Locale
) -> list[LargerQuestionDraft]:
    """Questions of both kinds for actions that no question comes from."""
    asked = {i for q in questions for i in q.action_ids}
    new = [a for a in actions if a.id not in asked]
    if not new:
        return []
    at = actions.index(new[0])
    joined = new if len(new) > 1 else [*new, actions[at - 1] if at else actions[-1]]
    text = across(action_phrase(joined[0].text, locale), action_phrase(joined[-1].text, locale), locale)
    both = [_question("continuous", text, joined, questions)] if joined[0] != joined[-1] else []
    return [_wider(tuple(new), questions, aim, locale), *both]


def _wider(stage: Sequence[Action], questions: Sequence[Question], aim: str, locale: Locale) -> LargerQuestionDraft:
    """The purpose itself, without what a whole stage takes."""
    return _question("optimal", bold(action_phrase(stage[0].text, locale), None, aim, locale), stage, questions)


def _without(one: Action, two: Action, questions: Sequence[Question], locale: Locale) -> LargerQuestionDraft:
    """The later action without the earlier one."""
    text = bold(action_phrase(one.text, locale), action_phrase(two.text, locale), "", locale)
    return _question("optimal", text, (one,), questions)


def _across(one: Action, two: Action, questions: Sequence[Question], locale: Locale) -> LargerQuestionDraft:
    first, last = sorted((one, two), key=lambda a: (len(a.id), a.id))
    text = across(action_phrase(first.text, locale), action_phrase(last.text, locale), locale)
    return _question("continuous", text, (first, last), questions)


def _question(
    kind: QuestionKind,
    text: str,
    of: Sequence[Action],
    questions: Sequence[Question],
) -> LargerQuestionDraft:
    ids = {a.id for a in of}
    out_of = [q for q in questions if ids & set(q.action_ids)] or list(questions[:1])
    often = min((q.frequency for q in out_of), key=lambda f: f.per_year, default=Frequency(times=1, per="week"))
    saved = sum(_minutes(a) for a in of) or 5.0
    saved = min(saved, MINUTES["year"] * _ROOM)
    times, per = _fitting(often, saved)
    return LargerQuestionDraft(
        kind=kind,
        text=text,
        action_ids=[a.id for a in of],
        effects=[EffectDraft(direction="saved", **in_usual_unit(saved), assumed=True)],
        frequency_times=times,
        frequency_per=per,
        frequency_assumed=True,
        grows_out_of=[q.id for q in out_of[:3]],
    )


def _fitting(often: Frequency, each: float) -> tuple[float, Period]:
    if often.times > 0 and each * often.times <= MINUTES[often.per] * _ROOM:
        return often.times, often.per
    per = next((p for p in _PERIODS if each <= MINUTES[p] * _ROOM), _PERIODS[-1])
    return max(1.0, min(PER_YEAR["day"], MINUTES[per] * _ROOM // each)), per


def _minutes(action: Action) -> float:
    times = [minutes(r.quantity) for r in action.resources if r.quantity and dimension(r.quantity.unit) == "time"]
    return times[0] if times else 0.0


def _draft(effect: Effect) -> EffectDraft:
    return EffectDraft.model_validate(effect.model_dump())
