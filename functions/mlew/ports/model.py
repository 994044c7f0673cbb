from typing import Any, Protocol

from mlew.domain.artifact import Usage
from mlew.domain.base import Model as DomainModel


class Attachment(DomainModel):
    """A picture for the model: `media` "png" or "jpeg", raw bytes."""

    name: str
    media: str
    content: bytes


class ModelRequest(DomainModel):
    """One call. `turns` after the first user text: (answer of the model as tool input, what was wrong with it).

    `conversation`: how many about the same came to nothing before; their successors get more room for the answer.
    `nonce` keeps equal requests of different places apart.
    """

    system: str
    text: str
    attachments: tuple[Attachment, ...] = ()
    tool_name: str
    tool_description: str
    tool_schema: dict[str, Any]
    turns: tuple[tuple[dict[str, Any], str], ...] = ()
    conversation: int = 0
    nonce: str = ""


class ModelAnswer(DomainModel):
    """`output`: the tool's input, None if the model wrote text instead (then it is in `text`).

    `stop_reason`: "tool_use", "end_turn", "max_tokens" (cut off at the output limit) or "refused" (the model,
    a guardrail or a content filter declined). Cut-off and refused answers are answers: they are billed.
    """

    output: dict[str, Any] | None
    text: str = ""
    stop_reason: str
    model: str
    rehearsed: bool = False
    usage: Usage


class ModelPort(Protocol):
    """A model that fills in a form (forced tool)."""

    def ask(self, request: ModelRequest, *, timeout_seconds: float) -> ModelAnswer:
        """One call, no retries. Raises ModelThrottled, ModelTimeout, ModelAccessDenied, ContextTooLong, ModelError.

        Of these, ModelTimeout alone may have been billed.
        """

    def highest_cost(self, request: ModelRequest) -> float:
        """USD that this call can cost at most: its input as estimated, its output at the limit."""
