"""Settings of customers that tests make up."""

from typing import Any

from infra.environments import Environment, load


def example(**changes: Any) -> Environment:
    """The example customer with other values; nested fields as dictionaries."""
    return changed(load("example"), **changes)


def local(**changes: Any) -> Environment:
    """The embedded AWS with other values."""
    return changed(load("local"), **changes)


def changed(environment: Environment, **changes: Any) -> Environment:
    """Validated again."""
    return Environment.model_validate({**environment.model_dump(mode="json"), **changes})
