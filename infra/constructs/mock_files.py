"""The bucket of published mocks: `sites/<mock>/<version>/…`, read by CloudFront only."""

from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.constructs.acknowledgements import acknowledge

_NO_ACCESS_LOG = (
    "S3 server access logs hold addresses, user agents and object keys, which no log of this product may. "
    "Only CloudFront and the roles of this customer can read (docs/security.md)."
)


class MockFiles(Construct):
    """Private, TLS only, encrypted with S3's own key: CloudFront would need rights on a customer key to read.

    Not versioned: a key never gets other content, and what is destroyed shall be gone. It goes with its stack, as the
    addresses do; what mocks are made from is kept elsewhere (docs/decisions/0012).
    """

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        self.bucket = s3.Bucket(
            self,
            "Bucket",
            encryption=s3.BucketEncryption.S3_MANAGED,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
            enforce_ssl=True,
            minimum_tls_version=1.2,
            lifecycle_rules=[
                s3.LifecycleRule(id="unfinished-uploads", abort_incomplete_multipart_upload_after=Duration.days(1))
            ],
            removal_policy=RemovalPolicy.DESTROY,
        )
        acknowledge(self.bucket, {"AwsSolutions-S1": _NO_ACCESS_LOG})

    def arn_from_elsewhere(self) -> str:
        """How findings about policies of other stacks name this bucket."""
        stack = Stack.of(self)
        exported: dict[str, str] = stack.resolve(stack.export_value(self.bucket.bucket_arn))
        return exported["Fn::ImportValue"]
