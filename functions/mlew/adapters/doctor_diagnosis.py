"""What one check of `mlew doctor` found, as data: texts and fixes stand with the command line's words."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from botocore.exceptions import BotoCoreError, ClientError
from pydantic import Field

from mlew.domain.base import Model

DiagnosisState = Literal["ok", "warn", "fail", "unknown"]
DENIED = (
    "AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "NotAuthorized", "UnrecognizedClientException",
    "AuthorizationError", "AuthorizationErrorException",
)  # fmt: skip
"""Codes by which AWS services refuse a caller."""


class Diagnosis(Model):
    """`check` names what was looked at, `reason` what was found there (both kebab-case); `facts` fill the texts."""

    check: str
    state: DiagnosisState
    reason: str
    facts: dict[str, str] = Field(default_factory=dict)


def asked(check: str, question: Callable[[], Diagnosis]) -> Diagnosis:
    """Ask AWS; a refusal or a failing service is an unknown answer, not a crash of the doctor."""
    try:
        return question()
    except ClientError as error:
        facts = {"code": error_code(error.response), "operation": error.operation_name}
        reason = "not-allowed-to-look" if facts["code"] in DENIED else "service-answered"
        return Diagnosis(check=check, state="unknown", reason=reason, facts=facts)
    except BotoCoreError as error:
        facts = {"code": type(error).__name__, "operation": ""}
        return Diagnosis(check=check, state="unknown", reason="service-answered", facts=facts)


def error_code(response: Mapping[str, Any]) -> str:
    """Code of a service's error, "" if there is none."""
    return str(response.get("Error", {}).get("Code", ""))
