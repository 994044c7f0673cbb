"""The press release of the improvement edition: its rules, what rests on evidence, and what people wrote themselves."""

from typing import Any

import pytest

from mlew.domain.hand_written import ByHand, by_hand, kept, unanswered
from mlew.domain.press_release import Comment, Faq, Message, PressRelease, Proof, Step
from mlew.domain.proven_release import (
    FirstReleaseDraft,
    ProvenReleaseDraft,
    Shown,
    Voice,
    proven_release_from,
)
from mlew.domain.proven_release_rules import proven_release_violations

KNOWN = Shown(
    voices=(Voice(id="V1", line="“saves my evening” (V1, inside, O1)"), Voice(id="V2", line="“hm” (V2, inside, O2)")),
    proof=(Proof(criterion="C1", value="83.3% (5/6)"),),
)
COST = {"topic": "cost", "question": "Price?", "answer": "$9, 3 minutes", "rests_on": []}
VOICES = {"topic": "voices", "question": "Voices?", "answer": "Here.", "rests_on": ["V1"]}
OTHER = {"topic": "difference", "question": "New?", "answer": "One step", "rests_on": ["C1"]}
PROVIDER = {"why_now": "x", "why_us": "x", "customers": "1,200", "means": "x", "target": "in 2 years"}
INTERNAL = [
    {"topic": topic, "question": topic, "answer": "at 80 % by May"}
    for topic in ("continue", "advantage", "revenue", "partners")
]


def draft(*, first: bool = False, **changes: Any) -> ProvenReleaseDraft:
    """One that breaks no rule."""
    fields: dict[str, Any] = {
        **dict.fromkeys(Message.model_fields, "x"),
        "effect": "5 of 6 finished alone",
        "steps": ["a", "b", "c"],
        "abnormal_steps": ["If it rains, wait", "If it pours, leave"],
        "faq": [COST, VOICES, OTHER],
    }
    if first:
        fields |= {"provider": PROVIDER, "internal_faq": INTERNAL}
        return FirstReleaseDraft.model_validate({**fields, **changes})
    return ProvenReleaseDraft.model_validate({**fields, **changes})


def rules(known: Shown = KNOWN, *, asked: tuple[str, ...] = (), first: bool = False, **changes: Any) -> list[str]:
    found = proven_release_violations(draft(first=first, **changes), known, open_questions=asked)
    return [violation.rule for violation in found]


def test_each_rule_is_told() -> None:
    assert rules() == rules(first=True) == []
    assert rules(steps=["a"]) == ["enough-steps"]
    assert rules(abnormal_steps=["one", " "]) == ["abnormal-course"]
    assert rules(steps=list("abcdefg"), abnormal_steps=list("hij")) == []
    assert rules(steps=list("abcdefg"), abnormal_steps=list("hijk")) == ["steps-fit-mock"]
    assert rules(effect="much faster") == ["effect-shown"]
    assert rules(effect="much faster (expected)") == []
    assert rules(faq=[COST, {**VOICES, "rests_on": ["V1", "V9"]}, OTHER]) == ["known-source"]
    assert rules(faq=[COST, {**VOICES, "rests_on": []}, OTHER]) == ["real-voices"]
    assert rules(asked=("On Sundays?",)) == ["reviewer-answered"]
    assert rules(abnormal_steps=["△△", "b"]) == ["template-left"]


def test_without_evidence_nothing_is_stated_as_shown() -> None:
    imagined = [COST, {**VOICES, "answer": "(Imagined.) Nice", "rests_on": []}, {**OTHER, "rests_on": []}]
    assert rules(Shown(), faq=imagined) == ["effect-not-measured"]
    assert rules(Shown(), faq=imagined, effect="faster (expected)") == []
    told = [COST, {**VOICES, "rests_on": []}, {**OTHER, "rests_on": []}]
    assert rules(Shown(), faq=told, effect="faster (expected)") == ["voices-imagined"]


