"""Checks of the model: what the Lambda's role may call, what the operator gets, forms, end of life."""

import re
from datetime import date
from typing import Any

from botocore.exceptions import ClientError

from mlew.adapters.doctor_diagnosis import DENIED, Diagnosis, asked, error_code
from mlew.domain.model_capability import ModelCapability
from mlew.settings import Deployment

INVOKE = "bedrock:InvokeModel"
PROFILE_KEY = "bedrock:InferenceProfileArn"
"""Foundation models may be called through the profile only, so the simulation has to say that it is."""
SOON_DAYS = 90
"""METHOD: everything leads to a reaction within 1-3 months; a model that ends before that is to be changed now."""
_FUNCTION = re.compile(r"arn:[\w-]+:lambda:[\w-]+:\d{12}:function:[A-Za-z0-9-_]+")


def model_resources(model: ModelCapability, region: str, account: str) -> list[str]:
    """ARNs that a call touches: the inference profile first, and its models in every region it may go to."""
    models = model.foundation_models or (model.id,)
    regions = (region, "") if "*" in model.regions else model.regions or (region,)
    found = [f"arn:aws:bedrock:{r}::foundation-model/{m}" for r in regions for m in models]
    if model.id not in models:
        found.insert(0, f"arn:aws:bedrock:{region}:{account}:inference-profile/{model.id}")
    return found


def model_roles(session: Any, deployment: Deployment) -> list[str]:
    """Roles of the workflow's functions that are told a model. Raises botocore's errors."""
    machine = session.client("stepfunctions").describe_state_machine(stateMachineArn=deployment.state_machine)
    functions = session.client("lambda")
    roles: dict[str, None] = {}
    for arn in dict.fromkeys(_FUNCTION.findall(machine["definition"])):
        settings = functions.get_function_configuration(FunctionName=arn)
        if "MLEW_MODEL" in settings.get("Environment", {}).get("Variables", {}):
            roles[str(settings["Role"])] = None
    return list(roles)


def check_role(session: Any, deployment: Deployment) -> Diagnosis:
    """Policies of the Lambdas' roles as IAM evaluates them, organisation included. Model access itself is apart."""

    def question() -> Diagnosis:
        iam = session.client("iam")
        roles = model_roles(session, deployment)
        account = deployment.state_machine.split(":")[4]
        resources = model_resources(deployment.model, deployment.region, account)
        through_profile: list[dict[str, Any]] = [
            {"ContextKeyName": PROFILE_KEY, "ContextKeyValues": resources[:1], "ContextKeyType": "string"}
        ]
        refused = [
            f"{role.split('/')[-1]}: {result['EvalResourceName']}"
            for role in roles
            for result in iam.simulate_principal_policy(
                PolicySourceArn=role, ActionNames=[INVOKE], ResourceArns=resources, ContextEntries=through_profile
            )["EvaluationResults"]
            if result["EvalDecision"] != "allowed"
        ]
        facts = {"roles": ", ".join(r.split("/")[-1] for r in roles), "refused": "; ".join(refused)}
        if not roles:
            return Diagnosis(check="role", state="unknown", reason="role-not-found", facts=facts)
        if refused:
            return Diagnosis(check="role", state="fail", reason="role-refused", facts=facts)
        return Diagnosis(check="role", state="ok", reason="role-allowed", facts=facts)

    return asked("role", question)


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
            code = error_code(error.response)
            facts["code"] = code
            if code in ("ThrottlingException", "ModelNotReadyException", "ServiceQuotaExceededException"):
                return Diagnosis(check="call", state="warn", reason="call-throttled", facts=facts)
            reason = "call-denied" if code in DENIED else "call-failed"
            return Diagnosis(check="call", state="fail", reason=reason, facts=facts)
        return Diagnosis(check="call", state="ok", reason="call-answered", facts=facts)

    return asked("call", question)


def check_availability(session: Any, model: ModelCapability) -> Diagnosis:
    """Forms, agreement and subscription of every model behind the profile."""

    def question() -> Diagnosis:
        bedrock = session.client("bedrock")
        missing: list[str] = []
        for name in model.foundation_models or (model.id,):
            answer = bedrock.get_foundation_model_availability(modelId=name)
            states = {
                "agreement": str(answer["agreementAvailability"]["status"]),
                "authorization": str(answer["authorizationStatus"]),
                "entitlement": str(answer["entitlementAvailability"]),
                "region": str(answer["regionAvailability"]),
            }
            missing += [f"{name}: {k} {v}" for k, v in states.items() if v not in ("AVAILABLE", "AUTHORIZED")]
        facts = {"missing": "; ".join(missing), "model": model.name}
        if missing:
            return Diagnosis(check="forms", state="fail", reason="forms-missing", facts=facts)
        return Diagnosis(check="forms", state="ok", reason="forms-done", facts=facts)

    return asked("forms", question)


def check_end_of_life(model: ModelCapability, today: date) -> Diagnosis:
    """How long the model can still be used, by the capability record."""
    facts = {"model": model.name, "date": model.end_of_life}
    try:
        left = (date.fromisoformat(model.end_of_life) - today).days
    except ValueError:
        return Diagnosis(check="end-of-life", state="unknown", reason="end-not-known", facts=facts)
    if left < 0:
        return Diagnosis(check="end-of-life", state="fail", reason="end-passed", facts=facts)
    state, reason = ("warn", "end-soon") if left < SOON_DAYS else ("ok", "end-far")
    return Diagnosis.model_validate({"check": "end-of-life", "state": state, "reason": reason, "facts": facts})
