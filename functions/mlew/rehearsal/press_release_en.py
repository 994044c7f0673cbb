"""How a press release reads in English."""

import re
from typing import TYPE_CHECKING

from mlew.domain.press_release import FaqDraft, PressReleaseDraft
from mlew.rehearsal.amounts import write_minutes, write_money
from mlew.rehearsal.language import quote, short_name, shorten
from mlew.rehearsal.verbs_en import gerund_phrase

if TYPE_CHECKING:
    from mlew.rehearsal.press_release import Story


def written(story: "Story") -> PressReleaseDraft:
    """The whole of it."""
    service = shorten(story.invention.name, 40)
    return PressReleaseDraft(
        headline=f"{service} – {_promise(story)}",
        release_date=story.facts.release,
        company=story.facts.company or "Our company (working name)",
        service=service,
        first_place=_first_place(story, service),
        who_and_when=f"{_who(story.segment)}, when it is time to {_moment(story)}",
        now_possible=f"From today it is enough to give {story.activity.words.input}, and {_possible(story)}.",
        norm_changed=_norm(story),
        effect=_effect(story),
        steps=_steps(story, service),
        faq=_faq(story, service),
    )


def _who(segment: str) -> str:
    first = re.split(r"\s*[(（.]|\s–\s", segment.strip())[0].strip()
    return shorten(first, 60) or "Customers"


def _promise(story: "Story") -> str:
    if story.second:
        return f"{gerund_phrase(story.first.brief)} and {gerund_phrase(story.second.brief)} become one step"
    return story.activity.words.relief


def _moment(story: "Story") -> str:
    return story.first.do if story.second is None else f"{story.first.do} and then {story.second.brief}"


def _possible(story: "Story") -> str:
    if story.second:
        return f"{story.first.doing} and {story.second.doing} are done in one go"
    return story.activity.words.relief


def _norm(story: "Story") -> str:
    if story.second:
        return f"Until today everybody took it for granted that {story.first.doing} and {story.second.doing} are two separate jobs."
    return f"Until today everybody took it for granted that you cannot {story.first.do} without {story.activity.words.hindrance}."


def _effect(story: "Story") -> str:
    if story.saved:
        each = write_minutes(round(story.minutes), round(story.minutes), "en") if story.minutes >= 1 else "a moment"
        return f"What takes {each} each time gets lighter: about {story.saved:,} hours a year back for each customer (expected)."
    return f"About {story.invention.resolution_percent:g} % of today's effort is gone (expected)."


def _first_place(story: "Story", service: str) -> str:
    if story.facts.product:
        return f"The {quote(service, 'en')} button on the first screen of {short_name(story.facts.product, 60)}"
    return f"A message about {quote(service, 'en')} on the phone that customers use every day"


def _steps(story: "Story", service: str) -> list[str]:
    words = story.activity.words
    last = (story.second or story.first).doing
    known = [quote(shorten(n, 40), "en") for n in story.invention.solution_names[:2]]
    made = f"{' and '.join(known)} go to work, and p" if known else "P"
    place = _first_place(story, service)
    return [
        f"Tap this to begin: {place[:1].lower()}{place[1:]}.",
        f"Give {words.input}, and tap “Do it for me” (about {story.use} min).",
        f"{made}roposals appear on the screen, each with its reason.",
        "Tap whatever does not fit and change it on the spot. The change is remembered for next time.",
        f"Tap “Go ahead”: {last} is done, and a message confirms it.",
    ]


def _faq(story: "Story", service: str) -> list[FaqDraft]:
    words = story.activity.words
    fee = write_money(story.fee, story.facts.currency, "en")
    entries = [
        FaqDraft(
            topic="cost",
            question="What does it cost, and how much time does it take?",
            answer=f"The first 30 days are free, then {fee} a month (expected price). Signing up takes about {story.set_up} minutes, each use about {story.use} min.",
        ),
        FaqDraft(
            topic="voices",
            question="What do people who use it say?",
            answer=f"(Imagined until real voices replace it.) “I used to think: ‘{words.feelings[0]}’ Now {words.relief}, and that time goes into my real work.”",
        ),
        FaqDraft(
            topic="difference",
            question="How does it differ from what exists?",
            answer=_difference(story, service),
        ),
        FaqDraft(
            topic="other",
            question="What if a proposal is wrong?",
            answer="Nothing happens by itself. You always see it first and can change or drop it, and what you change improves the next proposal.",
        ),
        FaqDraft(
            topic="other",
            question="What happens to the data that I give?",
            answer="It is used to make your proposals and to improve your next ones, for nothing else. You can delete all of it in the settings at any time.",
        ),
    ]
    if story.honest:
        entries.append(
            FaqDraft(
                topic="other",
                question="We are used to our way. Why should we change?",
                answer=f"If it works well, you need not. On the day when {words.hindrance} becomes a burden, use {service} for just that part.",
            )
        )
    entries += [
        FaqDraft(
            topic="other",
            question=comment
            if comment.endswith("?")
            else f"Some say: {quote(shorten(comment.rstrip('.'), 120), 'en')}. What do you answer?",
            answer=f"We take it up in the first version of {service}, and go on from what people tell us when they try it (expected).",
        )
        for comment in story.comments
    ]
    return entries


def _difference(story: "Story", service: str) -> str:
    names = [quote(shorten(n, 40), "en") for n in story.invention.solution_names[:3]]
    if len(names) > 1:
        joined = f"{', '.join(names[:-1])} and {names[-1]}"
        return f"So far, {joined} were used apart, each on its own. {service} joins them in one flow, so that {_possible(story)}."
    return f"What exists takes away a part of the effort. With {service}, {_possible(story)}."
