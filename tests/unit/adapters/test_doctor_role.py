"""The simulation asks what Bedrock will ask: the same resources, reached the same way, in the same regions."""

from typing import Any

from mlew.adapters.doctor_role import check_role
from mlew.domain.model_capability import ModelCapability
from mlew.domain.model_resources import model_resources
from tests.unit.adapters.doctor_samples import ACCOUNT, DEPLOYMENT, GLOBAL, MODEL, REGION, SINGLE
from tests.unit.adapters.stubbed_session import StubbedSession

ROLES = [f"arn:aws:iam::{ACCOUNT}:role/mlew-acme-{name}Role" for name in ("RunListen", "RunDefine")]
PROFILE = f"arn:aws:bedrock:{REGION}:{ACCOUNT}:inference-profile/jp.example.large-v1:0"
TOKYO = f"arn:aws:bedrock:{REGION}::foundation-model/example.large-v1:0"
OSAKA = "arn:aws:bedrock:ap-northeast-3::foundation-model/example.large-v1:0"
TEMPLATE = "arn:${Partition}:bedrock:${Region}::foundation-model/${ResourceId}"


def asked(role: str, region: str, resources: list[str], profile: str = PROFILE) -> dict[str, Any]:
    context = [{"ContextKeyName": "aws:RequestedRegion", "ContextKeyValues": [region], "ContextKeyType": "string"}]
    if profile:
        key = "bedrock:InferenceProfileArn"
        context.append({"ContextKeyName": key, "ContextKeyValues": [profile], "ContextKeyType": "string"})
    return {
        "PolicySourceArn": role,
        "ActionNames": ["bedrock:InvokeModel"],
        "ResourceArns": resources,
        "ContextEntries": context,
    }


def judged(decisions: dict[str, str], **more: Any) -> dict[str, Any]:
    """As IAM answers: one result for the action, whose name is a template; the resources below it."""
    worst = next((decision for decision in decisions.values() if decision != "allowed"), "allowed")
    single = [{"EvalResourceName": arn, "EvalResourceDecision": decision} for arn, decision in decisions.items()]
    result = {
        "EvalActionName": "bedrock:InvokeModel",
        "EvalResourceName": TEMPLATE,
        "EvalDecision": worst,
        "ResourceSpecificResults": single,
        **more,
    }
    return {"EvaluationResults": [result], "IsTruncated": False}


def session(*simulations: tuple[str, Any, dict[str, Any]], roles: list[str] = ROLES) -> StubbedSession:
    return StubbedSession(
        {
            "lambda": [
                ("get_function_configuration", {"Role": role}, {"FunctionName": name})
                for name, role in zip(DEPLOYMENT.model_functions, roles, strict=True)
            ],
            "iam": [*simulations],
        }
    )


def in_tokyo_and_osaka(role: str, osaka: dict[str, Any]) -> list[tuple[str, Any, dict[str, Any]]]:
    tokyo = judged({PROFILE: "allowed", TOKYO: "allowed"})
    return [
        ("simulate_principal_policy", tokyo, asked(role, REGION, [PROFILE, TOKYO])),
        ("simulate_principal_policy", osaka, asked(role, "ap-northeast-3", [OSAKA])),
    ]


def test_every_role_that_calls_the_model_is_asked_about_profile_and_models_in_each_region() -> None:
    allowed = judged({OSAKA: "allowed"})
    stubbed = session(*(call for role in ROLES for call in in_tokyo_and_osaka(role, allowed)))

    found = check_role(stubbed, DEPLOYMENT)

    assert (found.state, found.reason, found.facts["count"]) == ("ok", "role-allowed", "2")
    assert stubbed.all_asked()


def test_two_functions_of_one_role_are_asked_about_once() -> None:
    stubbed = session(*in_tokyo_and_osaka(ROLES[0], judged({OSAKA: "allowed"})), roles=[ROLES[0]] * 2)

    assert check_role(stubbed, DEPLOYMENT).state == "ok"
    assert stubbed.all_asked()


