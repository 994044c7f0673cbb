"""Fixtures around the embedded AWS. One emulator for the whole session, or as many as a test asks for.

The Python environments are built once per checkout, under `.embedded/`; after that a start takes half a second.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from infra.embedded.emulator import Emulator
from infra.embedded.endpoint import Endpoint

ENVIRONMENTS = Path(__file__).parents[1] / ".embedded" / "environments"

EmulatorFactory = Callable[..., Emulator]


@pytest.fixture(scope="session")
def emulator_factory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmulatorFactory]:
    """Make emulators, not started, each with a folder of its own on any free port; all are ended at the end.

    `emulator_factory(home=..., port=...)` overrides; see `infra.embedded.emulator.Emulator`.
    """
    made: list[Emulator] = []

    def make(home: Path | None = None, port: int | None = 0, **options: object) -> Emulator:
        folder = home or tmp_path_factory.mktemp("emulator")
        emulator = Emulator(folder, port, cache=ENVIRONMENTS, **options)  # type: ignore[arg-type]
        made.append(emulator)
        return emulator

    yield make
    for emulator in made:
        emulator.kill()


@pytest.fixture(scope="session")
def embedded_aws(emulator_factory: EmulatorFactory) -> Endpoint:
    """The session's emulator with all patches, nothing kept: `.session()` and `.environment()` reach it.

    It is shared: use names that nobody else uses, and never reset it.
    """
    return emulator_factory().start(persist=False)
