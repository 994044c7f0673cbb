from typing import Any

import pytest

from mlew.adapters.doctor_model import check_availability, check_call
from tests.unit.adapters.doctor_samples import MODEL
from tests.unit.adapters.stubbed_session import StubbedSession

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
            ("ServiceUnavailableException", "warn", "call-throttled"),
            ("AccessDeniedException", "fail", "call-denied"),
            ("ValidationException", "fail", "call-failed"),
        ],
    )
    def test_by_what_comes_back(self, answer: Any, state: str, reason: str) -> None:
        found = check_call(StubbedSession({"bedrock-runtime": [("converse", answer)]}), MODEL)

        assert (found.state, found.reason) == (state, reason)


class TestForms:
    def session(self, agreement: dict[str, str], **other: str) -> StubbedSession:
        answer = {
            "modelId": "example.large-v1:0",
            "agreementAvailability": agreement,
            "authorizationStatus": "AUTHORIZED",
            "entitlementAvailability": "AVAILABLE",
            "regionAvailability": "AVAILABLE",
            **other,
        }
        asked = {"modelId": "example.large-v1:0"}
        return StubbedSession({"bedrock": [("get_foundation_model_availability", answer, asked)]})

    def test_done(self) -> None:
        assert check_availability(self.session({"status": "AVAILABLE"}), MODEL).state == "ok"

    @pytest.mark.parametrize(
        ("agreement", "other", "missing"),
        [
            ({"status": "NOT_AVAILABLE"}, {}, "agreementAvailability NOT_AVAILABLE"),
            (
                {"status": "ERROR", "errorMessage": "No payment method"},
                {},
                "agreementAvailability ERROR, No payment method",
            ),
            ({"status": "AVAILABLE"}, {"authorizationStatus": "NOT_AUTHORIZED"}, "authorizationStatus NOT_AUTHORIZED"),
            (
                {"status": "PENDING"},
                {"entitlementAvailability": "NOT_AVAILABLE"},
                "agreementAvailability PENDING, entitlementAvailability NOT_AVAILABLE",
            ),
        ],
    )
    def test_what_is_missing_is_named_with_the_model(
        self, agreement: dict[str, str], other: dict[str, str], missing: str
    ) -> None:
        found = check_availability(self.session(agreement, **other), MODEL)

        assert (found.state, found.facts["missing"]) == ("fail", f"example.large-v1:0: {missing}")

    @pytest.mark.parametrize(
        ("agreement", "region", "reason"),
        [("PENDING", "AVAILABLE", "forms-pending"), ("AVAILABLE", "NOT_AVAILABLE", "forms-elsewhere")],
    )
    def test_what_may_pass_by_itself_is_a_warning(self, agreement: str, region: str, reason: str) -> None:
        found = check_availability(self.session({"status": agreement}, regionAvailability=region), MODEL)

        assert (found.state, found.reason) == ("warn", reason)