def test_a_region_that_the_role_may_not_use_is_named_once() -> None:
    refused = judged({OSAKA: "implicitDeny"})
    stubbed = session(*(call for role in ROLES for call in in_tokyo_and_osaka(role, refused)))

    found = check_role(stubbed, DEPLOYMENT)

    assert (found.state, found.reason, found.facts["refused"]) == ("fail", "role-refused", OSAKA)


def test_an_organisation_that_forbids_a_region_is_told_apart() -> None:
    forbidden = judged({OSAKA: "explicitDeny"}, OrganizationsDecisionDetail={"AllowedByOrganizations": False})
    stubbed = session(*in_tokyo_and_osaka(ROLES[0], forbidden), roles=[ROLES[0]] * 2)

    found = check_role(stubbed, DEPLOYMENT)

    assert (found.state, found.reason) == ("fail", "role-refused-by-organisation")


def test_an_answer_about_all_resources_at_once_counts_too() -> None:
    bare = {"EvalActionName": "bedrock:InvokeModel", "EvalDecision": "implicitDeny", "EvalResourceName": TEMPLATE}
    answer = {"EvaluationResults": [bare], "IsTruncated": False}
    stubbed = session(*in_tokyo_and_osaka(ROLES[0], answer), roles=[ROLES[0]] * 2)

    assert check_role(stubbed, DEPLOYMENT).facts["refused"] == TEMPLATE


def test_answers_on_several_pages_are_read_to_the_end() -> None:
    first = judged({OSAKA: "allowed"}) | {"IsTruncated": True, "Marker": "more"}
    stubbed = session(
        *in_tokyo_and_osaka(ROLES[0], first),
        (
            "simulate_principal_policy",
            judged({OSAKA: "implicitDeny"}),
            asked(ROLES[0], "ap-northeast-3", [OSAKA]) | {"Marker": "more"},
        ),
        roles=[ROLES[0]] * 2,
    )

    assert check_role(stubbed, DEPLOYMENT).state == "fail"


def simulated(model: ModelCapability, *requests: tuple[str, list[str]], profile: str = "") -> None:
    stubbed = session(
        *(
            (
                "simulate_principal_policy",
                judged(dict.fromkeys(arns, "allowed")),
                asked(ROLES[0], region, arns, profile),
            )
            for region, arns in requests
        ),
        roles=[ROLES[0]] * 2,
    )

    assert check_role(stubbed, DEPLOYMENT.model_copy(update={"model": model})).state == "ok"
    assert stubbed.all_asked()


def test_a_global_profile_is_asked_about_here_and_without_a_region() -> None:
    profile = f"arn:aws:bedrock:{REGION}:{ACCOUNT}:inference-profile/{GLOBAL.id}"

    simulated(
        GLOBAL,
        (REGION, [profile, TOKYO]),
        ("unspecified", ["arn:aws:bedrock:::foundation-model/example.large-v1:0"]),
        profile=profile,
    )


def test_a_model_without_a_profile_is_asked_about_by_itself() -> None:
    simulated(SINGLE, (REGION, [f"arn:aws:bedrock:{REGION}::foundation-model/example.small-v1:0"]))


def test_a_deployment_that_names_no_function_is_unknown() -> None:
    older = DEPLOYMENT.model_copy(update={"model_functions": ()})

    assert check_role(StubbedSession({}), older).reason == "role-not-told"


def test_who_may_not_simulate_is_told_so() -> None:
    stubbed = StubbedSession(
        {
            "lambda": [("get_function_configuration", {"Role": role}) for role in ROLES],
            "iam": [("simulate_principal_policy", "AccessDenied")],
        }
    )

    found = check_role(stubbed, DEPLOYMENT)

    assert (found.state, found.facts["operation"]) == ("unknown", "SimulatePrincipalPolicy")


def test_a_profile_reaches_its_models_in_every_region() -> None:
    touched = model_resources(MODEL, region=REGION, account=ACCOUNT)

    assert (touched.profile, touched.model_arns) == (PROFILE, (TOKYO, OSAKA))
