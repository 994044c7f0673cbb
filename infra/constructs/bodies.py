"""The bucket of bodies: inputs, artifacts, drafts and raw answers, below the tenant's prefix."""

from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.constructs.acknowledgements import acknowledge
from infra.environments import Environment

_NO_ACCESS_LOG = (
    "S3 server access logs hold addresses, user agents and object keys, which no log of this product may. "
    "Who read what is answered by CloudTrail data events, if the account's owner turns them on (docs/security.md)."
)


class Bodies(Construct):
    """Private, TLS only, versioned; what was replaced or deleted can be brought back for a while."""

    def __init__(
        self, scope: Construct, construct_id: str, *, environment: Environment, key: kms.IKey, removal: RemovalPolicy
    ) -> None:
        super().__init__(scope, construct_id)
        self.bucket = s3.Bucket(
            self,
            "Bucket",
            encryption=s3.BucketEncryption.KMS,
            encryption_key=key,
            bucket_key_enabled=True,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
            enforce_ssl=True,
            minimum_tls_version=1.2,
            versioned=True,
            lifecycle_rules=[
                s3.LifecycleRule(
                    id="old-versions",
                    noncurrent_version_expiration=Duration.days(environment.retention.old_version_days),
                    expired_object_delete_marker=True,
                ),
                s3.LifecycleRule(id="unfinished-uploads", abort_incomplete_multipart_upload_after=Duration.days(1)),
            ],
            removal_policy=removal,
        )
        acknowledge(self.bucket, {"AwsSolutions-S1": _NO_ACCESS_LOG})

    def arn_from_elsewhere(self) -> str:
        """How findings about policies of other stacks name this bucket."""
        stack = Stack.of(self)
        exported: dict[str, str] = stack.resolve(stack.export_value(self.bucket.bucket_arn))
        return exported["Fn::ImportValue"]
