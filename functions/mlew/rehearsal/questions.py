"""Define: questions of both kinds for every action, with what solving them saves, and how often they come up."""

from itertools import pairwise
from typing import Literal, cast

from mlew.domain.base import Locale
from mlew.domain.journey import Action, Journey
from mlew.domain.quantity import MINUTES, Period, dimension
from mlew.domain.question import EffectDraft, QuestionDraft, QuestionKind, QuestionsDraft
from mlew.rehearsal.activity import Activity, activity_of
from mlew.rehearsal.amounts import HowOften, Spent, how_often, minutes, read_period, spent
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.journey_words import aim_of
from mlew.rehearsal.language import action_phrase
from mlew.rehearsal.phrase import Phrase
from mlew.rehearsal.question_words import across, bold, continuous, optimal
from mlew.rehearsal.similarity import likeness

_NEAR = 0.12
_PERIODS: tuple[Period, ...] = ("day", "week", "month", "year")
_ROOM = 0.9
"""Of a period: amounts are rounded afterwards."""
EffectUnit = Literal["minute", "hour", "day", "yen", "usd", "eur", "count"]


class _Seen:
    """An action as the questions see it."""

    def __init__(self, action: Action, locale: Locale, usual: HowOften | None, asked: Asked) -> None:
        self.id = action.id
        self.said = not action.assumed
        self.words: Phrase = action_phrase(action.text, locale)
        self.activity: Activity = activity_of(self.words.do, locale)
        notes = " ".join([action.text, *(r.note for r in action.resources)])
        told = [c for c in asked.comments if likeness(c, action.text) >= _NEAR]
        heard = [(s, False) for c in told for s in spent(c)]
        written = [(Spent(r.quantity, read_period(r.per)), r.assumed) for r in action.resources if r.quantity]
        amounts = heard or written
        kind, fallback = self.activity, next((s.per for s, _ in amounts if s.per), None)
        self.often = (
            next((h for c in told if (h := how_often(c))), None)
            or how_often(notes)
            or (HowOften(1, fallback, said=True) if fallback else None)
            or (HowOften(usual.times, usual.per, said=False) if usual else HowOften(kind.times, kind.per, said=False))
        )
        each = [(s.each(self.often), assumed) for s, assumed in amounts]
        times = [(minutes(q), a) for q, a in each if dimension(q.unit) == "time"]
        money = [(q.middle, q.unit, a) for q, a in each if dimension(q.unit) == "money"]
        self.minutes, self.minutes_assumed = times[0] if times else ((kind.low + kind.high) / 2, True)
        self.money = money[0] if money else None
        self.minutes = min(self.minutes, MINUTES["year"] * _ROOM)
        self.often = _fitting(self.often, self.minutes)


def compose_questions(journey: Journey, locale: Locale, asked: Asked) -> QuestionsDraft:
    """One optimal question an action, one continuous a pair of neighbours, and one across the whole journey.

    Sums count in the first currency only, as they could not be added up with others.
    """
    chance = Chance(locale, asked.seed("bolder", "join-distant", "impact-off"))
    usual = how_often(f"{journey.segment} {journey.trigger}")
    seen = [_Seen(a, locale, usual, asked) for a in journey.actions]
    currency = next((one.money[1] for one in seen if one.money), "")
    for one in seen:
        one.money = one.money if one.money and one.money[1] == currency else None
    whole, aim = asked.wants("bolder"), aim_of(journey.segment, locale)
    questions = [
        _optimal(one, next((s for s in seen[n + 1 :] if s.said), None), chance, locale, aim=aim, whole=whole)
        for n, one in enumerate(seen)
    ]
    questions += [_continuous(one, two, chance, locale) for one, two in pairwise(seen)]
    if len(seen) > 2:
        questions.append(_across(*_far_apart(seen), locale))
    if asked.wants("join-distant") and len(seen) > 3:
        half = len(seen) // 2
        questions += [_continuous(a, b, chance, locale) for a, b in zip(seen, seen[half + 1 :], strict=False)]
    questions += [_own(c, seen, locale) for c in asked.comments if _is_question(c) and seen]
    return QuestionsDraft(questions=questions)


