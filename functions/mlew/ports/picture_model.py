from typing import Protocol


class PictureModel(Protocol):
    """Draws what a sentence describes."""

    def draw(self, description: str, *, accent: str, timeout_seconds: float) -> bytes:
        """A PNG, wide. `accent`: `#rrggbb` that should be seen in it. Raises ModelError."""
