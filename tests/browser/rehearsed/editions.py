"""The mocks that practice editions come to: as they are published, files and all."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from mlew.domain.mock_spec import MockSpec
from mlew.domain.site import Site
from mlew.inputs import read_folder
from tests.fakes import FakeHosting
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import RehearsedPort


class Published(NamedTuple):
    """A pair's mock: what it was made from, and the files behind its pointer."""

    spec: MockSpec
    site: Site


@cache
def published(folder: Path) -> dict[str, Published]:
    """By pair. From the discovery folder to the hosted files, with the rehearsal model, in this process."""
    hosting = FakeHosting()
    practice = Practice(RehearsedPort(), hosting=hosting)
    workshop = practice.run(read_folder(folder)).workshop
    found = {}
    for mock in practice.stores.mocks.list(workshop.id):
        artifact = practice.stores.artifacts.latest(workshop.id, "mock_spec", mock.pair)
        assert artifact is not None
        assert isinstance(artifact.body, MockSpec)
        shown = hosting.sites.pointers[mock.id].version
        site = tuple(file for key, file in hosting.sites.files.items() if key[:2] == (mock.id, shown))
        found[mock.pair] = Published(artifact.body, site)
    return found