@pytest.mark.parametrize(
    "effect",
    ["試した 5 人のうち 4 人ができた", "4 of the 5 did", "83.3% (5/6)", "n = 5", "five of six finished", "想定で半分"],
)
def test_samples_and_expectations_are_seen_in_both_languages(effect: str) -> None:
    assert rules(effect=effect) == []


def test_the_first_one_says_why_and_when_to_stop() -> None:
    assert rules(first=True, provider={**PROVIDER, "why_us": " "}) == ["form-complete"]
    assert rules(first=True, provider={**PROVIDER, "target": "soon"}) == ["provider-target"]
    assert rules(first=True, provider={**PROVIDER, "customers": "many"}) == ["provider-customers"]
    assert rules(first=True, internal_faq=INTERNAL[:3]) == ["internal-topic"]
    endless = [{**INTERNAL[0], "answer": "always"}, *INTERNAL[1:]]
    assert rules(first=True, internal_faq=endless) == ["stop-line"]


def made(**changes: Any) -> PressRelease:
    return proven_release_from(
        draft(**changes), KNOWN, pair="a", invention="I1", author="model:m", provider_labels=("1", "2", "3", "4", "5")
    )


def test_voices_stand_word_by_word_and_what_rests_on_nothing_is_assumed() -> None:
    cost, voices, other = made().faq
    assert voices.answer == "Here.\n\n- “saves my evening” (V1, inside, O1)"
    assert (cost.assumed, voices.assumed, other.assumed) == (True, False, False)
    assert [s.course for s in made().steps] == ["normal"] * 3 + ["abnormal"] * 2
    assert made().proof == KNOWN.proof
    assert made(first=True).provider.startswith("**1** x\n\n**2** x\n\n**3** 1,200")
    assert "provider" not in made().authors


def test_by_hand_is_what_a_person_was_the_first_to_write() -> None:
    first = made()
    edited = first.model_copy(update={"message": first.message.model_copy(update={"headline": "Ours"})})
    added = edited.model_copy(update={"faq": (*edited.faq, Faq(question="Sundays?", answer=""))})
    answered = added.model_copy(update={"faq": (*edited.faq, Faq(question="Sundays?", answer="Closed"))})
    versions = [("model:m", first), ("Planner", edited), ("model:m", added), ("Dev", answered)]

    assert by_hand(versions[:1]) == ByHand()
    assert by_hand(versions[:2]).message == {"headline"}
    assert by_hand(versions).message == {"headline"}
    assert [f.answer for f in by_hand(versions).faq] == ["Closed"]
    assert unanswered(added) == ("Sundays?",)
    assert by_hand([("import:Planner", edited)]) == ByHand()


def test_a_new_version_keeps_what_is_by_hand_comments_and_notes() -> None:
    before = made().model_copy(
        update={
            "steps": (Step(text="mine"), Step(course="abnormal", text="theirs")),
            "faq": (Faq(topic="cost", question="How much?", answer="Ask us"), Faq(question="Why?", answer="Why not")),
            "comments": (Comment(section="faq", author="Dev", text="x"),),
            "authors": {"steps": ("Planner",), "faq": ("model:old", "Dev")},
            "extra": "note",
        }
    )
    hand = ByHand(courses=frozenset({"normal"}), faq=before.faq)

    found = kept(made(), before, hand)

    assert [s.text for s in found.steps] == ["mine", "If it rains, wait", "If it pours, leave"]
    assert [f.question for f in found.faq] == ["How much?", "Voices?", "New?", "Why?"]
    assert (found.comments, found.extra) == (before.comments, "note")
    assert found.authors["steps"] == ("Planner", "model:m")
    assert found.authors["faq"] == ("Dev", "model:m")
    assert found.authors["message"] == ("model:m",)


def test_real_voices_stand_beside_voices_by_hand() -> None:
    theirs = Faq(topic="voices", question="Heard?", answer="At the fair: nice", assumed=True)
    before = made().model_copy(update={"faq": (theirs,)})
    assert [f.topic for f in kept(made(), before, ByHand(faq=(theirs,))).faq] == [
        "cost", "voices", "voices", "difference",
    ]  # fmt: skip
