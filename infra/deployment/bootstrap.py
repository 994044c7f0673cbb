"""What `cdk bootstrap` leaves in an account, as far as templates look at it – for the embedded AWS only."""

from infra.deployment.assembly import CloudAssembly
from infra.deployment.target import Target

VERSION_PARAMETER = "/cdk-bootstrap/hnb659fds/version"
VERSION = "30"


def stand_in_for_bootstrap(target: Target, assembly: CloudAssembly) -> None:
    """Make the version parameter and the assets buckets if they are missing."""
    ssm, s3 = target.client("ssm"), target.client("s3")
    ssm.put_parameter(Name=VERSION_PARAMETER, Value=VERSION, Type="String", Overwrite=True)
    existing = {bucket["Name"] for bucket in s3.list_buckets()["Buckets"]}
    for name in sorted({target.resolve(asset.bucket) for asset in assembly.assets} - existing):
        place = {} if target.region == "us-east-1" else {"LocationConstraint": target.region}
        s3.create_bucket(Bucket=name, **({"CreateBucketConfiguration": place} if place else {}))
