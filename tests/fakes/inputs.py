from mlew.adapters.keys import checked_id, checked_part
from mlew.domain.inputs import WorkshopInputs
from mlew.errors import InputError, NotFound
from mlew.ports.input_store import InputStore


class InMemoryInputStore(InputStore):
    def __init__(self) -> None:
        self._inputs: dict[str, tuple[str, dict[str, bytes], dict[str, bytes]]] = {}

    def put(
        self, workshop_id: str, inputs: WorkshopInputs, pictures: dict[str, bytes], originals: dict[str, bytes]
    ) -> None:
        for name in pictures:
            checked_part(name)
        if "" in originals:
            raise InputError("A file without a name cannot be stored.")
        self._inputs[checked_id(workshop_id)] = (inputs.model_dump_json(), dict(pictures), dict(originals))

    def get(self, workshop_id: str) -> WorkshopInputs:
        return WorkshopInputs.model_validate_json(self._of(workshop_id)[0])

    def picture(self, workshop_id: str, name: str) -> bytes:
        pictures = self._of(workshop_id)[1]
        if name not in pictures:
            raise NotFound(f"Workshop {workshop_id} has no picture {name}.")
        return pictures[name]

    def originals(self, workshop_id: str) -> dict[str, bytes]:
        return dict(self._of(workshop_id)[2])

    def _of(self, workshop_id: str) -> tuple[str, dict[str, bytes], dict[str, bytes]]:
        if checked_id(workshop_id) not in self._inputs:
            raise NotFound(f"Workshop {workshop_id} has no inputs.")
        return self._inputs[workshop_id]
