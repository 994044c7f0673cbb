from datetime import UTC, date, datetime
from typing import Any

import pytest

from mlew.adapters.doctor_lifecycle import check_end_of_life
from tests.unit.adapters.doctor_samples import MODEL, REGION
from tests.unit.adapters.stubbed_session import StubbedSession

TODAY = date(2026, 4, 1)


def told(**lifecycle: Any) -> StubbedSession:
    name = "example.large-v1:0"
    details = {"modelArn": f"arn:aws:bedrock:{REGION}::foundation-model/{name}", "modelId": name}
    life = {"modelLifecycle": lifecycle} if lifecycle else {}
    answer = {"modelDetails": details | life}
    return StubbedSession({"bedrock": [("get_foundation_model", answer, {"modelIdentifier": name})]})


def day(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number, tzinfo=UTC)


@pytest.mark.parametrize(
    ("end", "status", "state", "reason"),
    [
        (day(2027, 6, 1), "ACTIVE", "ok", "end-far"),
        (day(2026, 6, 1), "ACTIVE", "warn", "end-soon"),
        (day(2027, 6, 1), "LEGACY", "warn", "end-soon"),
        (day(2026, 4, 1), "LEGACY", "fail", "end-passed"),
    ],
)
def test_the_day_that_aws_names(end: datetime, status: str, state: str, reason: str) -> None:
    found = check_end_of_life(told(status=status, endOfLifeTime=end), MODEL, TODAY)

    assert (found.state, found.reason, found.facts["date"]) == (state, reason, end.date().isoformat())


@pytest.mark.parametrize(
    ("today", "state", "reason"),
    [
        (date(2026, 4, 1), "ok", "end-far"),
        (date(2026, 11, 15), "warn", "end-soon"),
        (date(2027, 1, 31), "warn", "end-due"),
    ],
)
@pytest.mark.parametrize("session", [lambda: told(status="ACTIVE"), told], ids=["no day", "nothing"])
def test_where_aws_names_none_the_catalogues_earliest_day_counts(
    session: Any, today: date, state: str, reason: str
) -> None:
    found = check_end_of_life(session(), MODEL, today)

    assert (found.state, found.reason, found.facts["date"]) == (state, reason, "2027-01-31")


def test_a_refusal_to_tell_leaves_the_catalogue() -> None:
    refused = StubbedSession({"bedrock": [("get_foundation_model", "AccessDeniedException")]})

    assert check_end_of_life(refused, MODEL, TODAY).reason == "end-far"


@pytest.mark.parametrize("recorded", ["", "some day"])
@pytest.mark.parametrize(("status", "reason"), [("ACTIVE", "end-not-known"), ("LEGACY", "end-announced")])
def test_an_end_that_nobody_named(recorded: str, status: str, reason: str) -> None:
    model = MODEL.model_copy(update={"end_of_life": recorded})

    assert check_end_of_life(told(status=status), model, TODAY).reason == reason
