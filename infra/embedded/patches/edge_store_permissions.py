"""Calls of CloudFront's key-value store are authorised on the store that they name.

Why: the emulator asks for permission on `*`, so the policy that a function should have – one store, a few
actions – is refused. The store's ARN is a part of the path.
"""

import re
from typing import Any
from urllib.parse import unquote

import ministack.core.iam_actions as actions

from . import Settings

_STORE = re.compile(r"^/key-value-stores/(?P<arn>arn[:%].+?)(/keys(/.*)?)?$")


def apply(_settings: Settings) -> None:
    extract_resource = actions.extract_resource_arn

    def resource(service: str, method: str, path: str, *rest: Any, **named: Any) -> str:
        found = _STORE.match(path) if service == "cloudfront-keyvaluestore" else None
        return unquote(found["arn"]) if found else str(extract_resource(service, method, path, *rest, **named))

    actions.extract_resource_arn = resource
