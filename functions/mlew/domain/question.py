"""Define: questions against what is taken for granted, and their impact (METHOD, Define)."""

from typing import Literal

from pydantic import Field

from mlew.domain.base import Draft, Line, Locale, Model
from mlew.domain.quantity import MINUTES, PER_YEAR, Dimension, Period, Unit, dimension
from mlew.domain.violation import Violation, violation

QuestionKind = Literal["optimal", "continuous"]
KIND_NAMES: dict[QuestionKind, str] = {"optimal": "より最適", "continuous": "より連続"}
"""What participants call the two kinds."""
Direction = Literal["saved", "gained"]


class EffectDraft(Draft):
    """What one occurrence saves or gains when the question is solved."""

    direction: Direction
    amount: float = Field(description="Per occurrence, for one customer")
    unit: Literal["minute", "hour", "day", "yen", "usd", "eur", "count"]
    assumed: bool = Field(description="true unless the journey says it")


class QuestionDraft(Draft):
    """One question."""

    kind: QuestionKind = Field(description="optimal: why not B without A; continuous: why not A and B at once")
    text: str
    action_ids: list[str] = Field(
        description="Ids of the journey's actions that it comes from; two or more if continuous"
    )
    effects: list[EffectDraft]
    frequency_times: float = Field(description="How often it comes up for one customer …")
    frequency_per: Period = Field(description="… in this period")
    frequency_assumed: bool


class QuestionsDraft(Draft):
    """The questions as the model writes them: both kinds for every action."""

    questions: list[QuestionDraft]


class Effect(Model):
    """Per occurrence and customer, in `unit`."""

    direction: Direction
    amount: float
    unit: Unit
    assumed: bool = True


class Frequency(Model):
    """How often the question comes up for one customer."""

    times: float
    per: Period
    assumed: bool = True

    @property
    def per_year(self) -> float:
        """Occurrences a year: a day counts 365, a week 52, a month 12 times."""
        return self.times * PER_YEAR[self.per]


class Impact(Model):
    """Computed. Time in minutes, money in its own currency; `per_year` = `each` × occurrences a year."""

    dimension: Dimension
    unit: Unit
    each: float
    per_year: float


class Earlier(Model):
    """What was estimated before it was measured again, and what the new values rest on.

    `rank`: among the questions of that time.
    """

    effects: tuple[Effect, ...] = ()
    frequency: Frequency
    impacts: tuple[Impact, ...] = ()
    rank: int = 0
    because: Line = ""


class Question(Model):
    """`id`: "Q1", "Q2", …; `rank` 1 is the largest impact; `author` is empty for the model, else a person.

    Of the improvement edition: `earlier`, if it was measured again; `grows_out_of`: questions that led to it; `let_go`:
    why it is not pursued, "" if it is.
    """

    id: str
    kind: QuestionKind
    text: Line
    action_ids: tuple[str, ...]
    effects: tuple[Effect, ...] = ()
    frequency: Frequency
    impacts: tuple[Impact, ...] = ()
    rank: int = 0
    author: Line = ""
    earlier: Earlier | None = None
    grows_out_of: tuple[str, ...] = ()
    let_go: Line = ""

    def impact_per_year(self, wanted: Dimension) -> float:
        """Yearly impact in one dimension, over all units of it (one currency a workshop); 0 if there is none."""
        return sum(i.per_year for i in self.impacts if i.dimension == wanted)


class QuestionSet(Model):
    """Artifact of Define, in order of rank.

    `hourly_rate` (assumed, in the workshop's currency) merges time and money.
    """

    questions: tuple[Question, ...]
    hourly_rate: float | None = None
    extra: str = ""


def question_violations(
    draft: QuestionsDraft, action_ids: tuple[str, ...], *, locale: Locale = "en"
) -> list[Violation]:
    """Both kinds for every action; a continuous one joins two actions; effects and frequency are there.

    Source: METHOD, Define.
    """
    found: list[Violation] = []
    currencies = sorted({e.unit for q in draft.questions for e in q.effects if dimension(e.unit) == "money"})
    if len(currencies) > 1:
        found.append(violation("one-currency", ", ".join(currencies), locale))
    for question in draft.questions:
        found += written_question_violations(question, action_ids, locale)
    for action in action_ids:
        for kind, name in KIND_NAMES.items():
            if not any(q.kind == kind and action in q.action_ids for q in draft.questions):
                shown = name if locale == "ja" else kind
                found.append(violation("both-kinds", action, locale, action=action, kind=shown))
    return found


