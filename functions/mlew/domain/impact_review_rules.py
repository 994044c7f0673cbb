"""Quality rules of impact measured again and of larger questions (METHOD, Define: Improvement)."""

from collections.abc import Iterator

from mlew.domain.base import Locale
from mlew.domain.grounds import Grounds, reason_violations
from mlew.domain.impact_review import ImpactReviewDraft, LargerQuestionDraft, MeasuredQuestionDraft, effects_of
from mlew.domain.journey import Journey
from mlew.domain.journey_review_notes import is_easy
from mlew.domain.quantity import Unit, dimension
from mlew.domain.question import (
    KIND_NAMES,
    Frequency,
    Question,
    QuestionDraft,
    QuestionSet,
    written_question_violations,
)
from mlew.domain.violation import Violation, place, violation

FEWEST, MOST = 3, 8
"""New questions."""
FROM_EASY_STAGES = 2


def impact_review_violations(
    draft: ImpactReviewDraft,
    before: QuestionSet,
    base: QuestionSet,
    journey: Journey,
    grounds: Grounds,
    *,
    locale: Locale = "en",
) -> list[Violation]:
    """No value changes without evidence; 3 to 8 new questions that grow out of old ones; both kinds for every action.

    `base`: the questions with which this edition began; `before`: the last ones that people saw.
    """
    first = {q.id: q for q in base.questions}
    old = {q.id: q for q in before.questions if q.id in first or q.author}
    return [
        *_measured_violations(draft, old, first, grounds, locale),
        *_let_go_violations(draft, old, grounds, locale),
        *_added_violations(draft, old, journey, locale),
        *_together_violations(draft, old, journey, locale),
        *reason_violations(grounds, ((m.number, m.because) for m in draft.measured), locale),
        *reason_violations(grounds, ((m.number, m.because) for m in draft.let_go), locale),
    ]


def _measured_violations(
    draft: ImpactReviewDraft, old: dict[str, Question], first: dict[str, Question], grounds: Grounds, locale: Locale
) -> Iterator[Violation]:
    numbers = [m.number.strip() for m in draft.measured]
    for one in draft.measured:
        number = one.number.strip()
        question = old.get(number)
        if question is None:
            yield violation("known-question", number, locale, unknown=number, known=", ".join(old))
            continue
        if numbers.count(number) > 1:
            yield violation("question-once", number, locale, question=number)
        before = (question, first.get(number, question))
        if not grounds.bear(one.because) and not any(_same(one, q) for q in before):
            yield violation("value-needs-evidence", number, locale)
        yield from _values(one, question, locale)


def _values(one: MeasuredQuestionDraft, question: Question, locale: Locale) -> Iterator[Violation]:
    """The rules that every question keeps, as far as they speak of values."""
    written = QuestionDraft(
        kind=question.kind,
        text=question.text,
        action_ids=list(question.action_ids),
        effects=one.effects,
        frequency_times=one.frequency_times,
        frequency_per=one.frequency_per,
        frequency_assumed=one.frequency_assumed,
    )
    about_values = ("effect-present", "effect-positive", "frequency-present", "fits-in-period")
    for found in written_question_violations(written, question.action_ids, locale):
        if found.rule in about_values:
            yield found


def _let_go_violations(
    draft: ImpactReviewDraft, old: dict[str, Question], grounds: Grounds, locale: Locale
) -> Iterator[Violation]:
    for one in draft.let_go:
        number = one.number.strip()
        if number not in old:
            yield violation("known-question", number, locale, unknown=number, known=", ".join(old))
        elif not grounds.bear(one.because):
            yield violation("let-go-needs-evidence", number, locale)


def _added_violations(
    draft: ImpactReviewDraft, old: dict[str, Question], journey: Journey, locale: Locale
) -> Iterator[Violation]:
    if not FEWEST <= len(draft.added) <= MOST:
        count = len(draft.added)
        yield violation("new-questions", place("questions", locale), locale, count=count, low=FEWEST, high=MOST)
    for kind, name in KIND_NAMES.items():
        if not any(q.kind == kind for q in draft.added):
            yield violation("new-kinds", place("questions", locale), locale, kind=name if locale == "ja" else kind)
    actions = tuple(a.id for a in journey.actions)
    texts = {q.text.strip() for q in old.values()}
    for one in draft.added:
        yield from written_question_violations(one, actions, locale)
        yield from _growth(one, old, texts, locale)
    easy = {a.id for stage in journey.stages if is_easy(stage.change_ease) for a in stage.actions}
    from_easy = sum(bool(easy & set(q.action_ids)) for q in draft.added)
    if easy and from_easy < FROM_EASY_STAGES:
        yield violation("from-easy-stages", place("questions", locale), locale, count=FROM_EASY_STAGES)


def _growth(one: LargerQuestionDraft, old: dict[str, Question], texts: set[str], locale: Locale) -> Iterator[Violation]:
    where = one.text.strip()[:60]
    for number in one.grows_out_of:
        if number.strip() not in old:
            yield violation("known-question", where, locale, unknown=number, known=", ".join(old))
    if not one.grows_out_of and old:
        yield violation("grows-out-of", where, locale)
    if one.text.strip() in texts:
        yield violation("question-new", where, locale)


def _together_violations(
    draft: ImpactReviewDraft, old: dict[str, Question], journey: Journey, locale: Locale
) -> Iterator[Violation]:
    """One currency; both kinds for every action that came into the journey or has lost its questions."""
    units: set[Unit] = {e.unit for m in draft.measured for e in m.effects}
    units |= {e.unit for q in draft.added for e in q.effects}
    units |= {e.unit for q in old.values() for e in q.effects}
    currencies = sorted(unit for unit in units if dimension(unit) == "money")
    if len(currencies) > 1:
        yield violation("one-currency", ", ".join(currencies), locale)
    asked = {(q.kind, action) for q in old.values() for action in q.action_ids}
    missing = {a.id for a in journey.actions if not any((kind, a.id) in asked for kind in KIND_NAMES)}
    if len(missing) > MOST // 2:
        return  # so many new actions cannot all get questions of both kinds among a few larger ones
    for action in sorted(missing, key=lambda a: (len(a), a)):
        for kind, name in KIND_NAMES.items():
            if not any(q.kind == kind and action in q.action_ids for q in draft.added):
                shown = name if locale == "ja" else kind
                yield violation("both-kinds", action, locale, action=action, kind=shown)


def _same(draft: MeasuredQuestionDraft, question: Question) -> bool:
    frequency = Frequency(times=draft.frequency_times, per=draft.frequency_per, assumed=draft.frequency_assumed)
    return (effects_of(draft.effects), frequency) == (question.effects, question.frequency)
