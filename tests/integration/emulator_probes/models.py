"""Calls to a model."""

from typing import Any

from tests.integration.emulator_probes import probe
from tests.integration.emulator_probes.cloud import Cloud, refusal

PROFILE = "jp.example.model-v1:0"
MODEL = "example.model-v1:0"


def converse(client: Any, model_id: str) -> str:
    """The error code of a call, `allowed` if it came past the policies."""
    message = {"role": "user", "content": [{"text": "hello"}]}
    code = refusal(lambda: client.converse(modelId=model_id, messages=[message]))
    return "AccessDeniedException" if code == "AccessDeniedException" else "allowed"


def converse_as(cloud: Cloud, model_id: str, statement: dict[str, Any]) -> str:
    return converse(cloud.client("bedrock-runtime", **cloud.as_role(cloud.role(statement))), model_id)


def profile_arn(cloud: Cloud) -> str:
    return cloud.arn("bedrock", f"inference-profile/{PROFILE}")


def model_arn(region: str) -> str:
    return f"arn:aws:bedrock:{region}::foundation-model/{MODEL}"


@probe("bedrock_authorisation", as_in_aws="allowed")
def a_call_needs_the_profile_and_the_model_in_every_destination(cloud: Cloud) -> str:
    needed = [profile_arn(cloud), model_arn("ap-northeast-1"), model_arn("ap-northeast-3")]
    return converse_as(cloud, PROFILE, {"Action": "bedrock:InvokeModel", "Resource": needed})


@probe("bedrock_authorisation", as_in_aws="allowed")
def the_models_policy_may_name_the_profile_as_its_condition(cloud: Cloud) -> str:
    role = cloud.role(
        {"Action": "bedrock:InvokeModel", "Resource": profile_arn(cloud)},
        {
            "Action": "bedrock:InvokeModel",
            "Resource": [model_arn("ap-northeast-1"), model_arn("ap-northeast-3")],
            "Condition": {"StringLike": {"bedrock:InferenceProfileArn": profile_arn(cloud)}},
        },
    )
    return converse(cloud.client("bedrock-runtime", **cloud.as_role(role)), PROFILE)


@probe("bedrock_authorisation", as_in_aws="AccessDeniedException")
def a_profile_without_one_of_its_destinations_is_not_enough(cloud: Cloud) -> str:
    # The action is a pattern so that it also covers the one that only the emulator knows.
    short = [profile_arn(cloud), model_arn("ap-northeast-1"), model_arn(f"{cloud.region}").replace(MODEL, PROFILE)]
    return converse_as(cloud, PROFILE, {"Action": "bedrock:*", "Resource": short})


@probe("bedrock_authorisation", as_in_aws="allowed")
def a_profile_may_be_named_by_its_arn(cloud: Cloud) -> str:
    needed = [profile_arn(cloud), model_arn("ap-northeast-1"), model_arn("ap-northeast-3")]
    return converse_as(cloud, profile_arn(cloud), {"Action": "bedrock:InvokeModel", "Resource": needed})


@probe("bedrock_gateway", as_in_aws="ServiceUnavailableException")
def a_call_that_reaches_no_model_is_an_error(cloud: Cloud) -> str:
    message = {"role": "user", "content": [{"text": "hello"}]}
    client = cloud.client("bedrock-runtime")
    return refusal(lambda: client.converse(modelId=MODEL, messages=[message]))


@probe("bedrock_gateway", as_in_aws="ValidationException")
def other_ways_to_call_a_model_say_that_they_lead_nowhere(cloud: Cloud) -> str:
    client = cloud.client("bedrock-runtime")
    return refusal(lambda: client.invoke_model(modelId=MODEL, body=b"{}"))
