"""A plan as it comes out of drafts, and decisions that it has to show."""

from datetime import date
from typing import Any

from mlew.domain.artifact import Artifact
from mlew.domain.plan import Plan
from mlew.domain.verdict import Decision, DecisionKind, Proposal, Verdict
from mlew.services.phases.improvement.plan import write_plan
from tests.unit.rehearsal.planning import plan_draft
from tests.unit.services.plan_bench import CUSTOMER, PlanBench, answer

TODAY = date(2026, 4, 1)
NAMES = ("Planning A", "Planning B", "Development A", "Development B", "Head of sales")


def drafted(**changes: Any) -> dict[str, Any]:
    return {**plan_draft(CUSTOMER, TODAY).model_dump(), **changes}


def planned(bench: PlanBench, *drafts: dict[str, Any]) -> tuple[Plan, Artifact]:
    bench.script(*(answer(draft) for draft in drafts or (drafted(),)))
    (ref,) = write_plan(bench.work, bench.workshop, 1)
    artifact = bench.stores.artifacts.get("w1", ref)
    assert isinstance(artifact.body, Plan)
    return artifact.body, artifact


def decided_on_fans(bench: PlanBench, *decisions: Decision, round_: int = 2) -> Verdict:
    """What people decided on a mock for ②, with what the rule proposed."""
    proposal = Proposal(decision="go", reason="solved_and_decided", solved="passed", decided="passed")
    verdict = Verdict(pair="a", round=round_, milestone="fan", proposal=proposal, decisions=decisions)
    bench.put("verdict", verdict, "a")
    return verdict


def decision_now(bench: PlanBench, kind: DecisionKind, reason: str = "both lines crossed") -> Decision:
    return Decision(decision=kind, by="Planning A", reason=reason, at=bench.clock.now(), supported=True)
