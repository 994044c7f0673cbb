from typing import Protocol


class PictureStore(Protocol):
    """Pictures that were drawn for the mocks of a workshop, beside its artifacts."""

    def put(self, workshop_id: str, png: bytes) -> str:
        """Keep it; its file name, which its content gives: `<sha256>.png`."""

    def get(self, workshop_id: str, file: str) -> bytes:
        """Content of a name that `put` gave. Raises InputError for any other kind of name."""
