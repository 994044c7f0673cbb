"""A session whose clients answer from a script; botocore checks requests and answers against the service's model."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import boto3
from botocore.stub import Stubber


@cache
def _session(region: str) -> boto3.Session:
    """Read the services' models once for all tests."""
    return boto3.Session(aws_access_key_id="AKIAIOSFODNN7EXAMPLE", aws_secret_access_key="x", region_name=region)


class StubbedSession:
    """`answers`: service → calls in their order, each (operation, answer or error code[, expected parameters])."""

    def __init__(
        self,
        answers: Mapping[str, list[tuple[str, Any] | tuple[str, Any, dict[str, Any]]]],
        *,
        region: str | None = "ap-northeast-1",
    ) -> None:
        self.region_name = region
        self._clients: dict[str, Any] = {}
        self._stubs: list[Stubber] = []
        for service, calls in answers.items():
            client = _session(region or "us-east-1").client(service)  # type: ignore[call-overload]
            stub = Stubber(client)
            for operation, answer, *expected in calls:
                if isinstance(answer, str):
                    stub.add_client_error(operation, answer)
                else:
                    stub.add_response(operation, answer, *expected)
            stub.activate()
            self._clients[service] = client
            self._stubs.append(stub)

    def client(self, service: str) -> Any:
        """The scripted client. KeyError for a service that should not be asked."""
        return self._clients[service]

    def all_asked(self) -> bool:
        """Whether every scripted answer was fetched."""
        for stub in self._stubs:
            stub.assert_no_pending_responses()
        return True