def written_question_violations(
    question: QuestionDraft, action_ids: tuple[str, ...], locale: Locale
) -> list[Violation]:
    """Of one question by itself."""
    where = question.text.strip()[:60]
    unknown = [a for a in question.action_ids if a not in action_ids]
    broken = {
        "question-written": not where,
        "from-action": not question.action_ids,
        "continuous-joins-two": question.kind == "continuous" and len(set(question.action_ids)) < 2,
        "effect-present": not any(e.amount > 0 for e in question.effects),
        "effect-positive": any(e.amount < 0 for e in question.effects),
        "frequency-present": question.frequency_times <= 0,
        "fits-in-period": _minutes_saved(question) * question.frequency_times > MINUTES[question.frequency_per],
    }
    known = ", ".join(action_ids)
    return [
        *(violation("known-action", where, locale, unknown=action, known=known) for action in unknown),
        *(violation(rule, where, locale) for rule, is_broken in broken.items() if is_broken),
    ]


def _minutes_saved(question: QuestionDraft) -> float:
    return sum(e.amount * MINUTES.get(e.unit, 0) for e in question.effects if e.direction == "saved")


def questions_from(draft: QuestionsDraft, *, hourly_rate: float | None = None) -> QuestionSet:
    """Compute impacts, number and rank the questions."""
    questions = [
        Question(
            id="",
            kind=q.kind,
            text=q.text,
            action_ids=tuple(dict.fromkeys(q.action_ids)),
            effects=tuple(
                Effect(direction=e.direction, amount=e.amount, unit=e.unit, assumed=e.assumed) for e in q.effects
            ),
            frequency=Frequency(times=q.frequency_times, per=q.frequency_per, assumed=q.frequency_assumed),
        )
        for q in draft.questions
    ]
    numbered = [q.model_copy(update={"id": f"Q{n}"}) for n, q in enumerate(questions, 1)]
    return ranked(QuestionSet(questions=tuple(numbered), hourly_rate=hourly_rate))


def impacts_of(effects: tuple[Effect, ...], frequency: Frequency) -> tuple[Impact, ...]:
    """One impact per unit: amount × frequency (METHOD, Define). Times are brought to minutes, so they add up."""
    totals: dict[Unit, float] = {}
    for effect in effects:
        unit: Unit = "minute" if dimension(effect.unit) == "time" else effect.unit
        totals[unit] = totals.get(unit, 0) + effect.amount * MINUTES.get(effect.unit, 1)
    return tuple(
        Impact(dimension=dimension(unit), unit=unit, each=each, per_year=each * frequency.per_year)
        for unit, each in totals.items()
    )


def ranked(questions: QuestionSet) -> QuestionSet:
    """Compute all impacts anew and put the questions in order of rank.

    With an hourly rate, time becomes money and one number decides. Without, time and money are never
    merged: each is ranked on its own, and the overall order takes the best place of a question in either.
    Questions that were let go come last.
    """
    computed = [q.model_copy(update={"impacts": impacts_of(q.effects, q.frequency)}) for q in questions.questions]
    rate = questions.hourly_rate
    if rate is not None:
        order = sorted(computed, key=lambda q: -(q.impact_per_year("money") + q.impact_per_year("time") / 60 * rate))
    else:
        places: dict[str, list[int]] = {q.id: [] for q in computed}
        for which in ("time", "money", "count"):
            having = [q for q in computed if q.impact_per_year(which) > 0]
            for place, question in enumerate(sorted(having, key=lambda q: -q.impact_per_year(which)), 1):
                places[question.id].append(place)
        last = len(computed) + 1  # so that [1, 2] stands before [1]: best in one and good in another beats best in one
        order = sorted(computed, key=lambda q: [*sorted(places[q.id]), last])
    order.sort(key=lambda q: bool(q.let_go))
    return questions.model_copy(
        update={"questions": tuple(q.model_copy(update={"rank": n}) for n, q in enumerate(order, 1))}
    )
