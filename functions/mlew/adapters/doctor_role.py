"""Check of the Lambdas' roles: may they call the model, by all that IAM knows of?"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from mlew.adapters.doctor_diagnosis import Diagnosis, asked
from mlew.domain.model_resources import INVOKE, PROFILE_KEY, ModelResources, model_resources
from mlew.settings import Deployment

REGION_KEY = "aws:RequestedRegion"
"""Organisations limit regions by it; a simulation that leaves it out would be refused by such a policy."""
NO_REGION = "unspecified"
"""Value of that key for the ARN without a region. Source: "Global cross-Region inference", Bedrock user guide."""


class Request(NamedTuple):
    """One simulation: these resources, judged as if called in this region."""

    region: str
    resources: tuple[str, ...]


class Refusal(NamedTuple):
    """`by_organisation`: a service control policy forbids it, whatever the role's own policies say."""

    resource: str
    by_organisation: bool


def check_role(session: Any, deployment: Deployment) -> Diagnosis:
    """Policies of the roles as IAM evaluates them, organisation included. Model access itself is apart."""

    def question() -> Diagnosis:
        functions = deployment.model_functions
        facts = {
            "customer": deployment.customer,
            "functions": ", ".join(functions),
            "count": str(len(functions)),
        }
        if not functions:
            return Diagnosis(check="role", state="unknown", reason="role-not-told", facts=facts)
        account = deployment.state_machine.split(":")[4]
        touched = model_resources(deployment.model, region=deployment.region, account=account)
        client = session.client("lambda")
        roles = dict.fromkeys(str(client.get_function_configuration(FunctionName=f)["Role"]) for f in functions)
        refused = dict.fromkeys(refusal for role in roles for refusal in _refusals(session, role, deployment, touched))
        facts["refused"] = "; ".join(dict.fromkeys(refusal.resource for refusal in refused))
        if any(refusal.by_organisation for refusal in refused):
            return Diagnosis(check="role", state="fail", reason="role-refused-by-organisation", facts=facts)
        if refused:
            return Diagnosis(check="role", state="fail", reason="role-refused", facts=facts)
        return Diagnosis(check="role", state="ok", reason="role-allowed", facts=facts)

    return asked("role", question)


def requests(touched: ModelResources, region: str) -> list[Request]:
    """What is simulated: the profile is called in the deployment's region, a model wherever it answers."""
    by_region = {region: (touched.profile,) if touched.profile else ()}
    for place, arns in touched.models.items():
        by_region[place] = (*by_region.get(place, ()), *arns)
    return [Request(place or NO_REGION, arns) for place, arns in by_region.items()]


def _refusals(session: Any, role: str, deployment: Deployment, touched: ModelResources) -> Iterator[Refusal]:
    simulation = session.client("iam").get_paginator("simulate_principal_policy")
    for request in requests(touched, deployment.region):
        context = [_entry(REGION_KEY, request.region)]
        if touched.profile:
            context.append(_entry(PROFILE_KEY, touched.profile))
        for page in simulation.paginate(
            PolicySourceArn=role,
            ActionNames=[INVOKE],
            ResourceArns=list(request.resources),
            ContextEntries=context,
        ):
            for result in page["EvaluationResults"]:
                yield from _refused(result)


def _refused(result: Any) -> Iterator[Refusal]:
    """IAM judges each resource by itself; where it does not say so, its word is about all of them."""
    by_organisation = not result.get("OrganizationsDecisionDetail", {}).get("AllowedByOrganizations", True)
    single = result.get("ResourceSpecificResults") or [
        {
            "EvalResourceName": result.get("EvalResourceName", "*"),
            "EvalResourceDecision": result["EvalDecision"],
        }
    ]
    for judged in single:
        if judged["EvalResourceDecision"] != "allowed":
            yield Refusal(str(judged["EvalResourceName"]), by_organisation)


def _entry(key: str, value: str) -> dict[str, Any]:
    return {"ContextKeyName": key, "ContextKeyValues": [value], "ContextKeyType": "string"}
