import json

import pytest

from mlew.services.failures import readable, record_failure
from tests.unit.services.workbench import Bench


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
