"""What a workshop has come to, for comparison."""

import re

from mlew.domain.artifact import Artifact
from mlew.domain.workshop import PHASES_OF, Workshop
from mlew.services.runs import WorkshopStatus
from mlew.services.work import Stores

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")

TEAM_KINDS = ("journey", "questions", "readiness", "solutions")
PAIR_KINDS = ("inventions", "iteration", "press_release")


def versions_of(stores: Stores, workshop: Workshop) -> dict[str, list[Artifact]]:
    """All versions of every artifact, by kind/scope, oldest first."""
    found = stores.artifacts
    return {
        f"{head.kind}/{head.scope}": [
            found.get(workshop.id, ref) for ref in found.versions(workshop.id, head.kind, head.scope)
        ]
        for head in found.heads(workshop.id)
    }


def results(stores: Stores, workshop: Workshop) -> dict[str, str]:
    """What people read in the end, without when and how it came to be."""
    return {
        name: _MOMENT.sub("at", versions[-1].body.model_dump_json())
        for name, versions in versions_of(stores, workshop).items()
    }


def assert_complete(stores: Stores, status: WorkshopStatus) -> None:
    """Finished, all gates approved, every artifact made once. Choosing makes a second version of its inventions."""
    assert status.workshop.failure == ""
    assert status.workshop.state == "finished"
    assert [p.state for p in status.phases] == ["done"] * len(PHASES_OF["practice"])
    pairs = [p.id for p in status.workshop.pairs]
    assert pairs
    wanted = {f"{kind}/team": 1 for kind in TEAM_KINDS}
    mocked = [mock.pair for mock in stores.mocks.list(status.workshop.id)]
    wanted |= {f"mock_spec/{pair}": 1 for pair in mocked}
    wanted |= {f"{kind}/{pair}": 2 if kind == "inventions" else 1 for kind in PAIR_KINDS for pair in pairs}
    found = versions_of(stores, status.workshop)
    assert {name: len(versions) for name, versions in found.items()} == wanted
