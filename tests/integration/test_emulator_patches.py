"""Every patch is still needed, and does what it is for.

Each probe is put to a stock emulator and to the patched one. When the stock one answers as AWS does, its
patch can be taken out; then this test fails.
"""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest

from infra.embedded.patches import PATCHES
from tests.embedded import EmulatorFactory
from tests.integration.emulator_probes import (
    PROBES,
    Probe,
    access,
    edge,
    functions,
    models,
    stacks,
    streams,
    workflows,
)
from tests.integration.emulator_probes.cloud import Cloud

pytestmark = pytest.mark.embedded

AREAS = (access, edge, functions, models, stacks, streams, workflows)
PROVEN_ELSEWHERE = {
    "state_snapshots",  # test_emulator_durability.py
    "edge_configuration",  # test_emulator_thrift.py
    "stream_retention",  # test_emulator_thrift.py
}


Answers = dict[str, tuple[Future[Any], Future[Any]]]

AT_ONCE = 16


@pytest.fixture(scope="module")
def answers(emulator_factory: EmulatorFactory) -> Iterator[Answers]:
    """What a stock emulator and a patched one answer to every probe."""

    emulators = emulator_factory(), emulator_factory()
    stock = Cloud(emulators[0].start(persist=False, skipped_patches=PATCHES))
    patched = Cloud(emulators[1].start(persist=False))
    given: Answers = {}
    for together in (True, False):
        with ThreadPoolExecutor(AT_ONCE if together else 1) as pool:
            for probe in PROBES:
                if probe.measures_time != together:
                    given[probe.name] = pool.submit(probe.ask, stock), pool.submit(probe.ask, patched)
    yield given
    for emulator in emulators:
        emulator.kill()


def test_every_patch_has_a_probe() -> None:
    assert {one.patch for one in PROBES} | PROVEN_ELSEWHERE == set(PATCHES)


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.name.replace(" ", ""))
def test_patch_is_needed_and_works(probe: Probe, answers: Answers) -> None:
    stock, patched = (answer.result() for answer in answers[probe.name])

    assert patched == probe.as_in_aws, f"the patch {probe.patch} does not work"
    assert stock != probe.as_in_aws, f"the emulator does this by itself now: take {probe.patch} out"
