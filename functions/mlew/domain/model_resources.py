"""What a call of a model touches, as ARNs: a deployment's policy grants it, and `mlew doctor` asks about it."""

from mlew.domain.base import Model
from mlew.domain.model_capability import ModelCapability

ANY_REGION = "*"
"""Stands in `ModelCapability.regions` for: any commercial region (global profiles)."""
INVOKE = "bedrock:InvokeModel"
"""The action behind Converse."""
PROFILE_KEY = "bedrock:InferenceProfileArn"
"""Condition key: the profile that a foundation model is reached through."""


class ModelResources(Model):
    """`profile`: ARN of the inference profile, "" if the model is called itself.

    `models`: region to the ARNs of the foundation models that may answer there; the region "" is that of the ARN
    without a region, under which IAM judges a global profile's choice.
    """

    profile: str
    models: dict[str, tuple[str, ...]]

    @property
    def model_arns(self) -> tuple[str, ...]:
        """Foundation models of all regions."""
        return tuple(arn for arns in self.models.values() for arn in arns)


def is_profile(model: ModelCapability) -> bool:
    """Whether `id` is an inference profile that passes calls on to its foundation models."""
    return bool(model.foundation_models) and model.id not in model.foundation_models


def model_resources(model: ModelCapability, *, region: str, account: str) -> ModelResources:
    """For calls from this region of this account.

    Source: "Prerequisites for inference profiles" and, for global profiles, "Global cross-Region inference" in the
    Amazon Bedrock user guide.
    """
    if not is_profile(model):
        return ModelResources(profile="", models={region: (_arn(region, model.id),)})
    regions = (region, "") if ANY_REGION in model.regions else model.regions
    return ModelResources(
        profile=f"arn:aws:bedrock:{region}:{account}:inference-profile/{model.id}",
        models={place: tuple(_arn(place, name) for name in model.foundation_models) for place in regions},
    )


def _arn(region: str, model_id: str) -> str:
    return f"arn:aws:bedrock:{region}::foundation-model/{model_id}"
