from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from mlew.rehearsal.converse_errors import ConverseError

JSON = "application/json"


@dataclass(frozen=True)
class Answer:
    """An HTTP answer. `headers` without those of the connection."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": JSON})


class Backend(Protocol):
    """What answers the calls. Used by several threads at once."""

    def converse(self, model_id: str, body: bytes, headers: Mapping[str, str]) -> Answer | None:
        """The answer to a Converse call, an error of the model included; None = close the connection unanswered."""

    def control(self, method: str, path: str, body: bytes) -> Answer | None:
        """An answer on the backend's own paths (`/_…`); None if it has none there."""

    def close(self) -> None:
        """The server ends: let go of all calls that still wait."""


def error_answer(error: ConverseError) -> Answer:
    """An error as Bedrock Runtime puts it on the wire."""
    return Answer(error.status, error.body, {"Content-Type": JSON, "x-amzn-ErrorType": type(error).__name__})
