"""Define of the improvement edition: impact measured again, and larger questions (METHOD, Define)."""

from collections.abc import Collection

from pydantic import Field

from mlew.domain.base import Draft, Locale
from mlew.domain.free_numbers import free_numbers
from mlew.domain.grounds import Grounds
from mlew.domain.quantity import Period
from mlew.domain.question import (
    Earlier,
    Effect,
    EffectDraft,
    Frequency,
    Question,
    QuestionDraft,
    QuestionSet,
    ranked,
)

_NO_ACTION = ("もとの行動がジャーニーからなくなった。", "The actions it came from are no longer in the journey.")


class MeasuredQuestionDraft(Draft):
    """A question of which evidence says something. Its text stays."""

    number: str = Field(description="Number of the question, such as Q1")
    effects: list[EffectDraft]
    frequency_times: float = Field(description="How often it comes up for one customer …")
    frequency_per: Period = Field(description="… in this period")
    frequency_assumed: bool
    because: str = Field(description="The number or voice that the values rest on, with how many of how many people")


class LargerQuestionDraft(QuestionDraft):
    """A new question, larger or wider than the one it grows out of. Its values are assumptions."""

    grows_out_of: list[str] = Field(description="Numbers of the questions it grows out of, such as Q1; at least one")


class LetGoDraft(Draft):
    """A question that need not be pursued."""

    number: str
    because: str = Field(description="The number or voice that says that it matters less")


class ImpactReviewDraft(Draft):
    """Only questions whose values change, the new ones, and those to let go; all others stay as they are."""

    measured: list[MeasuredQuestionDraft]
    added: list[LargerQuestionDraft]
    let_go: list[LetGoDraft]


def impact_reviewed(
    draft: ImpactReviewDraft,
    before: QuestionSet,
    base: QuestionSet,
    actions: Collection[str],
    grounds: Grounds,
    *,
    taken: Collection[str],
    hourly_rate: float | None = None,
    locale: Locale,
) -> QuestionSet:
    """Old questions keep number and text; their values change where evidence says so. All are ranked anew.

    `base`: the questions with which this edition began; `before`: the last that people saw; new ones of `before` stand
    only if a person wrote them or the draft has them again. `actions`: ids of the corrected journey.
    """
    first = {q.id: q for q in base.questions}
    old = [q for q in before.questions if q.id in first or q.author]
    measured = {m.number.strip(): m for m in draft.measured}
    go = {one.number.strip(): one.because.strip() for one in draft.let_go if grounds.bear(one.because)}
    kept = [_measured(q, first.get(q.id, q), measured.get(q.id), grounds) for q in old]
    kept = [q.model_copy(update={"let_go": _let_go(q, first.get(q.id, q), go, actions, locale)}) for q in kept]
    seen = {q.text: q.id for q in before.questions if q.id not in {k.id for k in kept}}
    fresh = free_numbers("Q", {*taken, *first, *(q.id for q in before.questions)})
    known = {q.id for q in kept}
    added = [_added(one, seen.pop(one.text.strip(), ""), known) for one in draft.added]
    numbered = [q if q.id else q.model_copy(update={"id": next(fresh)}) for q in added]
    rate = hourly_rate if base.hourly_rate is None else base.hourly_rate
    return ranked(QuestionSet(questions=(*kept, *numbered), hourly_rate=rate, extra=before.extra))


def _measured(old: Question, first: Question, draft: MeasuredQuestionDraft | None, grounds: Grounds) -> Question:
    """`first`: as it stood when the edition began: what is put back to that is no longer measured."""
    if draft is None:
        return old
    effects = effects_of(draft.effects)
    frequency = Frequency(times=draft.frequency_times, per=draft.frequency_per, assumed=draft.frequency_assumed)
    same = (effects, frequency) == (first.effects, first.frequency)
    if not grounds.bear(draft.because):
        return first.model_copy(update={"let_go": old.let_go}) if same else old
    if not effects or frequency.times <= 0:
        return old
    earlier = Earlier(
        effects=first.effects,
        frequency=first.frequency,
        impacts=first.impacts,
        rank=first.rank,
        because=draft.because,
    )
    return old.model_copy(update={"effects": effects, "frequency": frequency, "earlier": earlier})


def _let_go(question: Question, first: Question, go: dict[str, str], actions: Collection[str], locale: Locale) -> str:
    if question.action_ids and not set(question.action_ids) & set(actions):
        return _NO_ACTION[0 if locale == "ja" else 1]
    return go.get(question.id, first.let_go)


def _added(draft: LargerQuestionDraft, identifier: str, known: Collection[str]) -> Question:
    return Question(
        id=identifier,
        kind=draft.kind,
        text=draft.text,
        action_ids=tuple(dict.fromkeys(draft.action_ids)),
        effects=tuple(e.model_copy(update={"assumed": True}) for e in effects_of(draft.effects)),
        frequency=Frequency(times=draft.frequency_times, per=draft.frequency_per, assumed=True),
        grows_out_of=tuple(dict.fromkeys(n.strip() for n in draft.grows_out_of if n.strip() in known)),
    )


def effects_of(drafts: list[EffectDraft]) -> tuple[Effect, ...]:
    """Effects that say an amount."""
    return tuple(
        Effect(direction=e.direction, amount=e.amount, unit=e.unit, assumed=e.assumed) for e in drafts if e.amount > 0
    )
