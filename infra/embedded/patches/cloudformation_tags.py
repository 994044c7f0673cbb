"""Buckets get the tags of their template and of their stack.

Why: the emulator drops them, so what is left of a customer after a removal could not be listed by its tag,
and a bucket that was forgotten would not be missed.
"""

from collections.abc import Callable
from typing import Any

from ministack.services import s3
from ministack.services.cloudformation import provisioners

from . import Settings

_BUCKET = "AWS::S3::Bucket"


def apply(_settings: Settings) -> None:
    provisioners._STACK_TAG_PROPERTY[_BUCKET] = ("Tags", "list")
    bucket = provisioners._RESOURCE_HANDLERS[_BUCKET]
    bucket["create"] = _tagging(bucket["create"], properties_at=1)
    bucket["update"] = _tagging(bucket["update"], properties_at=2)


def _tagging(operation: Callable[..., Any], *, properties_at: int) -> Callable[..., Any]:
    def tagged(*args: Any, **named: Any) -> Any:
        result = operation(*args, **named)
        tags = args[properties_at].get("Tags") or []
        s3._bucket_tags[result[0]] = {tag["Key"]: tag["Value"] for tag in tags}
        return result

    return tagged
