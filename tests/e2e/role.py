"""Acting as one of the deployment's roles, to see where IAM draws the line."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from botocore.exceptions import ClientError

from tests.e2e.standing import Standing

DENIED = {"AccessDenied", "AccessDeniedException"}


def refused(call: Callable[[], Any]) -> bool:
    """Whether IAM refuses the call; any other end of it means that IAM let it through."""
    try:
        call()
    except ClientError as error:
        return error.response["Error"]["Code"] in DENIED
    return False


class Role:
    """A session of one of the deployment's roles."""

    def __init__(self, standing: Standing, arn: str) -> None:
        self._standing = standing
        self._arn = arn
        self.bucket = standing.deployment.bucket
        self.table = standing.deployment.table

    def client(self, service: str) -> Any:
        return self._session.client(service)

    @cached_property
    def _session(self) -> Any:
        sts = self._standing.endpoint_session.client("sts")
        given = sts.assume_role(RoleArn=self._arn, RoleSessionName="probe")["Credentials"]
        return self._standing.emulator.endpoint().session(
            access_key=given["AccessKeyId"], secret=given["SecretAccessKey"], token=given["SessionToken"]
        )

    def reads(self, key: str, bucket: str = "") -> bool:
        return not refused(lambda: self.client("s3").get_object(Bucket=bucket or self.bucket, Key=key))

    def writes(self, key: str, bucket: str = "") -> bool:
        return not refused(lambda: self.client("s3").put_object(Bucket=bucket or self.bucket, Key=key, Body=b"x"))

    def looks_up(self, table: str) -> bool:
        key = {"pk": {"S": "local#none"}, "sk": {"S": "WORKSHOP"}}
        return not refused(lambda: self.client("dynamodb").get_item(TableName=table, Key=key))

    def asks(self, model: str) -> bool:
        turn = {"role": "user", "content": [{"text": "?"}]}
        return not refused(lambda: self.client("bedrock-runtime").converse(modelId=model, messages=[turn]))

    def invokes(self, function: str) -> bool:
        return not refused(lambda: self.client("lambda").invoke(FunctionName=function, Payload=b"{}"))
