from datetime import UTC, date, datetime
from typing import Any

import pytest
from botocore.exceptions import NoCredentialsError

from mlew.adapters.doctor_account import check_credentials, check_region, find_deployment
from mlew.adapters.doctor_drift import check_drift
from mlew.adapters.doctor_model import (
    check_availability,
    check_call,
    check_end_of_life,
    check_role,
    model_resources,
)
from mlew.adapters.doctor_quotas import check_concurrency, check_model_quotas
from mlew.domain.model_capability import ModelCapability
from mlew.settings import Deployment
from tests.unit.adapters.stubbed_session import StubbedSession

MODEL = ModelCapability(
    id="jp.example.large-v1:0",
    name="Large (Japan)",
    foundation_models=("example.large-v1:0",),
    regions=("ap-northeast-1", "ap-northeast-3"),
    end_of_life="2027-01-31",
)
MACHINE = "arn:aws:states:ap-northeast-1:111122223333:stateMachine:mlew-acme-practice"
DEPLOYMENT = Deployment(
    customer="acme",
    tenant="acme",
    region="ap-northeast-1",
    table="mlew-acme",
    bucket="mlew-acme-b",
    state_machine=MACHINE,
    model=MODEL,
)
FUNCTION = "arn:aws:lambda:ap-northeast-1:111122223333:function:mlew-acme-RunListen"
ROLE = "arn:aws:iam::111122223333:role/mlew-acme-RunListenRole"
RESOURCES = model_resources(MODEL, "ap-northeast-1", "111122223333")


class TestCredentials:
    def test_who_is_signed_in(self) -> None:
        caller = {"Arn": "arn:aws:sts::1:assumed-role/x/maki", "Account": "111122223333", "UserId": "u"}

        found = check_credentials(StubbedSession({"sts": [("get_caller_identity", caller)]}))

        assert (found.state, found.facts["arn"]) == ("ok", caller["Arn"])

    def test_a_session_that_has_expired(self) -> None:
        found = check_credentials(StubbedSession({"sts": [("get_caller_identity", "ExpiredToken")]}))

        assert (found.state, found.reason, found.facts["code"]) == ("fail", "credentials-refused", "ExpiredToken")

    def test_nobody_is_signed_in(self) -> None:
        class Nobody:
            def client(self, _: str) -> Any:
                raise NoCredentialsError

        assert check_credentials(Nobody()).reason == "credentials-missing"


@pytest.mark.parametrize(
    ("region", "deployment", "state"),
    [
        (None, None, "fail"),
        ("us-east-1", None, "ok"),
        ("us-east-1", DEPLOYMENT, "warn"),
        ("ap-northeast-1", DEPLOYMENT, "ok"),
    ],
)
def test_region(region: str | None, deployment: Deployment | None, state: str) -> None:
    assert check_region(StubbedSession({}, region=region), deployment).state == state


class TestDeployment:
    def parameter(self, value: str) -> StubbedSession:
        return StubbedSession({"ssm": [("get_parameter", {"Parameter": {"Value": value}})]})

    def test_found(self) -> None:
        diagnosis, deployment = find_deployment(self.parameter(DEPLOYMENT.model_dump_json()), "acme")

        assert (diagnosis.state, deployment) == ("ok", DEPLOYMENT)

    def test_written_by_another_version(self) -> None:
        diagnosis, deployment = find_deployment(self.parameter("{}"), "acme")

        assert (diagnosis.reason, deployment) == ("deployment-unreadable", None)

    def test_missing(self) -> None:
        session = StubbedSession({"ssm": [("get_parameter", "ParameterNotFound")]})

        assert find_deployment(session, "acme")[0].reason == "deployment-missing"

    def test_not_allowed_to_look_is_unknown_not_missing(self) -> None:
        session = StubbedSession({"ssm": [("get_parameter", "AccessDeniedException")]})

        diagnosis, _ = find_deployment(session, "acme")

        assert (diagnosis.state, diagnosis.reason) == ("unknown", "not-allowed-to-look")
        assert diagnosis.facts["operation"] == "GetParameter"


