"""Resource types of our stacks that the emulator does not know are accepted, and do nothing.

Why: one unknown type refuses the whole stack. A budget, or an alarm on a calculation over metrics, only
watches an account; here there is neither money nor metrics to watch. Everything that a workshop runs on
must be a type that the emulator really provides, so the list is short and closed.
"""

from typing import Any

from ministack.services.cloudformation import provisioners

from . import Settings

ACCEPTED = ("AWS::Budgets::Budget",)
_ALARM = "AWS::CloudWatch::Alarm"


def apply(_settings: Settings) -> None:
    handlers: dict[str, dict[str, Any]] = provisioners._RESOURCE_HANDLERS
    for name in ACCEPTED:
        if name in handlers:
            raise RuntimeError(f"the emulator provides {name} now: take it off this list")
        handlers[name] = {"create": _create, "update": _update, "delete": _delete}
    stock = dict(handlers[_ALARM])

    def create(logical_id: str, properties: dict[str, Any], stack: str) -> Any:
        return (_create if properties.get("Metrics") else stock["create"])(logical_id, properties, stack)

    def update(physical_id: str, old: dict[str, Any], new: dict[str, Any], *rest: Any, **named: Any) -> Any:
        watched = not (old.get("Metrics") or new.get("Metrics"))
        return (stock["update"] if watched else _update)(physical_id, old, new, *rest, **named)

    handlers[_ALARM].update(create=create, update=update)


def _create(logical_id: str, properties: dict[str, Any], stack: str) -> tuple[str, dict[str, str]]:
    name = str(properties.get("AlarmName") or f"{stack}-{logical_id}")
    region, account = provisioners.get_region(), provisioners.get_account_id()
    return name, {"Arn": f"arn:aws:cloudwatch:{region}:{account}:alarm:{name}"}


def _update(physical_id: str, *_rest: Any, **_named: Any) -> tuple[str, dict[str, str]]:
    region, account = provisioners.get_region(), provisioners.get_account_id()
    return physical_id, {"Arn": f"arn:aws:cloudwatch:{region}:{account}:alarm:{physical_id}"}


def _delete(_physical_id: str, _properties: dict[str, Any]) -> None:
    return None
