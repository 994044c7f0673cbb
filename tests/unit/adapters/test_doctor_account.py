from typing import Any

import pytest
from botocore.exceptions import NoCredentialsError, UnauthorizedSSOTokenError

from mlew.adapters.doctor_account import check_credentials, check_region, find_deployment
from mlew.settings import Deployment
from tests.unit.adapters.doctor_samples import DEPLOYMENT
from tests.unit.adapters.stubbed_session import StubbedSession


class TestCredentials:
    def test_who_is_signed_in(self) -> None:
        caller = {"Arn": "arn:aws:sts::1:assumed-role/x/maki", "Account": "111122223333", "UserId": "u"}

        found = check_credentials(StubbedSession({"sts": [("get_caller_identity", caller)]}))

        assert (found.state, found.facts["arn"]) == ("ok", caller["Arn"])

    def test_a_session_that_has_expired(self) -> None:
        found = check_credentials(StubbedSession({"sts": [("get_caller_identity", "ExpiredToken")]}))

        assert (found.state, found.reason, found.facts["code"]) == ("fail", "credentials-refused", "ExpiredToken")

    @pytest.mark.parametrize(
        ("error", "reason"),
        [(NoCredentialsError, "credentials-missing"), (UnauthorizedSSOTokenError, "credentials-unusable")],
    )
    def test_nobody_is_signed_in(self, error: type[Exception], reason: str) -> None:
        class Nobody:
            def client(self, _: str) -> Any:
                raise error

        found = check_credentials(Nobody())

        assert (found.state, found.reason) == ("fail", reason)


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
