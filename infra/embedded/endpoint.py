"""How callers reach an emulator: as environment variables, or as a boto3 session."""

from dataclasses import dataclass, field
from typing import Any

import boto3
from botocore.config import Config

ROOT_KEY = "test"
ACCOUNT = "000000000000"


@dataclass(frozen=True)
class Endpoint:
    """Address and root credentials of one emulator."""

    url: str
    region: str
    secret: str = field(repr=False)

    def environment(self) -> dict[str, str]:
        """Variables for a process that shall talk to this emulator instead of AWS."""
        return {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_ACCESS_KEY_ID": ROOT_KEY,
            "AWS_SECRET_ACCESS_KEY": self.secret,
            "AWS_REGION": self.region,
            "AWS_DEFAULT_REGION": self.region,
            "AWS_DISABLE_HOST_PREFIX_INJECTION": "true",  # sync-… and other prefixes do not resolve here
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    def session(self, *, access_key: str = ROOT_KEY, secret: str = "", token: str = "") -> "EmbeddedSession":
        """A boto3 session whose clients all go to this emulator; by default as the root user."""
        return EmbeddedSession(self, access_key, secret or self.secret, token or None)


class EmbeddedSession(boto3.Session):
    """A boto3 session with an endpoint of its own, whatever the process's environment says."""

    def __init__(self, endpoint: Endpoint, access_key: str, secret: str, token: str | None) -> None:
        super().__init__(
            aws_access_key_id=access_key,
            aws_secret_access_key=secret,
            aws_session_token=token,
            region_name=endpoint.region,
        )
        self._endpoint = endpoint

    def client(self, service_name: Any, *args: Any, **kwargs: Any) -> Any:
        return super().client(service_name, *args, **self._with_endpoint(kwargs))

    def resource(self, service_name: Any, *args: Any, **kwargs: Any) -> Any:
        return super().resource(service_name, *args, **self._with_endpoint(kwargs))

    def _with_endpoint(self, kwargs: dict[str, Any]) -> dict[str, Any]:
        config = Config(inject_host_prefix=False)
        given = kwargs.get("config")
        merged = config.merge(given) if given else config
        return {**kwargs, "endpoint_url": kwargs.get("endpoint_url") or self._endpoint.url, "config": merged}
