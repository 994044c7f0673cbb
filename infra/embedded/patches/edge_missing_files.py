"""A file that a bucket does not have is missing, for a distribution that may list the bucket.

Why: the emulator answers 403 whatever the bucket's policy allows, so a distribution's page for missing files is
never seen. S3 says 404 to those who may list.
Source: "GetObject", permissions, in the Amazon S3 API reference.
"""

from typing import Any

from ministack.core.iam_evaluator import EvalContext, evaluate_resource_policy
from ministack.services import s3

from . import Settings


def apply(_settings: Settings) -> None:
    fetch = s3.serve_cloudfront_origin_fetch

    def fetch_or_missing(bucket: str, key: str, *rest: Any, source_arn: str = "", **named: Any) -> Any:
        held = s3._ensure_bucket(bucket)
        if held is not None and key not in held["objects"] and source_arn and _may_list(bucket, source_arn):
            return s3._error("NoSuchKey", "The specified key does not exist.", 404, f"/{bucket}/{key}")
        return fetch(bucket, key, *rest, source_arn=source_arn, **named)

    s3.serve_cloudfront_origin_fetch = fetch_or_missing


def _may_list(bucket: str, distribution_arn: str) -> bool:
    policy = s3._bucket_policies.get_scoped(s3._bucket_owner_account(bucket) or s3.get_account_id(), None, bucket)
    if not policy:
        return False
    asked = EvalContext(
        principal_arn="*",
        principal_type="Service",
        principal_account="",
        action="s3:ListBucket",
        resource_arn=f"arn:aws:s3:::{bucket}",
        region=s3.get_region(),
        service_context={"aws:sourcearn": distribution_arn},
    )
    return bool(evaluate_resource_policy(policy, asked, service="cloudfront.amazonaws.com").decision == "Allow")
