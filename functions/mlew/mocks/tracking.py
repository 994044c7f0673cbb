"""What a page needs in order to be counted."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tracking:
    """`key`: write-only, public; "" for pages that are not counted. `endpoint`: where events are posted."""

    key: str = ""
    endpoint: str = "/v1/events"
