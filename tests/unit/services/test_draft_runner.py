import pytest

from mlew.domain.artifact import Usage
from mlew.domain.solution import RatingDraft, RatingsDraft, Solution, rating_violations
from mlew.errors import (
    AttemptUnfinished,
    BudgetExceeded,
    ContextTooLong,
    ModelError,
    ModelRefused,
    ModelThrottled,
    OutputInvalid,
    OutputTooLong,
    OutputTruncated,
)
from mlew.ports.draft_store import DraftKey
from mlew.ports.model import ModelAnswer
from mlew.services.draft_runner import Task, write_draft
from tests.unit.services.workbench import Bench

SOLUTIONS = (Solution(name="OCR"), Solution(name="Robot"))
KEY = DraftKey(step="difficulty", cell="team", round=1)
TASK = Task(
    phase="invent",
    step="difficulty",
    draft=RatingsDraft,
    inputs={"solutions": "## OCR\n## Robot", "team": "-"},
    violations=lambda draft: rating_violations(draft, SOLUTIONS),
)


def ratings(*values: int) -> RatingsDraft:
    return RatingsDraft(
        ratings=[
            RatingDraft(solution=s.name, difficulty=v, reason="so", assumed=True)
            for s, v in zip(SOLUTIONS, values, strict=False)
        ]
    )


def answer(
    draft: RatingsDraft | None = None, *, stop: str = "tool_use", raw: dict[str, object] | None = None
) -> ModelAnswer:
    return ModelAnswer(
        output=draft.model_dump() if draft else raw,
        text="" if draft or raw else "I would rather talk.",
        stop_reason=stop,
        model="test",
        usage=Usage(calls=1, input_tokens=100, output_tokens=10, cost=0.01, seconds=1),
    )


GOOD = answer(ratings(3, 10))


def test_a_good_answer_is_kept_and_never_asked_for_again() -> None:
    bench = Bench()
    bench.script(GOOD)

    draft, stored = write_draft(bench.work, bench.workshop, KEY, TASK)
    again, _ = write_draft(bench.work, bench.workshop, KEY, TASK)

    assert draft == again == ratings(3, 10)
    assert len(bench.model.requests) == 1
    assert stored.repairs == 0 and stored.warnings == ()
    assert bench.stores.ledger.total("w1").cost == pytest.approx(0.01)


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        (answer(ratings(4, 10)), "1, 3, 5 or 10"),
        (answer(ratings(3)), "Robot"),
        (answer(raw={"ratings": [{"solution": "OCR"}]}), "ratings.0.difficulty"),
        (answer(), "calling the tool"),
    ],
)
def test_what_is_broken_goes_back_to_the_model_as_text_and_is_repaired(broken: ModelAnswer, expected: str) -> None:
    bench = Bench()
    bench.script(broken, GOOD)

    draft, stored = write_draft(bench.work, bench.workshop, KEY, TASK)

    assert draft == ratings(3, 10)
    assert stored.repairs == 1 and stored.usage.calls == 2
    assert expected in bench.model.requests[1].turns[0][1]


def test_a_rule_that_stays_broken_is_kept_as_a_warning_after_two_repairs() -> None:
    bench = Bench()
    bench.script(*[answer(ratings(4, 10))] * 3)

    draft, stored = write_draft(bench.work, bench.workshop, KEY, TASK)

    assert draft.ratings[0].difficulty == 4
    assert [w.rule for w in stored.warnings] == ["difficulty-scale"]
    assert stored.repairs == 2 and stored.usage.calls == 3


def test_a_usable_draft_is_not_lost_when_the_last_repair_breaks_the_form() -> None:
    bench = Bench()
    bench.script(answer(ratings(4, 10)), answer(), answer())

    _, stored = write_draft(bench.work, bench.workshop, KEY, TASK)

    assert [w.rule for w in stored.warnings] == ["difficulty-scale"]
    assert stored.usage.calls == 3


@pytest.mark.parametrize("repair", [answer(stop="max_tokens"), answer(stop="refused"), ContextTooLong("too long")])
def test_a_usable_draft_is_not_lost_when_its_repair_comes_to_nothing(repair: ModelAnswer | ModelError) -> None:
    bench = Bench()
    bench.script(answer(ratings(4, 10)), repair)

    draft, stored = write_draft(bench.work, bench.workshop, KEY, TASK)
    again, _ = write_draft(bench.work, bench.workshop, KEY, TASK)

    assert draft == again == ratings(4, 10)
    assert [w.rule for w in stored.warnings] == ["difficulty-scale"]
    assert stored.usage.cost == pytest.approx(bench.stores.ledger.total("w1").cost)


def test_a_usable_draft_is_not_lost_when_there_is_no_money_for_its_repair() -> None:
    bench = Bench()
    bench.stores.workshops.update(bench.workshop.model_copy(update={"budget_usd": 0.015}))
    bench.script(answer(ratings(4, 10)))

    _, stored = write_draft(bench.work, bench.workshop, KEY, TASK)

    assert [w.rule for w in stored.warnings] == ["difficulty-scale"]
    assert len(bench.model.requests) == 1


