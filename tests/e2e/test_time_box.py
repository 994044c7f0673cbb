"""Mode timebox: the clock is Step Functions', the minutes are METHOD's, scaled down."""

import shutil
from pathlib import Path

import pytest

from tests.e2e.standing import Standing
from tests.folders import UNSEEN_JA
from tests.workflow.outcome import assert_complete

pytestmark = pytest.mark.embedded

PLAN = """
[[participants]]
name = "企画A"
roles = ["product_manager"]
"""


def test_when_nobody_decides_the_product_manager_is_asked_and_then_the_numbers_decide(
    standing: Standing, tmp_path: Path
) -> None:
    folder = shutil.copytree(UNSEEN_JA, tmp_path / "folder")
    (folder / "workshop.toml").write_text(PLAN, encoding="utf-8")

    answer = standing.run("run", "--gates", "timebox", "--time-scale", "0.001", "--json", str(folder))

    assert answer.code == 0, answer
    status = standing.runs.status(answer.data["workshop"]["id"])
    assert_complete(standing.stores, status)
    for phase in status.phases:
        assert phase.gate is not None
        assert phase.gate.decision is not None
        assert (phase.gate.stage, phase.gate.deciders) == ("product_manager", ("企画A",))
        assert phase.gate.decision.by == "time box"
    lines, _ = standing.stores.progress.since(status.workshop.id)
    opened = [(line.phase, line.detail) for line in lines if line.kind == "gate_opened"]
    assert opened == [(p.phase, stage) for p in status.phases for stage in ("team", "product_manager")]