def _optimal(
    one: _Seen, following: _Seen | None, chance: Chance, locale: Locale, *, aim: str, whole: bool
) -> QuestionDraft:
    """Without the action at all, or without what makes it hard: the first saves all of its time, the second a part."""
    source = chance.of("optimal", one.id, one.words.text)
    gone = whole or not one.said or source.pick("gone", (True, False))
    text = (
        bold(one.words, following.words if following else None, aim, locale)
        if gone
        else optimal(one.words, one.activity, locale)
    )
    share = 1.0 if gone else source.pick("share", (0.5, 0.6, 0.7, 0.8))
    return _question("optimal", text, [one.id], _effects(one, share), one.often)


def _continuous(one: _Seen, two: _Seen, chance: Chance, locale: Locale) -> QuestionDraft:
    """Two steps become one: the shorter of the two is saved."""
    less = one if one.minutes <= two.minutes else two
    rarer = min((one, two), key=lambda s: _per_year(s.often))
    text = continuous(one.words, two.words, chance.of(one.id, two.id, one.words.text), locale)
    return _question("continuous", text, [one.id, two.id], _effects(less, 1.0)[:1], rarer.often)


def _across(first: _Seen, last: _Seen, locale: Locale) -> QuestionDraft:
    """From one action straight to a later one: the longer of the two is saved."""
    more = first if first.minutes >= last.minutes else last
    rarer = min((first, last), key=lambda s: _per_year(s.often))
    effect = EffectDraft(direction="saved", **in_usual_unit(more.minutes), assumed=True)
    text = across(first.words, last.words, locale)
    often = HowOften(rarer.often.times, rarer.often.per, said=False)
    return _question("continuous", text, [first.id, last.id], [effect], often)


def _far_apart(seen: list[_Seen]) -> tuple[_Seen, _Seen]:
    """Two actions that are no neighbours and speak of the same thing; the customer's own words go first."""
    pairs = [(a, b) for n, a in enumerate(seen) for b in seen[n + 2 :]]
    return max(pairs, key=lambda p: (p[0].said and p[1].said, likeness(p[0].words.text, p[1].words.text)))


def _own(comment: str, seen: list[_Seen], locale: Locale) -> QuestionDraft:
    """A participant's question, at the action that it speaks of."""
    del locale
    one = max(seen, key=lambda s: likeness(comment, s.words.text))
    return _question("optimal", comment, [one.id], _effects(one, 1.0), one.often)


def _effects(one: _Seen, share: float) -> list[EffectDraft]:
    assumed = one.minutes_assumed or share < 1
    found = [EffectDraft(direction="saved", **in_usual_unit(one.minutes * share), assumed=assumed)]
    if one.money:
        amount, unit, money_assumed = one.money
        found.append(
            EffectDraft(
                direction="saved",
                amount=_three(amount * share),
                unit=cast(EffectUnit, unit),
                assumed=money_assumed or share < 1,
            )
        )
    return found


def _question(
    kind: QuestionKind, text: str, ids: list[str], effects: list[EffectDraft], often: HowOften
) -> QuestionDraft:
    return QuestionDraft(
        kind=kind,
        text=text,
        action_ids=ids,
        effects=effects,
        frequency_times=often.times,
        frequency_per=often.per,
        frequency_assumed=not often.said,
    )


def in_usual_unit(value: float) -> dict[str, object]:
    """In the unit that people would use."""
    unit, size = ("day", 1440) if value >= 1440 * 1.5 else ("hour", 60) if value >= 120 else ("minute", 1)
    return {"amount": _three(value / size), "unit": unit}


def _three(value: float) -> float:
    """Rounded as an estimate is: whole above 10, else to one decimal."""
    return float(round(value)) if value >= 10 else max(0.1, round(value, 1))


def _per_year(often: HowOften) -> float:
    return often.times * {"day": 365, "week": 52, "month": 12, "year": 1}[often.per]


def _fitting(often: HowOften, each: float) -> HowOften:
    """What takes days cannot come up daily: then as often as it fits, in the shortest period that holds it."""
    if each * often.times <= MINUTES[often.per] * _ROOM:
        return often
    per = next((p for p in _PERIODS if each <= MINUTES[p] * _ROOM), _PERIODS[-1])
    return HowOften(times=max(1.0, MINUTES[per] * _ROOM // each), per=per, said=False)


def _is_question(comment: str) -> bool:
    return comment.rstrip().endswith(("?", "？", "のか", "のか。", "ないか"))
