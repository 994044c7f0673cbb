"""boto3 clients, made when first used and kept: making one costs more than most calls."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from botocore.config import Config

if TYPE_CHECKING:
    from boto3.session import Session
    from types_boto3_bedrock_runtime import BedrockRuntimeClient
    from types_boto3_cloudfront_keyvaluestore import CloudFrontKeyValueStoreClient
    from types_boto3_dynamodb import DynamoDBClient
    from types_boto3_kinesis import KinesisClient
    from types_boto3_lambda import LambdaClient
    from types_boto3_s3 import S3Client
    from types_boto3_sqs import SQSClient
    from types_boto3_ssm import SSMClient
    from types_boto3_stepfunctions import SFNClient

_CONNECT_SECONDS = 5
_READ_SECONDS = 20
_ATTEMPTS = 5
_STEP_SECONDS = 30
_USER_AGENT = "mlew"
_ACCOUNT_BEFORE_ADDRESS = re.compile(r"^(http://)\d{12}\.(?=127\.0\.0\.1[:/])")


def _for_data() -> Config:
    return Config(
        connect_timeout=_CONNECT_SECONDS,
        read_timeout=_READ_SECONDS,
        retries={"mode": "standard", "total_max_attempts": _ATTEMPTS},
        user_agent_extra=_USER_AGENT,
    )


def _for_visitors() -> Config:
    """A browser waits, and sends again by itself: better to give up in time than to try long."""
    return Config(
        connect_timeout=1,
        read_timeout=2,
        retries={"mode": "standard", "total_max_attempts": 2},
        user_agent_extra=_USER_AGENT,
    )


def _for_models(read_seconds: int) -> Config:
    return Config(
        connect_timeout=_CONNECT_SECONDS,
        read_timeout=read_seconds,
        retries={"mode": "standard", "total_max_attempts": 1},  # a second attempt is the state machine's decision
        tcp_keepalive=True,  # an answer may take minutes, in which nothing is sent
        user_agent_extra=_USER_AGENT,
    )


def read_seconds(timeout_seconds: float) -> int:
    """How long a client waits that may take so long: down to whole steps, so that one client serves many calls."""
    if timeout_seconds < _STEP_SECONDS:
        return max(1, int(timeout_seconds))
    return int(timeout_seconds // _STEP_SECONDS) * _STEP_SECONDS


class Clients:
    """Clients of one session."""

    def __init__(self, session: "Session | None" = None, *, visitors_wait: bool = False) -> None:
        """Without a session: region, keys and endpoint as the process finds them.

        `visitors_wait`: asked for by somebody's browser; those for data give up in time then.
        """
        self._given = session
        self._for_data = _for_visitors if visitors_wait else _for_data
        self.dynamodb = lru_cache(maxsize=1)(self._dynamodb)
        self.s3 = lru_cache(maxsize=1)(self._s3)
        self.stepfunctions = lru_cache(maxsize=1)(self._stepfunctions)
        self.key_values = lru_cache(maxsize=1)(self._key_values)
        self.sqs = lru_cache(maxsize=1)(self._sqs)
        self.ssm = lru_cache(maxsize=1)(self._ssm)
        self.kinesis = lru_cache(maxsize=1)(self._kinesis)
        self.bedrock = lru_cache(maxsize=8)(self._bedrock)
        self.functions = lru_cache(maxsize=8)(self._functions)

    def _session(self) -> "Session":
        if self._given is None:
            import boto3  # noqa: PLC0415 – takes a fifth of a second, which commands without AWS do not wait for

            self._given = boto3.session.Session()
        return self._given

    def _dynamodb(self) -> "DynamoDBClient":
        return self._session().client("dynamodb", config=self._for_data())

    def _s3(self) -> "S3Client":
        return self._session().client("s3", config=self._for_data())

    def _stepfunctions(self) -> "SFNClient":
        return self._session().client("stepfunctions", config=self._for_data())

    def _sqs(self) -> "SQSClient":
        return self._session().client("sqs", config=self._for_data())

    def _ssm(self) -> "SSMClient":
        return self._session().client("ssm", config=self._for_data())

    def _kinesis(self) -> "KinesisClient":
        return self._session().client("kinesis", config=self._for_data())

    def _key_values(self) -> "CloudFrontKeyValueStoreClient":
        """Needs the AWS SDK's library in C, which signs for all regions at once (SigV4A)."""
        client = self._session().client("cloudfront-keyvaluestore", config=self._for_data())
        client.meta.events.register("before-call.cloudfront-keyvaluestore", _without_account_before_an_address)
        return client

    def _bedrock(self, read_seconds: int) -> "BedrockRuntimeClient":
        config = _for_models(read_seconds)
        return self._session().client("bedrock-runtime", config=config)

    def _functions(self, read_seconds: int) -> "LambdaClient":
        config = _for_models(read_seconds)
        return self._session().client("lambda", config=config)


def _without_account_before_an_address(params: dict[str, Any], **_: object) -> None:
    """This service's host starts with the account's number; before the embedded AWS's 127.0.0.1 that is no host."""
    params["url"] = _ACCOUNT_BEFORE_ADDRESS.sub(r"\1", params["url"])


@lru_cache(maxsize=1)
def process_clients() -> Clients:
    """The clients of this process, the same in every invocation of a Lambda."""
    return Clients()


@lru_cache(maxsize=1)
def visitor_clients() -> Clients:
    """Those of a function that the internet reaches: it answers before its own time is over."""
    return Clients(visitors_wait=True)
