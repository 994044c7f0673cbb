"""What leaves the team names nobody who tried the mock, whichever round they came in."""

import pytest

from mlew.domain.evidence import Evidence, Observation, Origin, Remark
from mlew.domain.verdict import Decision, Proposal, Verdict
from mlew.services.handing_over import hand_over_files
from tests.unit.services.plan_bench import PlanBench


@pytest.fixture
def bench() -> PlanBench:
    """Pair a was decided on by its evidence of round 1; somebody has brought some of round 2 since."""
    made = PlanBench()
    said = Remark(
        id="V1",
        text="Hana Mori showed me",
        origin=Origin(kind="interview", place="kenta-oda.md:3"),
        population="external",
    )
    seen = Observation(id="O1", tester="Hana Mori", observer="Jiro Tani", source="kenta-oda.csv:2")
    made.put("evidence", Evidence(pair="a", round=1, observations=(seen,), remarks=(said,)), "a")
    made.put("evidence", Evidence(pair="a", round=2, observations=(Observation(id="O1", tester="Ren"),)), "a")
    decision = Decision(decision="go", by="Planning A", reason="solved", at=made.clock.now(), supported=True)
    proposal = Proposal(decision="go", reason="solved_and_decided", solved="passed", decided="passed")
    made.put("verdict", Verdict(pair="a", round=1, proposal=proposal, decisions=(decision,)), "a")
    return made


def test_testers_of_an_earlier_round_are_not_named_after_a_later_pull(bench: PlanBench) -> None:
    files = hand_over_files(bench.stores, bench.workshop, "en")

    (records,) = (text for path, text in files.items() if path.endswith("records/evidence.md"))
    assert "showed me" in records
    assert not [name for name in ("Hana", "Mori", "Jiro", "Tani") for text in files.values() if name in text]


def test_files_named_after_people_are_left_out(bench: PlanBench) -> None:
    files = hand_over_files(bench.stores, bench.workshop, "en")

    assert any("showed me" in text for text in files.values())
    assert not [path for path, text in files.items() if "kenta" in text]
