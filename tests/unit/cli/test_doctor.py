import re

import pytest

from mlew.adapters.doctor_diagnosis import Diagnosis
from mlew.cli import doctor as doctor_command
from mlew.cli.doctor import fix, text
from mlew.cli.invocation import Invocation
from mlew.domain.model_capability import ModelCapability
from mlew.settings import Deployment
from tests.unit.adapters.stubbed_session import StubbedSession
from tests.unit.cli.terminal import Terminal

CALLER = {"Arn": "arn:aws:sts::111122223333:assumed-role/x/maki", "Account": "111122223333", "UserId": "u"}
REHEARSED = Deployment(
    customer="acme",
    tenant="acme",
    region="ap-northeast-1",
    table="mlew-acme",
    bucket="b",
    state_machine="arn:aws:states:ap-northeast-1:111122223333:stateMachine:mlew-acme",
    model=ModelCapability(id="mlew.rehearsal-v1", name="Rehearsal", rehearsal=True, runtime="function"),
)
FULL = REHEARSED.model_copy(
    update={
        "model": ModelCapability(
            id="jp.example.large", name="Large", foundation_models=("example.large",), end_of_life="2026-05-01"
        ),
        "model_functions": ("mlew-acme-RunListen",),
    }
)


@pytest.fixture
def healthy_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mlew.adapters.doctor_machine.check_machine", lambda _: [])


def at(session: StubbedSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_command, "session_for", lambda _: session)


def parameter(deployment: Deployment) -> dict[str, object]:
    return {"Parameter": {"Value": deployment.model_dump_json()}}


def test_what_does_not_run_is_found_with_its_fix(mlew: Terminal) -> None:
    said = mlew("doctor")

    assert said.code == 20
    assert re.search("✗ Embedded AWS +does not run\n +→ Run mlew up.", said.out)
    assert re.search(r"✓ Python +3\.", said.out)


@pytest.mark.usefixtures("healthy_machine")
def test_json_names_every_check_with_its_state(mlew: Terminal) -> None:
    data = mlew("doctor", "--json", "--lang", "ja").data

    assert {c["check"]: c["state"] for c in data["checks"]} == {"embedded": "fail", "gateway": "fail"}
    assert data["failed"] == 2
    assert "mlew up" in data["checks"][0]["fix"]


@pytest.mark.usefixtures("healthy_machine")
def test_a_healthy_account_passes(mlew: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    session = StubbedSession(
        {
            "sts": [("get_caller_identity", CALLER)],
            "ssm": [("get_parameter", parameter(REHEARSED))],
            "service-quotas": [("get_service_quota", {"Quota": {"Value": 1000.0}})],
            "stepfunctions": [("list_tags_for_resource", {"tags": []})],
            "dynamodb": [("describe_table", "AccessDeniedException")],
            "cloudformation": [],
        }
    )
    at(session, monkeypatch)

    said = mlew("doctor", "--stack", "acme", "--profile", "p")

    assert said.code == 0
    assert "assumed-role/x/maki" in said.out
    assert "you may not look (DescribeTable: AccessDeniedException)" in said.out
    assert session.all_asked()


@pytest.mark.usefixtures("healthy_machine")
def test_a_model_is_looked_at_from_every_side(mlew: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    session = StubbedSession(
        {
            "sts": [("get_caller_identity", CALLER)],
            "ssm": [("get_parameter", parameter(FULL))],
            "service-quotas": [("get_service_quota", "AccessDeniedException"), ("list_service_quotas", {"Quotas": []})],
            "stepfunctions": [("list_tags_for_resource", {"tags": []})],
            "lambda": [("get_function_configuration", "AccessDeniedException")],
            "bedrock-runtime": [("converse", "AccessDeniedException")],
            "bedrock": [
                ("get_foundation_model_availability", "AccessDeniedException"),
                ("get_foundation_model", "AccessDeniedException"),
            ],
            "dynamodb": [("describe_table", "AccessDeniedException")],
            "cloudformation": [],
        }
    )
    at(session, monkeypatch)

    data = mlew("doctor", "--stack", "acme", "--json").data

    states = {c["check"]: c["state"] for c in data["checks"]}
    assert states["call"] == "fail"
    assert states["end-of-life"] == "warn"
    assert {states[c] for c in ("role", "forms", "model-quotas", "concurrency")} == {"unknown"}


@pytest.mark.usefixtures("healthy_machine")
def test_without_credentials_nothing_else_is_asked(mlew: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    at(StubbedSession({"sts": [("get_caller_identity", "ExpiredToken")]}), monkeypatch)

    data = mlew("doctor", "--profile", "p", "--json").data

    assert [c["check"] for c in data["checks"]] == ["credentials"]


@pytest.mark.usefixtures("healthy_machine")
def test_without_a_region_that_comes_first(mlew: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    at(StubbedSession({}, region=None), monkeypatch)

    assert [c["reason"] for c in mlew("doctor", "--profile", "p", "--json").data["checks"]] == ["region-missing"]


@pytest.mark.usefixtures("healthy_machine")
def test_a_missing_deployment_is_told_with_the_command_that_makes_it(
    mlew: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = StubbedSession(
        {
            "sts": [("get_caller_identity", CALLER)],
            "ssm": [("get_parameter", "ParameterNotFound")],
            "service-quotas": [("get_service_quota", {"Quota": {"Value": 1000.0}})],
        }
    )
    at(session, monkeypatch)

    said = mlew("doctor", "--stack", "acme")

    assert said.code == 20
    assert "make deploy CUSTOMER=acme" in said.out


def test_a_fine_check_needs_no_fix(mlew: Terminal) -> None:
    cli = Invocation(mlew.surroundings())
    fine = Diagnosis(check="python", state="ok", reason="version-fits", facts={"found": "3.14.0"})

    assert (text(cli, fine), fix(cli, fine)) == ("3.14.0", "")
