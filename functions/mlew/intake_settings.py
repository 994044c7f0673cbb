"""Environment of the intake: little of it, and loaded without what workshops need."""

import os
from collections.abc import Mapping

from mlew.domain.base import Model


class IntakeSettings(Model):
    """`stream`: "" while the intake is turned off."""

    tenant: str
    metrics_table: str
    stream: str = ""

    def to_environment(self) -> dict[str, str]:
        """As environment variables: MLEW_TENANT, …"""
        return {f"MLEW_{name.upper()}": value for name, value in self}

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "IntakeSettings":
        """Raises pydantic's ValidationError naming every variable that is missing."""
        given = {name: environment.get(f"MLEW_{name.upper()}") for name in cls.model_fields}
        return cls.model_validate({name: value for name, value in given.items() if value is not None})
