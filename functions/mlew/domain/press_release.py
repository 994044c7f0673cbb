"""Refine: a press release with FAQ as if it came out tomorrow (METHOD, Refine)."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from mlew.domain.base import Draft, Line, Locale, Model
from mlew.domain.course import Course
from mlew.domain.violation import Violation, place, violation

FaqTopic = Literal["cost", "voices", "difference", "other"]
SECTIONS = ("message", "steps", "faq", "provider", "internal_faq")
"""Sections that two people may edit at once; each has authors of its own. The last two: improvement edition."""


class FaqDraft(Draft):
    """One question of customers with its answer."""

    topic: FaqTopic = Field(
        description="cost: price and time; voices: what customers say, imagined; difference: from what exists"
    )
    question: str
    answer: str


class PressReleaseDraft(Draft):
    """PR/FAQ of the practice edition."""

    headline: str
    release_date: str = Field(description="A full date, as in the locale")
    company: str
    service: str = Field(description="Name of the service")
    first_place: str = Field(description="Where a customer meets it first")
    who_and_when: str = Field(description="Which customers, in which situation")
    now_possible: str = Field(description="What they can do from tomorrow")
    norm_changed: str = Field(description="What everybody took for granted until today")
    effect: str = Field(description="What changes for them, with a number if there is one")
    steps: list[str] = Field(description="The experience, step by step, from the first place to the result")
    faq: list[FaqDraft]


class Message(Model):
    """The message to customers."""

    headline: Line = ""
    release_date: Line = ""
    company: Line = ""
    service: Line = ""
    first_place: Line = ""
    who_and_when: Line = ""
    now_possible: Line = ""
    norm_changed: Line = ""
    effect: Line = ""


class Step(Model):
    """One step of the experience."""

    course: Course = "normal"
    text: Line


class Faq(Model):
    """`assumed`: imagined or not yet proven; voices always are until evidence replaces them."""

    topic: FaqTopic = "other"
    question: Line
    answer: Line
    assumed: bool = True


class Comment(Model):
    """A reviewer's remark on a section; `becomes_faq` when it was taken over as a FAQ entry."""

    section: str
    author: Line
    text: Line
    becomes_faq: bool = False


class Proof(Model):
    """A criterion that real people were measured by, in the workshop's words. `value`: with its sample."""

    criterion: Line
    statement: Line = ""
    value: Line = ""
    line: Line = ""
    outcome: Line = ""


class PressRelease(Model):
    """Artifact of Refine, one a pair. `proof`, `provider` and `internal_faq` belong to the improvement edition.

    `authors`: section → who wrote or changed it last, in order. `invention`: id of the invention it tells of.
    """

    pair: str
    invention: str = ""
    message: Message
    steps: tuple[Step, ...] = ()
    faq: tuple[Faq, ...] = ()
    proof: tuple[Proof, ...] = ()
    provider: str = ""
    internal_faq: tuple[Faq, ...] = ()
    comments: tuple[Comment, ...] = ()
    authors: dict[str, tuple[Line, ...]] = Field(default_factory=dict)
    extra: str = ""


_LATIN = r"A-Za-z0-9Ａ-Ｚａ-ｚ０-９"
_TOKEN = re.compile(
    r"[○◯〇]{2,}|△{2,}|□{2,}|×{2,}|(?<!★)☆{2,}|♡{2,}"
    rf"|(?<![{_LATIN}])[2２][0０][XＸ]{{2}}(?:\s*年(?:\s*[XＸ]\s*月)?|(?![{_LATIN}]))"
    rf"|(?<![{_LATIN}])[XＸ]\s*月(?:\s*[XYＸＹ]\s*日)?"
    r"|お客様の声\s*[①②③④⑤]"
    rf"|(?<![{_LATIN}])[NＮ](?:\s*年| years?(?![A-Za-z]))"
    r"|[\[［](?:Listen|Define|Invent|Refine)\s*[:：][^\]］]*[\]］]"
    rf"|(?<![{_LATIN}])TBD(?![{_LATIN}])"
)
_LINK = re.compile(r"!?\[[^\[\]]*\]\([^()\s]*\)")


def template_tokens(text: str) -> list[str]:
    """Places of the template that nobody filled in, in order. A Markdown link holds none."""
    return _TOKEN.findall(_LINK.sub(" ", text))


FIXED_TOPICS: dict[FaqTopic, tuple[str, str]] = {
    "cost": ("費用（金額と時間）", "what it costs in price and time"),
    "voices": ("お客様の声", "what customers say"),
    "difference": ("これまでにあるものとの違い", "the difference from what exists"),
}
"""Questions that may be added to, not removed (METHOD, Refine)."""
_PRICE = re.compile(r"\d|無料|free", re.IGNORECASE)
_TIME = re.compile(r"分|時間|日|秒|minute|hour|day|second|week|month", re.IGNORECASE)


def press_release_violations(draft: PressReleaseDraft, *, locale: Locale = "en") -> list[Violation]:
    """Message complete, steps clickable, the three fixed questions answered, no template left (METHOD, Refine)."""
    message = {name: getattr(draft, name) for name in Message.model_fields}
    found = [violation("message-complete", f, locale, field=f) for f, text in message.items() if not text.strip()]
    if sum(bool(step.strip()) for step in draft.steps) < 3:
        found.append(violation("enough-steps", place("steps", locale), locale))
    found += _faq_violations(draft.faq, locale)
    tokens = dict.fromkeys(token for text in texts_of(draft.model_dump()) for token in template_tokens(text))
    return [*found, *(violation("template-left", token, locale, token=token) for token in tokens)]


def texts_of(value: object) -> Iterator[str]:
    """All texts in nested data, in order."""
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
        yield from texts_of(inner)


def _faq_violations(faq: Sequence[FaqDraft], locale: Locale) -> list[Violation]:
    found: list[Violation] = []
    for topic, names in FIXED_TOPICS.items():
        entries = [f for f in faq if f.topic == topic]
        if not any(f.answer.strip() for f in entries):
            text = "faq-unanswered" if entries else "faq-missing"
            what = names[0 if locale == "ja" else 1]
            found.append(violation(f"faq-{topic}", place("faq", locale), locale, text=text, what=what))
    costs = " ".join(f"{f.question} {f.answer}" for f in faq if f.topic == "cost")
    if costs and not (_PRICE.search(costs) and _TIME.search(costs)):
        found.append(violation("faq-cost-figures", place("faq", locale), locale))
    return found


def press_release_from(draft: PressReleaseDraft, *, pair: str, invention: str, author: str) -> PressRelease:
    """The artifact, with `author` on each section. All FAQ answers start as assumptions."""
    return PressRelease(
        pair=pair,
        invention=invention,
        message=Message(**draft.model_dump(exclude={"steps", "faq"})),
        steps=tuple(Step(text=t) for t in draft.steps),
        faq=tuple(Faq(**f.model_dump()) for f in draft.faq),
        authors=dict.fromkeys(("message", "steps", "faq"), (author,)),
    )
