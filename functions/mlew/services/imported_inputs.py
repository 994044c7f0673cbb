"""Plans and inputs of several folders as those of one workshop: nothing is dropped, the first one wins."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import NamedTuple, TypeVar

from mlew.domain.inputs import Picture, WorkshopInputs
from mlew.domain.workshop import WorkshopPlan
from mlew.services.received_folder import ReceivedFolder

T = TypeVar("T")


class JoinedInputs(NamedTuple):
    """`renamed`: files that another folder has with other content, as (folder, name, name under which it is kept)."""

    plan: WorkshopPlan
    inputs: WorkshopInputs
    pictures: dict[str, bytes]
    originals: dict[str, bytes]
    renamed: tuple[tuple[str, str, str], ...]


def joined_inputs(folders: Sequence[ReceivedFolder]) -> JoinedInputs:
    """Of at least one folder; the plan's language is the first one's."""
    originals: dict[str, bytes] = {}
    renamed: list[tuple[str, str, str]] = []
    for folder in folders:
        for name, content in folder.originals.items():
            kept = _keep(originals, name, content)
            if kept != name:
                renamed.append((folder.name, name, kept))
    all_inputs = [folder.inputs for folder in folders]
    pictures: dict[str, bytes] = {}
    inputs = WorkshopInputs(
        customers=_once(sheet for inputs in all_inputs for sheet in inputs.customers),
        pictures=_pictures(folders, pictures),
        solutions=_first((s for inputs in all_inputs for s in inputs.solutions), lambda s: s.name),
        prose="\n\n".join(_once(inputs.prose for inputs in all_inputs if inputs.prose)),
        sources=tuple(originals),
        findings=_once(finding for inputs in all_inputs for finding in inputs.findings),
    )
    return JoinedInputs(joined_plan(folders), inputs, pictures, originals, tuple(renamed))


def joined_plan(folders: Sequence[ReceivedFolder]) -> WorkshopPlan:
    """The first plan, with the people, pairs and appointments of all."""
    plans = [folder.plan for folder in folders]
    return plans[0].model_copy(
        update={
            "participants": _first((p for plan in plans for p in plan.participants), lambda p: p.name),
            "pairs": _first((p for plan in plans for p in plan.pairs), lambda p: p.id),
            "sessions": _once(session for plan in plans for session in plan.sessions),
        }
    )


def _pictures(folders: Sequence[ReceivedFolder], kept: dict[str, bytes]) -> tuple[Picture, ...]:
    found: list[Picture] = []
    for folder in folders:
        for picture in folder.inputs.pictures:
            content = folder.pictures[picture.name]
            if content not in kept.values():
                found.append(picture.model_copy(update={"name": _keep(kept, picture.name, content)}))
    return tuple(found)


def _keep(files: dict[str, bytes], name: str, content: bytes) -> str:
    """Add a file, under a name of its own if the name is taken by another content."""
    path = PurePath(name)
    number, free = 2, name
    while files.get(free, content) != content:
        free = f"{path.stem}-{number}{path.suffix}"
        number += 1
    files[free] = content
    return free


def _first(found: Iterable[T], name_of: Callable[[T], str]) -> tuple[T, ...]:
    kept: dict[str, T] = {}
    for item in found:
        kept.setdefault(name_of(item), item)
    return tuple(kept.values())


def _once(found: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(found))