class TestRole:
    def session(self, decisions: list[str], *, variables: dict[str, str] | None = None) -> StubbedSession:
        given = {"MLEW_MODEL": "{}"} if variables is None else variables
        results = [
            {"EvalActionName": "bedrock:InvokeModel", "EvalResourceName": r, "EvalDecision": d}
            for r, d in zip(RESOURCES, decisions, strict=False)
        ]
        function = {"Role": ROLE, "Environment": {"Variables": given}}
        return StubbedSession(
            {
                "stepfunctions": [("describe_state_machine", machine(f'"{FUNCTION}" "{FUNCTION}:live"'))],
                "lambda": [("get_function_configuration", function)],
                "iam": [("simulate_principal_policy", {"EvaluationResults": results})],
            }
        )

    def test_allowed_on_profile_and_models(self) -> None:
        session = self.session(["allowed"] * 3)

        found = check_role(session, DEPLOYMENT)

        assert (found.state, found.facts["roles"]) == ("ok", "mlew-acme-RunListenRole")
        assert session.all_asked()

    def test_refused_in_one_region_names_it(self) -> None:
        found = check_role(self.session(["allowed", "allowed", "explicitDeny"]), DEPLOYMENT)

        assert found.state == "fail"
        assert "ap-northeast-3" in found.facts["refused"]

    def test_functions_without_a_model_are_not_asked_about(self) -> None:
        found = check_role(self.session([], variables={}), DEPLOYMENT)

        assert (found.state, found.reason) == ("unknown", "role-not-found")


def machine(definition: str) -> dict[str, Any]:
    return {
        "stateMachineArn": MACHINE,
        "name": "practice",
        "definition": definition,
        "roleArn": ROLE,
        "type": "STANDARD",
        "creationDate": datetime(2026, 4, 1, tzinfo=UTC),
    }


def test_a_profile_reaches_its_models_in_every_region() -> None:
    assert RESOURCES == [
        "arn:aws:bedrock:ap-northeast-1:111122223333:inference-profile/jp.example.large-v1:0",
        "arn:aws:bedrock:ap-northeast-1::foundation-model/example.large-v1:0",
        "arn:aws:bedrock:ap-northeast-3::foundation-model/example.large-v1:0",
    ]


def test_a_global_profile_reaches_models_without_a_region() -> None:
    anywhere = MODEL.model_copy(update={"regions": ("*",)})

    assert "arn:aws:bedrock:::foundation-model/example.large-v1:0" in model_resources(anywhere, "us-east-1", "1")


ANSWER = {
    "output": {"message": {"role": "assistant", "content": [{"text": "Hi"}]}},
    "stopReason": "end_turn",
    "usage": {"inputTokens": 1, "outputTokens": 1, "totalTokens": 2},
    "metrics": {"latencyMs": 1},
}


class TestCall:
    @pytest.mark.parametrize(
        ("answer", "state", "reason"),
        [
            (ANSWER, "ok", "call-answered"),
            ("ThrottlingException", "warn", "call-throttled"),
            ("AccessDeniedException", "fail", "call-denied"),
            ("ValidationException", "fail", "call-failed"),
        ],
    )
    def test_by_what_comes_back(self, answer: Any, state: str, reason: str) -> None:
        found = check_call(StubbedSession({"bedrock-runtime": [("converse", answer)]}), MODEL)

        assert (found.state, found.reason) == (state, reason)


class TestForms:
    def session(self, agreement: str) -> StubbedSession:
        answer = {
            "modelId": "example.large-v1:0",
            "agreementAvailability": {"status": agreement},
            "authorizationStatus": "AUTHORIZED",
            "entitlementAvailability": "AVAILABLE",
            "regionAvailability": "AVAILABLE",
        }
        return StubbedSession({"bedrock": [("get_foundation_model_availability", answer)]})

    def test_done(self) -> None:
        assert check_availability(self.session("AVAILABLE"), MODEL).state == "ok"

    def test_missing_names_model_and_form(self) -> None:
        found = check_availability(self.session("NOT_AVAILABLE"), MODEL)

        assert (found.state, found.facts["missing"]) == ("fail", "example.large-v1:0: agreement NOT_AVAILABLE")


