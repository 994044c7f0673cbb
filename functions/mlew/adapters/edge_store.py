"""CloudFront's key-value store: what the edge looks up of a mock."""

import time
from collections.abc import Callable

from botocore.exceptions import ClientError

from mlew.adapters.aws_errors import error_code, setup_errors
from mlew.adapters.clients import Clients
from mlew.errors import StoreUnavailable

_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2)
"""Seconds. A whole store has one version: writers of other mocks get into each other's way."""
_OUTDATED = frozenset(("ConflictException", "ValidationException"))
"""The second is said of any request that is wrong, of one with an old version too."""


class EdgeStore:
    """Values by key; reads here see what was written, the edge follows within seconds."""

    def __init__(self, clients: Clients, arn: str, pause: Callable[[float], None] = time.sleep) -> None:
        """`arn` of the store. `pause` waits so many seconds."""
        self._clients = clients
        self._arn = arn
        self._pause = pause

    def get(self, key: str) -> str | None:
        """None if there is no such key. Raises SetupError if there is no such store."""
        with setup_errors():
            client = self._clients.key_values()
            try:
                return client.get_key(KvsARN=self._arn, Key=key)["Value"]
            except ClientError as error:
                if error_code(error) != "ResourceNotFoundException":
                    raise
            client.describe_key_value_store(KvsARN=self._arn)
            return None

    def put(self, key: str, value: str) -> None:
        """Store, whatever was there. Raises StoreUnavailable if other writers were faster time and again."""
        for pause in (*_PAUSES, 0.0):
            if self._put_once(key, value):
                return
            self._pause(pause)
        raise StoreUnavailable.told("edge.busy")

    def _put_once(self, key: str, value: str) -> bool:
        with setup_errors():
            client = self._clients.key_values()
            version = client.describe_key_value_store(KvsARN=self._arn)["ETag"]
            try:
                client.put_key(KvsARN=self._arn, Key=key, Value=value, IfMatch=version)
            except ClientError as error:
                if error_code(error) not in _OUTDATED:
                    raise
                if client.describe_key_value_store(KvsARN=self._arn)["ETag"] == version:
                    raise
                return False
            return True
