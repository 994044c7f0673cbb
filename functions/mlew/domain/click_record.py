"""What the intake puts on the stream and the aggregator reads: one request of one browser tab, checked event by event.

JSON in UTF-8, fields with their default left out. Everything in it has passed `mlew.metrics.wire`, but a reader does
not rely on that: whoever may write to the stream could have put anything there.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from mlew.domain.base import Model

ClickKind = Literal["view", "click", "form", "time", "step", "answer", "comment", "custom"]
Agent = Literal["person", "bot", "prefetch"]
"""What sent it, by its user agent and headers. Only persons are counted."""
ClickSource = Literal["tracker", "sdk"]
Scalar = str | int | float | bool | None

LONGEST_NAME = 200
LONGEST_VALUE = 2000
LONGEST_ID = 80
MOST_EVENTS = 200
"""Of one record, refused ones too."""
MOST_DETAILS = 16
LARGEST_SEQUENCE = 1_000_000

SessionId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8,64}$")]
LinkCode = Annotated[str, StringConstraints(pattern=r"^([a-z0-9]{10})?$")]
Name = Annotated[str, StringConstraints(max_length=LONGEST_NAME)]


class _Numbered(Model):
    """Known again when it is sent again: by `n`, counted from 1 in its session, or else by `id`, never by both."""

    n: int = Field(default=0, ge=0, le=LARGEST_SEQUENCE)
    id: str = Field(default="", max_length=LONGEST_ID)

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if bool(self.n) == bool(self.id):
            raise ValueError("either n or id")
        return self


class ClickEvent(_Numbered):
    """`at`: milliseconds since 1970, by the browser's clock; `corrected` if that was off and arrival set it right.

    `name`: of the element, form, screen, question or own event. `page`: path below the mock, no query. `value`: of a
    `time`, visible milliseconds since the last one; of an answer or comment, what was said. `details`: flat.
    """

    at: int
    kind: ClickKind
    name: Name = ""
    page: Name = ""
    value: Annotated[str, StringConstraints(max_length=LONGEST_VALUE)] | int | float | None = None
    details: dict[Name, Scalar] = Field(default={}, max_length=MOST_DETAILS)
    corrected: bool = False


class RefusedEvent(_Numbered):
    """Not kept, for `reason` (a word of `mlew.metrics.wire`): its number is accounted for, so it is not "lost"."""

    reason: str = Field(max_length=40)


class ClickRecord(Model):
    """`session`: the partition key. `code`: of the link the tab came by, "" for an open address.

    `arrived`: milliseconds since 1970 by the intake's clock. `preview`: own testing, marked by the person.
    """

    tenant: str
    mock: str = Field(pattern=r"^[a-z0-9]{16}$")
    session: SessionId
    code: LinkCode = ""
    preview: bool = False
    agent: Agent = "person"
    arrived: int = Field(gt=0)
    source: ClickSource = "tracker"
    events: tuple[ClickEvent, ...] = Field(default=(), max_length=MOST_EVENTS)
    refused: tuple[RefusedEvent, ...] = Field(default=(), max_length=MOST_EVENTS)

    def to_bytes(self) -> bytes:
        """As it stands on the stream."""
        return self.model_dump_json(exclude_defaults=True).encode()
