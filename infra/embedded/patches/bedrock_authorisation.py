"""Converse is authorised as AWS does it: `bedrock:InvokeModel`, on the profile and on the model behind it.

Why: the emulator asks for `bedrock:Converse`, an action that does not exist, and takes an inference profile
for a model, so a correct policy is refused and a wrong one may pass. A call through a profile needs the
profile itself and the foundation model in every region that the profile may send it to; the second check
carries the profile as `bedrock:InferenceProfileArn`.
Source: "Prerequisites for inference profiles" and "Actions defined by Amazon Bedrock" in the AWS documentation.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import ministack.core.iam_actions as actions
import ministack.core.iam_evaluator as evaluator

from . import Settings

_MODEL_PATH = re.compile(r"^/model/(?P<id>.+?)/(converse|converse-stream|invoke|invoke-with-response-stream)$")
_PROFILE = re.compile(r"^(?P<geography>us-gov|us|eu|apac|jp|au|ca|global)\.(?P<model>.+)$")
_PROFILE_ARN = re.compile(r"^arn:aws:bedrock:[^:]+:\d{12}:inference-profile/(?P<id>.+)$")
_AS_IN_AWS = {
    "bedrock:Converse": "bedrock:InvokeModel",
    "bedrock:ConverseStream": "bedrock:InvokeModelWithResponseStream",
}
# Where a profile may send a call. Other geographies are checked in the caller's region alone.
DESTINATIONS = {
    "jp": ("ap-northeast-1", "ap-northeast-3"),
    "global": ("",),  # the model's ARN has no region then
}


def apply(_settings: Settings) -> None:
    extract_action, extract_resource = actions.extract_iam_action, actions.extract_resource_arn
    enforce = evaluator.enforce

    def action(*args: Any, **named: Any) -> str | None:
        name: str | None = extract_action(*args, **named)
        return _AS_IN_AWS.get(name, name) if name else None

    def resource(service: str, method: str, path: str, *rest: Any, **named: Any) -> str:
        found = _MODEL_PATH.match(path) if service == "bedrock-runtime" else None
        if not found:
            return str(extract_resource(service, method, path, *rest, **named))
        region, account = rest[-2:]
        return model_resource(unquote(found["id"]), region, account)

    def enforce_all(key: str, name: str, service: str, region: str, resource_arn: str = "*", **named: Any) -> Any:
        refused = enforce(key, name, service, region, resource_arn=resource_arn, **named)
        if refused or service != "bedrock-runtime":
            return refused
        for model_arn in models_behind(resource_arn, region):
            context = {"bedrock:InferenceProfileArn": resource_arn}
            refused = enforce(key, name, service, region, resource_arn=model_arn, service_context=context)
            if refused:
                return refused
        return None

    actions.extract_iam_action, actions.extract_resource_arn = action, resource
    evaluator.enforce = enforce_all


def model_resource(model_id: str, region: str, account: str) -> str:
    """The ARN a policy has to name for a call with this `modelId`."""
    if model_id.startswith("arn:"):
        return model_id
    if _PROFILE.match(model_id):
        return f"arn:aws:bedrock:{region}:{account}:inference-profile/{model_id}"
    return f"arn:aws:bedrock:{region}::foundation-model/{model_id}"


def models_behind(resource_arn: str, region: str) -> Iterator[str]:
    """The foundation models that a call through this resource may reach; none if it is a model itself."""
    profile = _PROFILE_ARN.match(resource_arn)
    parts = _PROFILE.match(profile["id"]) if profile else None
    if parts:
        for destination in DESTINATIONS.get(parts["geography"], (region,)):
            yield f"arn:aws:bedrock:{destination}::foundation-model/{parts['model']}"
