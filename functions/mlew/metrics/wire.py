"""What pages post to `/v1/events`: both formats, told apart by what stands in them (docs/metrics.md)."""

import json
from typing import NoReturn

from mlew.metrics.delivery import LARGEST_BODY, Delivery, Unreadable
from mlew.metrics.sdk_format import read_sdk
from mlew.metrics.tracker_format import read_tracker


def read_request(body: bytes, arrived: int) -> Delivery:
    """`arrived`: milliseconds since 1970. Raises Unreadable, and nothing else, whatever the body is."""
    if len(body) > LARGEST_BODY:
        raise Unreadable("too-large")
    try:
        content = json.loads(body, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Unreadable("no-json") from None
    if not isinstance(content, dict):
        raise Unreadable("no-object")
    return read_tracker(content, arrived) if "v" in content else read_sdk(content, arrived)


def _no_number(constant: str) -> NoReturn:
    raise ValueError(constant)