def test_of_several_drafts_the_one_with_the_fewest_faults_is_kept() -> None:
    bench = Bench()
    bench.script(answer(ratings(4, 4)), answer(ratings(3, 4)), answer(ratings(7, 8)))

    draft, stored = write_draft(bench.work, bench.workshop, KEY, TASK)

    assert draft == ratings(3, 4)
    assert len(stored.warnings) == 1
    assert (stored.repairs, stored.usage.calls) == (1, 3)


def test_an_answer_that_never_fits_the_form_fails_by_name_and_the_next_try_asks_anew() -> None:
    bench = Bench()
    bench.script(answer(), answer(), answer(), GOOD)

    with pytest.raises(OutputInvalid):
        write_draft(bench.work, bench.workshop, KEY, TASK)
    draft, _ = write_draft(bench.work, bench.workshop, KEY, TASK)

    assert draft == ratings(3, 10)
    assert len(bench.model.requests) == 4


@pytest.mark.parametrize(("stop", "error"), [("max_tokens", OutputTruncated), ("refused", ModelRefused)])
def test_a_cut_off_or_refused_answer_fails_by_name_is_billed_and_the_next_try_asks_anew(
    stop: str, error: type[Exception]
) -> None:
    bench = Bench()
    bench.script(answer(stop=stop), GOOD)

    with pytest.raises(error):
        write_draft(bench.work, bench.workshop, KEY, TASK)
    write_draft(bench.work, bench.workshop, KEY, TASK)

    assert bench.stores.ledger.total("w1").calls == 2


def test_a_cut_off_answer_gets_more_room_until_the_model_has_no_more() -> None:
    bench = Bench()
    bench.script(answer(stop="max_tokens"), answer(stop="max_tokens"))

    with pytest.raises(OutputTruncated, match="6000 tokens"):
        write_draft(bench.work, bench.workshop, KEY, TASK)
    with pytest.raises(OutputTooLong, match="12000 tokens"):
        write_draft(bench.work, bench.workshop, KEY, TASK)

    assert [bench.capability.room(r.conversation) for r in bench.model.requests] == [6_000, 12_000]


def test_a_retry_after_a_throttle_pays_only_for_what_is_missing() -> None:
    bench = Bench()
    bench.script(answer(ratings(4, 10)), ModelThrottled("wait"), GOOD)

    with pytest.raises(ModelThrottled):
        write_draft(bench.work, bench.workshop, KEY, TASK)
    draft, stored = write_draft(bench.work, bench.workshop, KEY, TASK)

    assert draft == ratings(3, 10)
    assert [len(r.turns) for r in bench.model.requests] == [0, 1, 1]
    assert stored.usage.calls == 2
    assert bench.stores.ledger.total("w1").cost == pytest.approx(0.02)


def test_a_process_killed_after_the_answer_was_stored_does_not_pay_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench()
    bench.script(GOOD)
    keep = bench.stores.answers.put

    def keep_and_die(workshop_id: str, request_hash: str, kept: ModelAnswer) -> None:
        keep(workshop_id, request_hash, kept)
        raise KeyboardInterrupt

    with monkeypatch.context() as killed, pytest.raises(KeyboardInterrupt):
        killed.setattr(bench.stores.answers, "put", keep_and_die)
        write_draft(bench.work, bench.workshop, KEY, TASK)
    bench.script()
    draft, _ = write_draft(bench.work, bench.workshop, KEY, TASK)

    assert draft == ratings(3, 10)
    assert bench.stores.ledger.total("w1").calls == 1


@pytest.mark.parametrize("exhausted", [0, 1])
def test_no_call_is_begun_that_could_not_be_answered_in_the_time_left(exhausted: int) -> None:
    bench = Bench()
    for _ in range(exhausted):
        bench.stores.drafts.exhaust("w1", KEY)
    bench.remaining = 15 + 100 * (1 + exhausted) - 1
    bench.script(GOOD)

    with pytest.raises(AttemptUnfinished):
        write_draft(bench.work, bench.workshop, KEY, TASK)

    assert bench.model.requests == []


def test_no_call_is_made_beyond_the_budget_and_the_reservation_is_given_back() -> None:
    bench = Bench()
    bench.stores.workshops.update(bench.workshop.model_copy(update={"budget_usd": 0.015}))
    bench.script(answer(), GOOD)

    with pytest.raises(BudgetExceeded):
        write_draft(bench.work, bench.workshop, KEY, TASK)
    bench.stores.workshops.update(bench.workshop.model_copy(update={"budget_usd": 0.025}))
    draft, _ = write_draft(bench.work, bench.workshop, KEY, TASK)

    assert draft == ratings(3, 10)
