import json

import pytest

from mlew.errors import OutputInvalid, SiteBroken
from mlew.services.failures import explain, readable, record_failure, wordless
from mlew.services.mocks.failing import record_mock_failure
from tests.unit.services.mocks.workbench import MockBench
from tests.unit.services.workbench import Bench


def cause_of(request_id: str) -> str:
    """As Step Functions gives it, of a function that was called by this request."""
    return json.dumps({"errorType": "Any", "errorMessage": wordless("w1", request_id)})


@pytest.mark.parametrize(
    ("cause", "expected"),
    [
        (json.dumps({"errorMessage": "no form", "errorType": "OutputInvalid"}), "no form"),
        (json.dumps(json.dumps({"errorMessage": "no form"})), "no form"),
        ("plain words", "plain words"),
        (json.dumps("plain words"), "plain words"),
        (json.dumps({"other": 1}), '{"other": 1}'),
        ("", ""),
        ("x" * 5000, "x" * 1000),
    ],
)
def test_the_message_inside_a_cause_is_found_however_it_is_wrapped(cause: str, expected: str) -> None:
    assert readable(cause) == expected


def test_a_failure_is_marked_with_what_and_where_and_shown_to_watchers() -> None:
    bench = Bench()

    workshop = record_failure(bench.work, bench.workshop, "define", error="OutputInvalid", cause="no form")

    assert (workshop.state, workshop.phase, workshop.failure) == ("failed", "define", "OutputInvalid: no form")
    lines, _ = bench.stores.progress.since("w1")
    assert [(line.kind, line.phase, line.detail) for line in lines] == [("failed", "define", "OutputInvalid")]


def test_the_words_of_an_error_come_from_where_it_was_raised_and_not_from_what_lambda_was_told() -> None:
    bench = Bench()

    explain(bench.work, "w1", "r-1", OutputInvalid("journey (team): no form", hint="Resume."))
    workshop = record_failure(bench.work, bench.workshop, "define", error="OutputInvalid", cause=cause_of("r-1"))

    assert workshop.failure == "OutputInvalid: journey (team): no form – Resume."


def test_words_of_an_earlier_run_are_not_told_as_those_of_this_one() -> None:
    bench = Bench()

    explain(bench.work, "w1", "r-1", OutputInvalid("of yesterday"))
    workshop = record_failure(bench.work, bench.workshop, "define", error="OutputInvalid", cause=cause_of("r-2"))

    assert workshop.failure == f"OutputInvalid: {wordless('w1', 'r-2')}"


def test_two_pairs_that_fail_alike_each_tell_their_own_cause() -> None:
    bench = MockBench()
    for pair, words in (("a", "no start page"), ("b", "a link leads nowhere")):
        explain(bench.work, "w1", f"r-{pair}", SiteBroken(words))

    failures = [
        record_mock_failure(bench.work, bench.workshop, pair, error="SiteBroken", cause=cause_of(f"r-{pair}")).failure
        for pair in ("a", "b")
    ]

    assert failures == ["SiteBroken: no start page", "SiteBroken: a link leads nowhere"]


def test_an_error_without_words_is_told_by_its_name() -> None:
    bench = Bench()
    assert record_failure(bench.work, bench.workshop, "define", error="States.Timeout", cause="").failure == (
        "States.Timeout"
    )