@pytest.mark.parametrize(
    ("today", "state", "reason"),
    [
        (date(2026, 4, 1), "ok", "end-far"),
        (date(2026, 11, 15), "warn", "end-soon"),
        (date(2027, 1, 31), "warn", "end-soon"),
        (date(2027, 2, 1), "fail", "end-passed"),
    ],
)
def test_end_of_life(today: date, state: str, reason: str) -> None:
    found = check_end_of_life(MODEL, today)

    assert (found.state, found.reason) == (state, reason)


def test_an_end_that_nobody_recorded_is_unknown() -> None:
    assert check_end_of_life(MODEL.model_copy(update={"end_of_life": ""}), date(2026, 4, 1)).state == "unknown"


class TestQuotas:
    @pytest.mark.parametrize(("value", "state"), [(1000.0, "ok"), (10.0, "warn")])
    def test_concurrency(self, value: float, state: str) -> None:
        session = StubbedSession({"service-quotas": [("get_service_quota", {"Quota": {"Value": value}})]})

        assert check_concurrency(session).state == state

    def session(self, *quotas: tuple[str, float]) -> StubbedSession:
        listed = [{"QuotaName": name, "Value": value} for name, value in quotas]
        return StubbedSession({"service-quotas": [("list_service_quotas", {"Quotas": listed})]})

    def test_only_quotas_of_this_model_count(self) -> None:
        session = self.session(
            ("On-demand model requests per minute for Large", 50.0),
            ("On-demand model tokens per minute for Large", 400_000.0),
            ("On-demand model requests per minute for Small", 1.0),
        )

        found = check_model_quotas(session, MODEL)

        assert found.state == "ok"
        assert "Small" not in found.facts["quotas"]

    def test_a_low_quota_is_named(self) -> None:
        found = check_model_quotas(self.session(("On-demand model requests per minute for Large", 4.0)), MODEL)

        assert (found.state, found.facts["quotas"]) == ("warn", "On-demand model requests per minute for Large: 4")

    def test_a_model_that_is_not_listed_is_unknown(self) -> None:
        assert check_model_quotas(self.session(), MODEL).state == "unknown"


BUSY = {"DetectionStatus": "DETECTION_IN_PROGRESS"}


class TestDrift:
    def session(self, *states: dict[str, str]) -> StubbedSession:
        tag = {"key": "aws:cloudformation:stack-name", "value": "mlew-acme-workshop"}
        table = {"Key": "aws:cloudformation:stack-name", "Value": "mlew-acme-workshop"}
        arn = "arn:aws:dynamodb:ap-northeast-1:111122223333:table/mlew-acme"
        return StubbedSession(
            {
                "stepfunctions": [("list_tags_for_resource", {"tags": [tag]})],
                "dynamodb": [
                    ("describe_table", {"Table": {"TableArn": arn}}),
                    ("list_tags_of_resource", {"Tags": [table]}),
                ],
                "cloudformation": [
                    ("detect_stack_drift", {"StackDriftDetectionId": "d" * 36}),
                    *(("describe_stack_drift_detection_status", self.status(s)) for s in states),
                ],
            }
        )

    def status(self, state: dict[str, str]) -> dict[str, Any]:
        at = datetime(2026, 4, 1, tzinfo=UTC)
        return {"StackId": "s", "StackDriftDetectionId": "d" * 36, "Timestamp": at, **state}

    @pytest.mark.parametrize(
        ("end", "state", "reason"),
        [
            ({"DetectionStatus": "DETECTION_COMPLETE", "StackDriftStatus": "IN_SYNC"}, "ok", "in-sync"),
            ({"DetectionStatus": "DETECTION_COMPLETE", "StackDriftStatus": "DRIFTED"}, "warn", "drifted"),
            ({"DetectionStatus": "DETECTION_FAILED"}, "unknown", "drift-not-known"),
        ],
    )
    def test_it_is_waited_for(self, end: dict[str, str], state: str, reason: str) -> None:
        pauses: list[float] = []
        session = self.session(BUSY, end)

        found = check_drift(session, DEPLOYMENT, pauses.append)

        assert (found.state, found.reason, found.facts["stacks"]) == (state, reason, "mlew-acme-workshop")
        assert len(pauses) == 1
        assert session.all_asked()

    def test_not_for_ever(self) -> None:
        found = check_drift(self.session(*[BUSY] * 40), DEPLOYMENT, lambda _: None)

        assert found.state == "unknown"
