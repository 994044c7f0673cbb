"""`mlew run` in a process of its own, on the deployed stacks, IAM enforced."""

import shutil
from pathlib import Path

import pytest

from tests.e2e.standing import Standing
from tests.folders import EXAMPLES, UNSEEN_EN, UNSEEN_JA
from tests.workflow.outcome import assert_complete

pytestmark = pytest.mark.embedded


@pytest.mark.parametrize("folder", [*EXAMPLES, UNSEEN_JA, UNSEEN_EN], ids=lambda p: p.name)
def test_a_folder_becomes_all_artifacts(standing: Standing, folder: Path) -> None:
    answer = standing.cli("run", "--gates", "auto", "--json", str(folder))

    assert answer.code == 0, answer
    workshop = answer.data["workshop"]["id"]
    assert answer.data["state"] == "finished"
    assert_complete(standing.stores, standing.runs.status(workshop))
