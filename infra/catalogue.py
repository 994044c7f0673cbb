"""The models that a customer can choose from: capability records in `models.toml`."""

import tomllib
from functools import cache
from pathlib import Path

from mlew.domain.model_capability import ModelCapability
from mlew.errors import SetupError

FILE = Path(__file__).parent / "models.toml"


@cache
def catalogue() -> dict[str, ModelCapability]:
    """All records by id."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    records = [ModelCapability.model_validate(record) for record in content["model"]]
    return {record.id: record for record in records}


def capability(model_id: str) -> ModelCapability:
    """Raises SetupError that lists the ids there are."""
    try:
        return catalogue()[model_id]
    except KeyError:
        raise SetupError(
            f"no model {model_id!r} in {FILE.name}", hint="choose one of: " + ", ".join(catalogue())
        ) from None


def in_bedrock(model: ModelCapability) -> bool:
    """False for our own ids: what stands behind the model gateway, or runs as a function."""
    return not model.id.startswith("mlew.")
