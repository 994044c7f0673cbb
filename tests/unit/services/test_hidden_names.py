"""Whatever people wrote, a model sees placeholders, and what it writes gets the names back."""

from typing import Any

import pytest

from mlew.domain.artifact import Usage
from mlew.domain.evidence import Evidence, Observation
from mlew.domain.press_release import Comment, Faq, Message, PressRelease
from mlew.domain.solution import RatingDraft, RatingsDraft
from mlew.domain.verdict import Decision, Proposal, Verdict
from mlew.domain.violation import Violation
from mlew.domain.workshop import Pair, Participant
from mlew.ports.draft_store import DraftKey
from mlew.ports.model import ModelAnswer
from mlew.services.draft_runner import Task, write_draft
from mlew.services.hidden_names import hidden_names
from mlew.services.phases.mock import write_mock
from tests.unit.services.workbench import JOURNEY, Bench

KEY = DraftKey(step="difficulty", cell="team", round=1)


@pytest.fixture
def bench() -> Bench:
    """A team with names, a pair that was cut, a tester, an observer and a decider from elsewhere."""
    made = Bench()
    plan = made.workshop.plan.model_copy(
        update={
            "participants": (Participant(name="Hana Mori"), Participant(name="Planning A")),
            "sponsor": "Head of operations",
        }
    )
    cut = Pair(id="c", planning="Jiro Tani")
    made.stores.workshops.update(made.workshop.model_copy(update={"plan": plan, "past_pairs": (cut,)}))
    seen = Observation(id="O1", tester="Aoi Sato", observer="Rin Endo")
    made.put("evidence", Evidence(pair="a", observations=(seen,)), "a")
    decision = Decision(decision="go", by="Chihiro Abe", reason="seen", at=made.clock.now(), supported=True)
    proposal = Proposal(decision="go", reason="solved_and_decided", solved="passed", decided="passed")
    made.put("verdict", Verdict(pair="a", proposal=proposal, decisions=(decision,)), "a")
    return made


def task(solutions: str, *faults: Violation) -> Task[RatingsDraft]:
    left = list(faults)
    return Task(
        phase="invent",
        step="difficulty",
        draft=RatingsDraft,
        inputs={"solutions": solutions, "team": "-"},
        violations=lambda _: [left.pop()] if left else [],
    )


def answer(reason: str) -> ModelAnswer:
    draft = RatingsDraft(ratings=[RatingDraft(solution="OCR", difficulty=3, reason=reason, assumed=True)])
    return ModelAnswer(output=draft.model_dump(), stop_reason="tool_use", model="test", usage=Usage(calls=1))


SAID = "Hana Mori, Jiro Tani, Aoi Sato, Rin Endo and Chihiro Abe wrote to aoi@example.com, 03-1234-5678."


def test_nobody_whom_the_workshop_knows_is_named_in_any_prompt(bench: Bench) -> None:
    bench.script(answer("so"))

    write_draft(bench.work, bench.workshop, KEY, task(SAID))

    text = bench.model.requests[0].text
    assert not [word for word in ("Mori", "Tani", "Sato", "Endo", "Abe", "aoi@", "1234") if word in text]
    assert "[name 1], [name 2], [name 3], [name 4] and [name 5] wrote to [mail 1], [phone 1]." in text


def test_what_the_model_writes_of_them_is_stored_as_people_wrote_it(bench: Bench) -> None:
    bench.script(answer("[name 3] asks at [mail 1]"))

    draft, stored = write_draft(bench.work, bench.workshop, KEY, task(SAID))
    again, _ = write_draft(bench.work, bench.workshop, KEY, task("others by now: Rin Endo"))

    assert draft.ratings[0].reason == "Aoi Sato asks at aoi@example.com"
    assert again == draft
    assert RatingsDraft.model_validate(stored.draft) == draft


def test_placeholders_of_voices_mean_whom_they_meant(bench: Bench) -> None:
    bench.script(answer("[name 2] as said by [name 3]"))

    draft, _ = write_draft(bench.work, bench.workshop, KEY, task("[name 2] liked it, said Hana Mori"))

    assert "[name 2] liked it, said [name 3]" in bench.model.requests[0].text
    assert draft.ratings[0].reason == "[name 2] as said by Hana Mori"


def test_rules_judge_what_people_will_read_and_what_they_say_is_masked_again(bench: Bench) -> None:
    bench.script(answer("[name 1] asks"), answer("[name 1] asks again"))
    fault = Violation(rule="r", where="Hana Mori", message="Say more of Hana Mori")

    draft, _ = write_draft(bench.work, bench.workshop, KEY, task(SAID, fault))

    ((said, told),) = bench.model.requests[1].turns
    assert "Mori" not in told and "Say more of [name 1]" in told
    assert "Mori" not in str(said)
    assert draft.ratings[0].reason == "Hana Mori asks again"


def test_signs_that_stand_for_people_are_words_of_the_method_and_stay(bench: Bench) -> None:
    words = "Planning A and the Head of operations: Planning takes an hour, Operations two."

    assert hidden_names(bench.stores, bench.workshop, {"x": words}).inputs == {"x": words}


def test_comments_questions_and_requests_of_people_reach_no_mock_prompt_with_names(bench: Bench) -> None:
    bench.defined()
    comment = Comment(section="message", author="Yuki Kato", text="Hana Mori finds it too long", becomes_faq=False)
    release = PressRelease(
        pair="a",
        message=Message(headline="Out tomorrow"),
        faq=(Faq(question="May I call Jiro Tani?", answer="03-1234-5678"),),
        comments=(comment,),
    )
    bench.put("press_release", release, "a")
    bench.put("journey", JOURNEY.model_copy(update={"extra": "Aoi Sato told us"}))
    bench.gate("iterate")
    bench.gates.ask_again(bench.workshop, "iterate", by="Hana Mori", comment="Ask Rin Endo")
    bench.script()

    with pytest.raises(StopIteration):
        write_mock(bench.work, bench.workshop, 2, "a")

    text = bench.model.requests[0].text
    assert "too long" in text and "May I call" in text and "Ask [name" in text
    assert not [word for word in ("Mori", "Tani", "Sato", "Endo", "Kato", "1234") if word in text]


@pytest.mark.parametrize("value", [None, 3, True, "x", ["[name 9]"], {"a": ["[name 9]"]}])
def test_an_answer_without_our_placeholders_is_what_it_was(bench: Bench, value: Any) -> None:
    assert hidden_names(bench.stores, bench.workshop, {"x": SAID}).show(value) == value
