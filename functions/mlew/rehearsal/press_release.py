"""Refine: a press release with FAQ for the chosen invention."""

from dataclasses import dataclass

from mlew.domain.base import Locale
from mlew.domain.invention import Invention, InventionSet
from mlew.domain.journey import Journey
from mlew.domain.press_release import FaqDraft, PressReleaseDraft, template_tokens
from mlew.domain.question import QuestionSet
from mlew.rehearsal import press_release_en, press_release_ja
from mlew.rehearsal.activity import Activity, activity_of
from mlew.rehearsal.amounts import spent
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.facts import Facts
from mlew.rehearsal.language import action_phrase
from mlew.rehearsal.phrase import Phrase

_FEES = {"JPY": (980, 1480, 1980, 2980, 4980), "USD": (9, 15, 19, 29, 49), "EUR": (9, 15, 19, 29, 49)}


@dataclass(frozen=True)
class Story:
    """All that the wording of a press release needs.

    `minutes`: what the action takes today; `saved`: hours a year that one customer saves (0 = not known);
    `fee`: a month, in the currency of the facts.
    """

    facts: Facts
    invention: Invention
    segment: str
    first: Phrase
    second: Phrase | None
    activity: Activity
    minutes: float
    saved: int
    fee: int
    set_up: int
    use: int
    comments: tuple[str, ...]
    honest: bool


def compose_press_release(
    journey: Journey, questions: QuestionSet, inventions: InventionSet, *, facts: Facts, locale: Locale, asked: Asked
) -> PressReleaseDraft:
    """As if it came out tomorrow. `inventions` holds the chosen one only."""
    invention = inventions.find(inventions.chosen) or inventions.inventions[0]
    return told(story_of(journey, questions, invention, facts=facts, locale=locale, asked=asked), locale)


def told(story: Story, locale: Locale) -> PressReleaseDraft:
    """The whole of it, with no place left open."""
    write = press_release_ja.written if locale == "ja" else press_release_en.written
    return _filled_in(write(story), locale)


def story_of(
    journey: Journey, questions: QuestionSet, invention: Invention, *, facts: Facts, locale: Locale, asked: Asked
) -> Story:
    """What there is to tell of an invention."""
    question = next((q for q in questions.questions if q.id in invention.question_ids), None)
    ids = question.action_ids if question else ()
    actions = [a for a in journey.actions if a.id in ids] or list(journey.actions[:1])
    first = action_phrase(actions[0].text if actions else invention.name, locale)
    joins = question is not None and question.kind == "continuous" and len(actions) > 1
    impacts = [i for i in question.impacts if i.dimension == "time"] if question else []
    chance = Chance(locale, asked.seed("honest-faq"), invention.name, invention.how_solved)
    prices = [p for c in asked.comments for p in prices_in(c, facts.currency)]
    return Story(
        facts=facts,
        invention=invention,
        segment=journey.segment,
        first=first,
        second=action_phrase(actions[-1].text, locale) if joins else None,
        activity=activity_of(first.do, locale),
        minutes=impacts[0].each if impacts else 0.0,
        saved=round(sum(i.per_year for i in impacts) / 60 * invention.resolution_percent / 100),
        fee=prices[0] if prices else chance.pick("fee", _FEES[facts.currency]),
        set_up=chance.pick("set_up", (3, 5, 10)),
        use=chance.pick("use", (1, 2, 3)),
        comments=asked.comments,
        honest=asked.wants("honest-faq"),
    )


def prices_in(text: str, currency: str) -> list[int]:
    """Amounts of this currency, in order."""
    units = {"JPY": "yen", "USD": "usd", "EUR": "eur"}
    return [round(s.quantity.middle) for s in spent(text) if s.quantity.unit == units[currency]]


def _filled_in(draft: PressReleaseDraft, locale: Locale) -> PressReleaseDraft:
    """Places of a template that came in with the customer's own words are marked as open, in words."""
    open_ = "（未定）" if locale == "ja" else "(open)"

    def clean(text: str) -> str:
        for token in template_tokens(text):
            text = text.replace(token, open_)
        return text

    message = {name: clean(value) for name, value in draft.model_dump(exclude={"steps", "faq"}).items()}
    faq = [FaqDraft(topic=f.topic, question=clean(f.question), answer=clean(f.answer)) for f in draft.faq]
    return PressReleaseDraft(**message, steps=[clean(s) for s in draft.steps], faq=faq)
