from collections.abc import Mapping
from typing import Protocol

from mlew.gateway.backend import Answer


class Sender(Protocol):
    """Signs a Converse call with the operator's profile and sends it (adapters.bedrock_forward)."""

    def send(self, model_id: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body as Bedrock gave them. Raises ConverseError if it cannot be asked."""


class BedrockBackend:
    """Bedrock in an account: the body goes there unchanged, and what comes back comes back unchanged."""

    def __init__(self, sender: Sender) -> None:
        """`sender`: holds the credentials; the caller's signature is not passed on."""
        self._sender = sender

    def converse(self, model_id: str, body: bytes, headers: Mapping[str, str]) -> Answer | None:  # noqa: ARG002
        """See Backend."""
        status, returned, content = self._sender.send(model_id, body)
        return Answer(status, content, returned)

    def control(self, method: str, path: str, body: bytes) -> Answer | None:  # noqa: ARG002
        """See Backend: none."""
        return None

    def close(self) -> None:
        """See Backend: calls end by their own time limit."""
