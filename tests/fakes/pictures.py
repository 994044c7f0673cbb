import hashlib

from mlew.errors import NotFound
from mlew.ports.picture_store import PictureStore


class InMemoryPictureStore(PictureStore):
    def __init__(self) -> None:
        self._pictures: dict[tuple[str, str], bytes] = {}

    def put(self, workshop_id: str, png: bytes) -> str:
        file = f"{hashlib.sha256(png).hexdigest()}.png"
        self._pictures[workshop_id, file] = png
        return file

    def get(self, workshop_id: str, file: str) -> bytes:
        if (workshop_id, file) not in self._pictures:
            raise NotFound(f"no picture {file}")
        return self._pictures[workshop_id, file]
