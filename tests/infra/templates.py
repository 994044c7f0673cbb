"""Questions that tests ask of synthesised templates."""

from collections.abc import Iterable, Iterator
from typing import Any

Template = dict[str, Any]


def resources(templates: Iterable[Template], kind: str = "") -> dict[str, dict[str, Any]]:
    """Logical id to properties, of one CloudFormation type or all."""
    return {
        name: resource.get("Properties", {})
        for template in templates
        for name, resource in template["Resources"].items()
        if not kind or resource["Type"] == kind
    }


def statements(template: Template) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every statement of every identity policy, with the logical id of what it belongs to."""
    for name, properties in resources([template]).items():
        documents = [p["PolicyDocument"] for p in properties.get("Policies", [])]
        documents += [properties["PolicyDocument"]] if "PolicyDocument" in properties and "Roles" in properties else []
        documents += [properties["PolicyDocument"]] if "ManagedPolicyName" in properties else []
        for document in documents:
            for statement in document["Statement"]:
                yield name, statement


def role_of(template: Template, function: str) -> list[dict[str, Any]]:
    """Statements of the role that a function of this name runs with."""
    return [s for name, s in statements(template) if name.startswith(f"{function}Role")]


def listed(value: Any) -> list[Any]:
    """IAM allows one or many."""
    return value if isinstance(value, list) else [value]


def actions(found: Iterable[dict[str, Any]]) -> set[str]:
    """All actions that these statements allow."""
    return {action for s in found for action in listed(s["Action"])}
