"""What nobody has verified, each with where it stands."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mlew.documents.ears import quoted
from mlew.documents.hand_over_source import HandOver
from mlew.documents.page import document
from mlew.domain.base import Locale
from mlew.domain.press_release import template_tokens


class Assumption(NamedTuple):
    """`id`: "A1", "A2", …; `source`: artifact and id in the workshop's words."""

    id: str
    source: str
    text: str


def assumptions(one: HandOver, locale: Locale) -> list[Assumption]:
    """Of journey, questions, invention, FAQ and criteria that are not sure, in the workshop's order."""
    found = [*_journey(one, locale), *_questions(one, locale), *_release(one, locale), *_criteria(one, locale)]
    return [Assumption(f"A{n}", source, text) for n, (source, text) in enumerate(found, 1)]


def write_assumptions(open_ones: Sequence[Assumption], locale: Locale) -> str:
    """Each marked, with a box to tick when somebody has found out."""
    ja = locale == "ja"
    mark = "（仮定）" if ja else "(assumed)"
    nothing = "仮定と記されたものはありません。" if ja else "Nothing is marked as assumed."
    lines = [f"- [ ] {one.id} {one.source}: {one.text} {mark}" for one in open_ones]
    return document(f"# {'確かめていない仮定' if ja else 'Open assumptions'}", "\n".join(lines) or nothing)


def _journey(one: HandOver, locale: Locale) -> Iterator[tuple[str, str]]:
    for action in one.journey.actions if one.journey else ():
        if action.assumed:
            yield f"Listen {action.id}", quoted(action.text, locale)
        for resource in action.resources:
            if resource.assumed:
                yield f"Listen {action.id}", quoted(resource.text, locale)


def _questions(one: HandOver, locale: Locale) -> Iterator[tuple[str, str]]:
    invention, ja = one.invention, locale == "ja"
    chosen = invention.question_ids if invention else ()
    for question in one.questions.questions if one.questions else ():
        if question.id in chosen and (question.frequency.assumed or any(e.assumed for e in question.effects)):
            what = "の量か頻度" if ja else ", its amount or frequency"
            yield f"Define {question.id}", f"{quoted(question.text, locale)}{what}"
    if invention and invention.resolution_percent:
        share = f"{invention.resolution_percent:g} %"
        text = f"問いの影響の {share} を解決する" if ja else f"resolves {share} of the questions' impact"
        yield f"Invent {invention.id}", text


def _release(one: HandOver, locale: Locale) -> Iterator[tuple[str, str]]:
    for faq in (*one.release.faq, *one.release.internal_faq):
        if faq.assumed:
            yield "Refine FAQ", f"{quoted(faq.question, locale)} → {quoted(faq.answer, locale)}"
    left = "ひな型のまま残っている" if locale == "ja" else "left from the template"
    texts = [*one.release.message.model_dump().values(), *(step.text for step in one.release.steps)]
    for token in dict.fromkeys(token for text in texts for token in template_tokens(text)):
        yield "Refine", f"{quoted(token, locale)} {left}"


def _criteria(one: HandOver, locale: Locale) -> Iterator[tuple[str, str]]:
    """Passed for now is not sure; what has no result is known to nobody."""
    results = {result.criterion.id: result for result in one.verdict.results}
    provisional, unknown = (
        ("達成しているが、まだ仮の結果", "まだ結果がない")
        if locale == "ja"
        else ("passed, but provisional", "has no result yet")
    )
    for criterion in one.criteria:
        result = results.get(criterion.id)
        if result is None or result.outcome not in ("passed", "failed"):
            yield f"Test/Iterate {criterion.id}", f"{quoted(criterion.statement, locale)} {unknown}"
        elif result.outcome == "passed" and result.certainty == "provisional":
            yield f"Test/Iterate {criterion.id}", f"{quoted(criterion.statement, locale)} {provisional}"
    if one.verdict.simulated:
        said = "数字は模擬の操作によるもの" if locale == "ja" else "the numbers were simulated"
        yield "Test/Iterate", said
