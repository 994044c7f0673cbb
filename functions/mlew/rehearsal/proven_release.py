"""Refine of the improvement edition: the press release again, by what people showed."""

import re
from dataclasses import dataclass, replace

from mlew.domain.base import Locale
from mlew.domain.invention import InventionSet
from mlew.domain.journey import Journey
from mlew.domain.press_release import FIXED_TOPICS, PressRelease, PressReleaseDraft, template_tokens
from mlew.domain.proven_release import (
    FirstReleaseDraft,
    InternalFaqDraft,
    ProvenReleaseDraft,
    ProviderDraft,
    ShownFaqDraft,
)
from mlew.domain.question import QuestionSet
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.facts import facts_of
from mlew.rehearsal.heard import Heard
from mlew.rehearsal.language import shorten
from mlew.rehearsal.press_release import Story, prices_in, story_of, told
from mlew.rehearsal.proven_release_words import WORDS, ProvenWords

_FIRST = re.compile(r"^- (?:最優先の一本|Goes first)\s*[：:]\s*(?:はい|yes)", re.MULTILINE)
_SAID = re.compile(
    r"^- (?P<label>なぜ今か|使える資金|投資判断の N|Why now|Money available|N of [^:：]+)\s*[：:]\s*(?P<text>.+)$"
)
_CUSTOMERS = (1200, 2400, 3600, 8000)
_SHARES = (10, 20, 30)
_YEARS = (2, 3)
_TAKEN_UP = ("real-voices", "when-it-fails", "proven-only")


@dataclass(frozen=True)
class _Pitch:
    """`names` fill the braces of the words; `said`: facts that people gave."""

    words: ProvenWords
    names: dict[str, str]
    why_now: str
    budget: str


def compose_proven_release(
    journey: Journey,
    questions: QuestionSet,
    inventions: InventionSet,
    *,
    former: PressRelease | None,
    heard: Heard,
    facts: str,
    locale: Locale,
    asked: Asked,
) -> ProvenReleaseDraft:
    """As the practice edition writes it, with real voices, measured effects, and what happens when it goes wrong."""
    known = facts_of(facts, locale)
    invention = inventions.find(inventions.chosen) or inventions.inventions[0]
    story = story_of(journey, questions, invention, facts=known, locale=locale, asked=asked)
    seen = [p for f in (former.faq if former else ()) if f.topic == "cost" for p in prices_in(f.answer, known.currency)]
    if seen and not any(prices_in(c, known.currency) for c in asked.comments):
        story = replace(story, fee=seen[0])  # the price by which people decided
    base = told(story, locale)
    words = WORDS[locale]
    fields = {
        **base.model_dump(exclude={"faq", "effect"}),
        "effect": _effect(base.effect, heard, words, measured_only=asked.wants("proven-only")),
        "abnormal_steps": _abnormal(heard, words, more=asked.wants("when-it-fails")),
        "faq": [f.model_dump() for f in _faq(base, former, heard, words, all_voices=asked.wants("real-voices"))],
    }
    if _FIRST.search(facts):
        pitch = _pitch(story, base, facts, locale, asked)
        fields |= {"provider": _provider(pitch).model_dump(), "internal_faq": _internal(pitch)}
        return FirstReleaseDraft.model_validate(_filled_in(fields, locale))
    return ProvenReleaseDraft.model_validate(_filled_in(fields, locale))


def _effect(expected: str, heard: Heard, words: ProvenWords, *, measured_only: bool) -> str:
    results = sorted(heard.results, key=lambda r: (not re.search(r"\d", r.value), not r.passed))
    if not results:
        return expected
    shown = results[0]
    told = words.measured if shown.passed else words.missed
    statement = re.sub(r"\s*[（(][^（()）]*[)）]", "", shown.statement)
    measured = told.format(statement=_plain(statement, 80), value=shown.value)
    return measured if measured_only and re.search(r"\d", shown.value) else f"{expected}{words.space}{measured}"


def _abnormal(heard: Heard, words: ProvenWords, *, more: bool) -> list[str]:
    """From where people hesitated; without anybody, from what goes wrong anywhere."""
    stuck = [words.stuck.format(voice=_plain(v.text, 60)) for v in heard.hesitant[:1]]
    return [words.missing, *(stuck or [words.unconvinced]), *([words.slow] if more else []), words.leave]


