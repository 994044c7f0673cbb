"""Reading the current artifacts of a workshop, typed by their body."""

from typing import TypeVar

from mlew.domain.artifact import TEAM, ArtifactRef, Body, kind_of
from mlew.domain.workshop import Workshop
from mlew.errors import NotFound
from mlew.services.work import Stores

B = TypeVar("B", bound=Body)


def current(stores: Stores, workshop: Workshop, body: type[B], scope: str = TEAM) -> tuple[B, ArtifactRef]:
    """The newest version and its key. Raises NotFound if the phase that makes it has not run."""
    kind = kind_of(body)
    artifact = stores.artifacts.latest(workshop.id, kind, scope)
    if artifact is None or not isinstance(artifact.body, body):
        raise NotFound.told("artifact.not-yet", workshop=workshop.id, kind=kind, scope=scope)
    return artifact.body, artifact.ref
