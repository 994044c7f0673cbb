"""Quality rules of the improvement edition's press release (METHOD, Refine)."""

import re
from collections.abc import Iterator, Sequence

from mlew.domain.base import Locale
from mlew.domain.mock_limits import MOST_STEPS
from mlew.domain.press_release import press_release_violations
from mlew.domain.proven_release import FirstReleaseDraft, ProvenReleaseDraft, Shown
from mlew.domain.proven_rule_texts import INTERNAL_TOPICS
from mlew.domain.violation import Violation, place, violation

_EXPECTED = re.compile(r"想定|見込|想像|仮定|（仮）|expect|assum|imagin", re.IGNORECASE)
_SAMPLE = re.compile(
    r"[0-9０-９]\s*(?:人|名|社|店|件|組)|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s+of\s+(?:the\s+)?\w+"
    r"|n\s*[=＝]\s*\d|\d\s*/\s*\d|\d+\s+(?:people|testers|customers|users|teams)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[0-9０-９]")
_YEARS = re.compile(
    r"[0-9０-９一二三四五六七八九十]\s*(?:か?年|[かヶ]月)|\b(?:\w+|\d+)\s+(?:years?|months?)\b", re.IGNORECASE
)


def proven_release_violations(
    draft: ProvenReleaseDraft, shown: Shown, *, open_questions: Sequence[str] = (), locale: Locale = "en"
) -> list[Violation]:
    """Those of the practice edition; real voices and measured effects where there are any; what goes wrong.

    `open_questions`: of reviewers, which nobody has answered yet.
    """
    return [
        *press_release_violations(draft, locale=locale),
        *_course(draft, locale),
        *_effect(draft, shown, locale),
        *_sources(draft, shown, locale),
        *_voices(draft, shown, locale),
        *_reviewers(draft, open_questions, locale),
        *(_reasons(draft, locale) if isinstance(draft, FirstReleaseDraft) else ()),
    ]


def _course(draft: ProvenReleaseDraft, locale: Locale) -> Iterator[Violation]:
    if sum(bool(step.strip()) for step in draft.abnormal_steps) < 2:
        yield violation("abnormal-course", place("abnormal_steps", locale), locale)
    if len(draft.steps) + len(draft.abnormal_steps) > MOST_STEPS:
        yield violation("steps-fit-mock", place("steps", locale), locale, most=MOST_STEPS)


def _effect(draft: ProvenReleaseDraft, shown: Shown, locale: Locale) -> Iterator[Violation]:
    if not draft.effect.strip() or _EXPECTED.search(draft.effect):
        return
    if not shown.proof:
        yield violation("effect-not-measured", "effect", locale)
    elif not _SAMPLE.search(draft.effect):
        yield violation("effect-shown", "effect", locale)


def _sources(draft: ProvenReleaseDraft, shown: Shown, locale: Locale) -> Iterator[Violation]:
    known = ", ".join(sorted(shown.ids, key=lambda i: (i[:1], len(i), i))) or "–"
    for entry in draft.faq:
        for unknown in entry.rests_on:
            if unknown not in shown.ids:
                yield violation("known-source", entry.question[:60], locale, unknown=unknown, known=known)


def _voices(draft: ProvenReleaseDraft, shown: Shown, locale: Locale) -> Iterator[Violation]:
    answers = [entry for entry in draft.faq if entry.topic == "voices"]
    ids = {voice.id for voice in shown.voices}
    if not answers or any(ids.intersection(entry.rests_on) for entry in answers):
        return
    if ids:
        yield violation("real-voices", place("faq", locale), locale)
    elif not any(_EXPECTED.search(entry.answer) for entry in answers):
        yield violation("voices-imagined", place("faq", locale), locale)


def _reviewers(draft: ProvenReleaseDraft, open_questions: Sequence[str], locale: Locale) -> Iterator[Violation]:
    answered = {entry.question.strip() for entry in draft.faq if entry.answer.strip()}
    for question in open_questions:
        if question.strip() not in answered:
            yield violation("reviewer-answered", place("faq", locale), locale, question=question)


def _reasons(draft: FirstReleaseDraft, locale: Locale) -> Iterator[Violation]:
    """Provider's message and internal FAQ."""
    where = place("provider", locale)
    texts = draft.provider.model_dump()
    for field, text in texts.items():
        if not text.strip():
            yield violation("form-complete", where, locale, field=field)
    if texts["target"].strip() and not _YEARS.search(texts["target"]):
        yield violation("provider-target", where, locale)
    if texts["customers"].strip() and not _FIGURE.search(texts["customers"]):
        yield violation("provider-customers", where, locale)
    for topic, names in INTERNAL_TOPICS.items():
        answers = " ".join(entry.answer for entry in draft.internal_faq if entry.topic == topic)
        if not answers.strip():
            what = names[0 if locale == "ja" else 1]
            yield violation("internal-topic", place("internal_faq", locale), locale, what=what)
        elif topic == "continue" and not _FIGURE.search(answers):
            yield violation("stop-line", place("internal_faq", locale), locale)
