"""The press release of the improvement edition: what real people showed, and what happens when it goes wrong (METHOD).

Of the invention that goes first also why it is offered at all: the provider's message and the internal FAQ.
"""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from mlew.domain.base import Draft, Line, Model
from mlew.domain.press_release import Faq, FaqDraft, Message, PressRelease, PressReleaseDraft, Proof, Step

InternalTopic = Literal["continue", "advantage", "revenue", "partners", "other"]


class ShownFaqDraft(FaqDraft):
    """One question of customers with its answer."""

    answer: str = Field(description="Without quotations of voices: they are put below it, word by word")
    rests_on: list[str] = Field(
        description="Ids of the voices (V1, …) and criteria (C1, …) that show it; empty if nobody has shown it yet"
    )


class ProvenReleaseDraft(PressReleaseDraft):
    """PR/FAQ of the improvement edition. `steps` is the normal course."""

    abnormal_steps: list[str] = Field(
        description="Where it goes wrong: what the customer sees, and how they go on or leave content"
    )
    faq: list[ShownFaqDraft]  # type: ignore[assignment]  # the same question, with what it rests on


class ProviderDraft(Draft):
    """The message from the provider."""

    why_now: str = Field(description="What was not possible before, or is lost by waiting")
    why_us: str = Field(description="What others cannot copy soon")
    customers: str = Field(description="How many have the problem, and how that number was found")
    means: str = Field(description="Own technology, data, partners and money")
    target: str = Field(description="What is aimed at, within how many years")


class InternalFaqDraft(Draft):
    """One question that is asked inside the company."""

    topic: InternalTopic = Field(
        description="continue: when and by which value to go on or stop; advantage: how it is judged; "
        "revenue: period and revenue; partners"
    )
    question: str
    answer: str


class FirstReleaseDraft(ProvenReleaseDraft):
    """Of the invention that goes first."""

    provider: ProviderDraft
    internal_faq: list[InternalFaqDraft]


class Voice(Model):
    """What a person said, without personal data. `line`: quoted, with its id, what kind of person said it and where."""

    id: str
    line: Line


class Shown(Model):
    """What real people showed so far: voices that may be quoted, and criteria with their values."""

    voices: tuple[Voice, ...] = ()
    proof: tuple[Proof, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """What an answer can rest on."""
        return frozenset((*(v.id for v in self.voices), *(p.criterion for p in self.proof)))


def proven_release_from(
    draft: ProvenReleaseDraft,
    shown: Shown,
    *,
    pair: str,
    invention: str,
    author: str,
    provider_labels: Sequence[str],
) -> PressRelease:
    """The artifact. Voices stand as they were said, with their origin; an answer that rests on nothing is assumed."""
    first = isinstance(draft, FirstReleaseDraft)
    sections = ("message", "steps", "faq", *(("provider", "internal_faq") if first else ()))
    return PressRelease(
        pair=pair,
        invention=invention,
        message=Message(**{name: getattr(draft, name) for name in Message.model_fields}),
        steps=(
            *(Step(text=text) for text in draft.steps),
            *(Step(course="abnormal", text=text) for text in draft.abnormal_steps),
        ),
        faq=tuple(_faq(entry, shown) for entry in draft.faq),
        proof=shown.proof,
        provider=_provider(draft.provider, provider_labels) if isinstance(draft, FirstReleaseDraft) else "",
        internal_faq=tuple(Faq(question=f.question, answer=f.answer) for f in draft.internal_faq)
        if isinstance(draft, FirstReleaseDraft)
        else (),
        authors=dict.fromkeys(sections, (author,)),
    )


def _faq(entry: ShownFaqDraft, shown: Shown) -> Faq:
    quoted = [voice for voice in shown.voices if voice.id in entry.rests_on]
    lines = "\n".join(f"- {voice.line}" for voice in quoted)
    return Faq(
        topic=entry.topic,
        question=entry.question,
        answer="\n\n".join(filter(None, (entry.answer.strip(), lines))),
        assumed=shown.ids.isdisjoint(entry.rests_on),
    )


def _provider(draft: ProviderDraft, labels: Sequence[str]) -> str:
    """A paragraph each, as customers read it, with the label in front."""
    texts = draft.model_dump().values()
    return "\n\n".join(f"**{label}** {text}" for label, text in zip(labels, texts, strict=True))
