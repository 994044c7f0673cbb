"""`mlew run` in processes of their own, on the deployed stacks, IAM enforced."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from mlew.errors import InputError
from tests.e2e.standing import Answer, Standing
from tests.folders import EXAMPLES, PICTURE, UNSEEN_EN, UNSEEN_JA
from tests.workflow.outcome import assert_complete, versions_of

pytestmark = pytest.mark.embedded
FOLDERS = [*EXAMPLES, UNSEEN_JA, UNSEEN_EN]


@pytest.fixture(scope="module")
def answers(standing: Standing) -> Iterator[dict[str, Answer]]:
    """All folders, at the same time."""
    running: dict[str, subprocess.Popen[str]] = {
        folder.name: standing.spawn("run", "--gates", "auto", "--json", str(folder)) for folder in FOLDERS
    }
    yield {name: standing.answer(process) for name, process in running.items()}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_a_folder_becomes_all_artifacts(standing: Standing, answers: dict[str, Answer], folder: Path) -> None:
    answer = answers[folder.name]

    assert answer.code == 0, answer
    assert answer.data["state"] == "finished"
    status = standing.ended(answer.data["workshop"]["id"])  # the command does not wait for the execution's last state
    assert_complete(standing.stores, status)
    assert status.execution == "succeeded"
    for versions in versions_of(standing.stores, status.workshop).values():
        assert versions[-1].warnings == ()


def test_what_was_made_can_be_read(standing: Standing, answers: dict[str, Answer]) -> None:
    workshop = answers[UNSEEN_EN.name].data["workshop"]["id"]

    listed = standing.cli("show", "--workshop", workshop, "--json").data["artifacts"]
    release = standing.cli("show", "press-release/a", "--workshop", workshop)

    assert {a["kind"] for a in listed} >= {"journey", "questions", "inventions", "press_release", "iteration"}
    assert all(a["rehearsed"] for a in listed if a["kind"] != "readiness")
    assert release.out.startswith("# ")
    assert "FAQ" in release.out


def test_with_only_a_picture_the_rehearsal_names_it_and_starts_nothing(standing: Standing, tmp_path: Path) -> None:
    shutil.copy(PICTURE, tmp_path / "customer.png")
    shutil.copy(UNSEEN_EN / "solutions.md", tmp_path)
    before = len(standing.runs.page(limit=500)[0])

    answer = standing.run("run", "--gates", "auto", "--json", str(tmp_path))

    assert answer.code == InputError.exit_code, answer
    error = answer.data["error"]
    assert "customer.png" in error["message"]
    assert "customer.md" in error["hint"] or "--model" in error["hint"]
    assert len(standing.runs.page(limit=500)[0]) == before
