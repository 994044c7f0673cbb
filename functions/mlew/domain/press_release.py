"""Refine: a press release with FAQ as if it came out tomorrow (METHOD, Refine)."""

import re
from typing import Literal

from pydantic import Field

from mlew.domain.base import Draft, Line, Model
from mlew.domain.violation import Violation

FaqTopic = Literal["cost", "voices", "difference", "other"]
Course = Literal["normal", "abnormal"]
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


class PressRelease(Model):
    """Artifact of Refine, one a pair. `provider` and `internal_faq` belong to the improvement edition.

    `authors`: section → who wrote or changed it last, in order. `invention`: id of the invention it tells of.
    """

    pair: str
    invention: str = ""
    message: Message
    steps: tuple[Step, ...] = ()
    faq: tuple[Faq, ...] = ()
    provider: str = ""
    internal_faq: tuple[Faq, ...] = ()
    comments: tuple[Comment, ...] = ()
    authors: dict[str, tuple[Line, ...]] = Field(default_factory=dict)
    extra: str = ""


_TOKENS = re.compile(
    r"[○◯〇]{2,}|△△|□□|××|☆☆|♡♡|20XX\s*年|X\s*月\s*Y\s*日|X\s*月|お客様の声\s*[①②③]|(?<![0-9０-９A-Za-z])N\s*年"
    r"|\[(?:Listen|Define|Invent|Refine)\s*[::：][^\]]*\](?!\()|(?<![A-Za-z])TBD(?![A-Za-z])"
)


def template_tokens(text: str) -> list[str]:
    """Places of the template that nobody filled in (DESIGN §4), in order. Markdown links are not tokens."""
    return [m.group(0) for m in _TOKENS.finditer(text)]


def press_release_violations(draft: PressReleaseDraft) -> list[Violation]:
    """Message complete, steps clickable, the three fixed questions answered, no template left (METHOD, Refine)."""
    found: list[Violation] = []
    for name, value in draft.model_dump(exclude={"steps", "faq"}).items():
        if not value.strip():
            found.append(Violation(rule="message-complete", where=name, message=f"'{name}' is empty."))
    if len(draft.steps) < 3:
        found.append(
            Violation(
                rule="enough-steps",
                where="steps",
                message="Write at least 3 steps, from the first place to the result.",
            )
        )
    for topic, what in (
        ("cost", "what it costs in price and time"),
        ("voices", "what customers say"),
        ("difference", "the difference from what exists"),
    ):
        entries = [f for f in draft.faq if f.topic == topic]
        if not entries:
            found.append(Violation(rule=f"faq-{topic}", where="faq", message=f"A question on {what} is missing."))
        elif not any(f.answer.strip() for f in entries):
            found.append(Violation(rule=f"faq-{topic}", where="faq", message=f"The question on {what} has no answer."))
    costs = " ".join(f.question + f.answer for f in draft.faq if f.topic == "cost")
    if costs and not (
        re.search(r"\d|無料|free", costs) and re.search(r"分|時間|日|秒|minute|hour|day|second", costs, re.I)
    ):
        found.append(
            Violation(rule="faq-cost-figures", where="faq", message="The answer on cost names a price and a time.")
        )
    everything = [
        *draft.model_dump(exclude={"steps", "faq"}).values(),
        *draft.steps,
        *(f.question + "\n" + f.answer for f in draft.faq),
    ]
    for token in dict.fromkeys(t for text in everything for t in template_tokens(text)):
        found.append(
            Violation(
                rule="template-left",
                where=token,
                message=f"'{token}' is left from the template. Write what it stands for.",
            )
        )
    return found


def press_release_from(draft: PressReleaseDraft, *, pair: str, invention: str, author: str) -> PressRelease:
    """The artifact, with `author` on each section. All FAQ answers start as assumptions."""
    return PressRelease(
        pair=pair,
        invention=invention,
        message=Message(**draft.model_dump(exclude={"steps", "faq"})),
        steps=tuple(Step(text=t) for t in draft.steps),
        faq=tuple(Faq(**f.model_dump()) for f in draft.faq),
        authors={section: (author,) for section in ("message", "steps", "faq")},
    )
