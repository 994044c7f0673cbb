"""Misbehaviour by rate and seed: the same on every run, and of the kind that was asked for."""

from typing import Any

import pytest
from pydantic import ValidationError

from mlew.domain.base import Draft
from mlew.domain.invention import InventionsDraft, invention_violations
from mlew.domain.iteration import SponsorMilestoneDraft, TestScriptDraft, milestone_violations, script_violations
from mlew.domain.journey import JourneyDraft, journey_violations
from mlew.domain.mock_draft import MockDraft
from mlew.domain.mock_rules import mock_violations
from mlew.domain.press_release import Message, PressRelease, PressReleaseDraft, press_release_violations
from mlew.domain.question import QuestionsDraft, question_violations
from mlew.domain.solution import RatingsDraft, rating_violations
from mlew.errors import InputError
from mlew.rehearsal.converse_errors import ConverseError, ThrottlingException
from mlew.rehearsal.faults import FAULTS, FaultPlan, parse_faults
from mlew.rehearsal.model import MODEL_ID, RehearsalModel, Reply
from tests.unit.rehearsal import customers_ja
from tests.unit.rehearsal.rehearsing import Edition, rehearse, request


@pytest.fixture(scope="module")
def edition() -> Edition:
    return rehearse(*customers_ja.DENTIST, "ja")


DRAFTS: dict[str, type[Draft]] = {
    "listen": JourneyDraft,
    "define": QuestionsDraft,
    "difficulty": RatingsDraft,
    "invent": InventionsDraft,
    "refine": PressReleaseDraft,
    "milestone": SponsorMilestoneDraft,
    "test_script": TestScriptDraft,
    "mock": MockDraft,
}


def _reply(edition: Edition, faults: str, step: str = "listen") -> Reply:
    body = request(step, "ja", DRAFTS[step], edition.inputs[step])
    return RehearsalModel(parse_faults(faults)).converse(MODEL_ID, body)


def _content(reply: Reply) -> dict[str, Any]:
    block: dict[str, Any] = reply.response["output"]["message"]["content"][0]
    return block


@pytest.mark.parametrize("step", DRAFTS)
@pytest.mark.parametrize("seed", range(4))
def test_a_broken_schema_is_refused_by_the_draft(edition: Edition, step: str, seed: int) -> None:
    reply = _reply(edition, f"break_schema=1,seed={seed}", step)
    with pytest.raises(ValidationError):
        DRAFTS[step].model_validate(_content(reply)["toolUse"]["input"])


def test_broken_rules_fit_the_schema_and_are_found(edition: Edition) -> None:
    found = {}
    for step, draft in DRAFTS.items():
        found[step] = draft.model_validate(_content(_reply(edition, "break_rules=1", step))["toolUse"]["input"])
    actions = tuple(a.id for a in edition.journey.actions)
    names = tuple(s.name for s in edition.rated)
    question = edition.inventions.inventions[0].question_ids
    assert journey_violations(found["listen"])  # type: ignore[arg-type]  # by step, see DRAFTS
    assert question_violations(found["define"], actions)  # type: ignore[arg-type]
    assert rating_violations(found["difficulty"], edition.rated)  # type: ignore[arg-type]
    assert invention_violations(found["invent"], question, names)  # type: ignore[arg-type]
    assert press_release_violations(found["refine"])  # type: ignore[arg-type]
    assert milestone_violations(found["milestone"], (*question, *actions))  # type: ignore[arg-type]
    assert script_violations(found["test_script"], 5)  # type: ignore[arg-type]
    assert mock_violations(found["mock"], PressRelease(pair="a", message=Message()))  # type: ignore[arg-type]


def test_each_kind_of_answer_shows_as_converse_shows_it(edition: Edition) -> None:
    assert _reply(edition, "cut_off=1").response["stopReason"] == "max_tokens"
    assert _reply(edition, "refuse=1").response["stopReason"] in ("content_filtered", "guardrail_intervened")
    babble = _reply(edition, "babble=1")
    assert (babble.response["stopReason"], list(_content(babble))) == ("end_turn", ["text"])
    assert _reply(edition, "timeout=1,late_seconds=7").late_seconds == 7
    assert _reply(edition, "hang=1").late_seconds is None
    assert _reply(edition, "").late_seconds == 0
    with pytest.raises(ThrottlingException):
        _reply(edition, "throttle=1")
    with pytest.raises(ConverseError) as raised:
        _reply(edition, "server_error=1")
    assert raised.value.status in (500, 503)


def test_rates_are_met_and_the_same_seed_gives_the_same_faults() -> None:
    plan = FaultPlan(rates={"throttle": 0.3, "break_schema": 0.2}, seed=7)
    drawn = [plan.fault(f"request {n}", 0) for n in range(2000)]
    assert drawn == [plan.fault(f"request {n}", 0) for n in range(2000)]
    assert 0.26 < drawn.count("throttle") / 2000 < 0.34
    assert 0.16 < drawn.count("break_schema") / 2000 < 0.24
    other = FaultPlan(rates=plan.rates, seed=8)
    assert drawn != [other.fault(f"request {n}", 0) for n in range(2000)]


def test_asking_again_may_go_well() -> None:
    plan = FaultPlan(rates={"throttle": 0.5})
    assert {plan.fault("request", seen) for seen in range(40)} == {"throttle", None}


@pytest.mark.parametrize(
    "text",
    [
        "throttle",
        "throttle=x",
        "trottle=0.1",
        "throttle=1.5",
        "throttle=-0.1",
        "throttle=0.6,hang=0.6",
        "late_seconds=-1",
    ],
)
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse_faults(text)


def test_all_faults_can_be_configured() -> None:
    plan = parse_faults(",".join(f"{name}=0.1" for name in FAULTS) + ", seed=3, late_seconds=0.5")
    assert (set(plan.rates), plan.seed, plan.late_seconds) == (set(FAULTS), 3, 0.5)


def test_calls_are_counted_by_request(edition: Edition) -> None:
    model = RehearsalModel()
    listen = request("listen", "ja", JourneyDraft, edition.inputs["listen"])
    model.converse(MODEL_ID, listen)
    model.converse(MODEL_ID, dict(reversed(list(listen.items()))))
    model.converse(MODEL_ID, request("define", "ja", QuestionsDraft, edition.inputs["define"]))
    model.misbehave(parse_faults("throttle=1"))
    with pytest.raises(ThrottlingException):
        model.converse(MODEL_ID, listen)
    stats = model.stats()
    assert (stats["calls"], stats["faults"]) == (4, {"throttle": 1})
    assert sorted(stats["requests"].values()) == [1, 3]
    assert sorted(stats["paid"].values()) == [1, 2]
    assert stats["tools"] == {"write_journey": 2, "write_questions": 1}
    model.forget()
    assert model.stats()["calls"] == 0
