from typing import Protocol

from mlew.domain.inputs import WorkshopInputs


class InputStore(Protocol):
    """What a workshop started from."""

    def put(
        self, workshop_id: str, inputs: WorkshopInputs, pictures: dict[str, bytes], originals: dict[str, bytes]
    ) -> None:
        """Store what was read, the pictures by name, and the files as they came."""

    def get(self, workshop_id: str) -> WorkshopInputs:
        """Raises NotFound."""

    def picture(self, workshop_id: str, name: str) -> bytes:
        """Raises NotFound."""

    def originals(self, workshop_id: str) -> dict[str, bytes]:
        """The files as they came, by file name."""
