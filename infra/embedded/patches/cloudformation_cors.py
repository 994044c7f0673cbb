"""An HTTP API out of a template answers preflights.

Why: CloudFormation writes `AllowOrigins`, the emulator's own API reads `allowOrigins`, and hands the one on as the
other: every preflight was answered 403. Pages made elsewhere that report with the SDK send JSON with a header of
their own, so their browsers ask first.
"""

from typing import Any

from ministack.services.cloudformation import provisioners

from . import Settings

_API = "AWS::ApiGatewayV2::Api"
_CORS = "CorsConfiguration"


def apply(_settings: Settings) -> None:
    handlers: dict[str, dict[str, Any]] = provisioners._RESOURCE_HANDLERS
    stock = dict(handlers[_API])

    def create(logical_id: str, properties: dict[str, Any], stack: str) -> Any:
        return stock["create"](logical_id, _as_the_api_reads(properties), stack)

    def update(physical_id: str, old: dict[str, Any], new: dict[str, Any], *rest: Any, **named: Any) -> Any:
        return stock["update"](physical_id, old, _as_the_api_reads(new), *rest, **named)

    handlers[_API].update(create=create, update=update)


def _as_the_api_reads(properties: dict[str, Any]) -> dict[str, Any]:
    given = properties.get(_CORS) or {}
    return {**properties, _CORS: {name[0].lower() + name[1:]: value for name, value in given.items()}}
