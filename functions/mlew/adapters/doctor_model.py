"""Checks of the model with the operator's own rights: a call, its forms and subscriptions."""

from typing import Any

from botocore.exceptions import ClientError

from mlew.adapters.doctor_diagnosis import DENIED, Diagnosis, asked, error_code
from mlew.domain.model_capability import ModelCapability

BUSY = (
    "InternalServerException", "ModelErrorException", "ModelNotReadyException", "ModelTimeoutException",
    "ServiceQuotaExceededException", "ServiceUnavailableException", "ThrottlingException",
)  # fmt: skip
"""Codes by which Bedrock says: later, perhaps. A workshop tries these again."""


def check_call(session: Any, model: ModelCapability) -> Diagnosis:
    """One call of a few tokens, with the operator's rights: it shows access, not what the Lambda's role may."""
    facts = {"model": model.id}

    def question() -> Diagnosis:
        try:
            session.client("bedrock-runtime").converse(
                modelId=model.id,
                messages=[{"role": "user", "content": [{"text": "Hello"}]}],
                inferenceConfig={"maxTokens": 16},
            )
        except ClientError as error:
            code = facts["code"] = error_code(error.response)
            facts["message"] = str(error.response.get("Error", {}).get("Message", ""))
            if code in BUSY:
                return Diagnosis(check="call", state="warn", reason="call-throttled", facts=facts)
            reason = "call-denied" if code in DENIED else "call-failed"
            return Diagnosis(check="call", state="fail", reason=reason, facts=facts)
        return Diagnosis(check="call", state="ok", reason="call-answered", facts=facts)

    return asked("call", question)


def check_availability(session: Any, model: ModelCapability) -> Diagnosis:
    """Forms, agreement and subscription of every model behind the profile.

    The first call of a model in an account starts its subscription, which takes some minutes: so this comes after
    the call. Source: "Request access to models" in the Amazon Bedrock user guide.
    """

    def question() -> Diagnosis:
        bedrock = session.client("bedrock")
        missing: list[str] = []
        pending: list[str] = []
        elsewhere: list[str] = []
        for name in model.foundation_models or (model.id,):
            answer = bedrock.get_foundation_model_availability(modelId=name)
            agreement = answer["agreementAvailability"]
            said = {
                "agreementAvailability": str(agreement["status"]),
                "authorizationStatus": str(answer["authorizationStatus"]),
                "entitlementAvailability": str(answer["entitlementAvailability"]),
            }
            wrong = [f"{key} {value}" for key, value in said.items() if value not in ("AVAILABLE", "AUTHORIZED")]
            if wrong == ["agreementAvailability PENDING"]:
                pending.append(name)
            elif wrong:
                missing.append(f"{name}: " + ", ".join([*wrong, str(agreement.get("errorMessage") or "")]).rstrip(", "))
            if answer["regionAvailability"] != "AVAILABLE":
                elsewhere.append(name)
        facts = {"model": model.name, "missing": "; ".join(missing or pending or elsewhere)}
        if missing:
            return Diagnosis(check="forms", state="fail", reason="forms-missing", facts=facts)
        if pending:
            return Diagnosis(check="forms", state="warn", reason="forms-pending", facts=facts)
        if elsewhere:
            return Diagnosis(check="forms", state="warn", reason="forms-elsewhere", facts=facts)
        return Diagnosis(check="forms", state="ok", reason="forms-done", facts=facts)

    return asked("forms", question)