def _faq(
    base: PressReleaseDraft,
    former: PressRelease | None,
    heard: Heard,
    words: ProvenWords,
    *,
    all_voices: bool,
) -> list[ShownFaqDraft]:
    cited = [v.id for v in (*heard.warm[: 4 if all_voices else 2], *heard.hesitant[: 3 if all_voices else 1])]
    found = [
        ShownFaqDraft(topic="voices", question=f.question, answer=words.voices, rests_on=cited)
        if f.topic == "voices" and cited
        else ShownFaqDraft(**f.model_dump(), rests_on=[])
        for f in base.faq
    ]
    if heard.results:
        listed = words.comma.join(f"{r.id} {r.value}" for r in heard.results)
        answer = words.proof.format(results=listed)
        ids = [r.id for r in heard.results]
        found.append(ShownFaqDraft(topic="other", question=words.proven, answer=answer, rests_on=ids))
    asked = {f.question for f in found}
    for entry in former.faq if former else ():
        if entry.question and not entry.answer and entry.question not in asked:
            topic = entry.topic if entry.topic not in FIXED_TOPICS else "other"
            found.append(ShownFaqDraft(topic=topic, question=entry.question, answer=words.reviewer, rests_on=[]))
            asked.add(entry.question)
    return found


def _pitch(story: Story, base: PressReleaseDraft, facts: str, locale: Locale, asked: Asked) -> _Pitch:
    words = WORDS[locale]
    said = {m["label"]: m["text"].strip() for m in map(_SAID.match, facts.splitlines()) if m}
    chance = Chance(locale, asked.seed(*_TAKEN_UP), base.service, story.invention.how_solved)
    base_number = chance.pick("customers", _CUSTOMERS)
    share = chance.pick("share", _SHARES)
    multiple = next((text.split()[0] for label, text in said.items() if "N" in label), "3")
    solutions = [shorten(n, 40) for n in story.invention.solution_names[:3]]
    names = {
        "service": base.service,
        "company": story.facts.company or words.company,
        "product": shorten(story.facts.product, 40) or words.product,
        "hindrance": story.activity.words.hindrance,
        "relief": story.activity.words.relief,
        "customers": f"{base_number:,}",
        "share": str(share),
        "reached": f"{base_number * share // 100:,}",
        "solutions": words.comma.join(solutions) or base.service,
        "fee": words.money(story.fee, story.facts.currency),
        "revenue": words.money(story.fee * 12 * (base_number * share // 100), story.facts.currency),
        "years": str(chance.pick("years", _YEARS)),
        "n": multiple,
        "loss": words.loss.format(hours=f"{story.saved:,}") if story.saved else words.effort,
    }
    budget = next((t for label, t in said.items() if label in ("使える資金", "Money available")), "")
    why_now = next((t for label, t in said.items() if label in ("なぜ今か", "Why now")), "")
    return _Pitch(words, names, _plain(why_now, 200), _plain(budget, 80))


def _provider(pitch: _Pitch) -> ProviderDraft:
    words, names = pitch.words, pitch.names
    given = words.given.format(text=pitch.why_now) if pitch.why_now else ""
    money = words.budget.format(text=pitch.budget) if pitch.budget else words.no_budget
    return ProviderDraft(
        why_now=given + words.why_now.format(**names),
        why_us=words.why_us.format(**names),
        customers=words.customers.format(**names),
        means=words.means.format(**names) + money,
        target=words.target.format(**names),
    )


def _internal(pitch: _Pitch) -> list[dict[str, str]]:
    return [
        InternalFaqDraft(topic=topic, question=question, answer=answer.format(**pitch.names)).model_dump()
        for topic, question, answer in pitch.words.internal
    ]


def _plain(text: str, limit: int) -> str:
    """One line without the quotation marks of its language, ready to be quoted."""
    return shorten(re.sub(r"[「」『』“”\"]", "", text), limit).rstrip("。.")


def _filled_in(value: object, locale: Locale) -> object:
    """Places of a template that came in with people's own words are marked as open, in words."""
    if isinstance(value, dict):
        return {name: _filled_in(inner, locale) for name, inner in value.items()}
    if isinstance(value, list):
        return [_filled_in(inner, locale) for inner in value]
    if isinstance(value, str):
        for token in template_tokens(value):
            value = value.replace(token, "（未定）" if locale == "ja" else "(open)")
    return value
