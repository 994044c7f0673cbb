"""The plan of another round keeps what people recorded."""

from datetime import date
from typing import Any

import pytest

from mlew.domain.artifact import TEAM
from mlew.domain.plan import Plan
from mlew.domain.verdict import Decision, Proposal, Verdict
from mlew.services.editing import Editing
from mlew.services.phases.improvement.market import estimate_market
from mlew.services.phases.improvement.plan import write_plan
from mlew.services.plans import Planning, plan_of
from tests.unit.rehearsal.planning import market_draft, plan_draft
from tests.unit.services.plan_bench import CUSTOMER, PlanBench, answer
from tests.unit.services.planning_cases import NAMES, TODAY, decided_on_fans, decision_now, drafted, planned


@pytest.fixture
def bench() -> PlanBench:
    return PlanBench()


class TestAnotherRound:
    """A plan that people have worked with, and the next one."""

    def worked_with(self, bench: PlanBench) -> Plan:
        planned(bench)
        planning = Planning(bench.stores, bench.clock)
        planning.set_milestone(
            bench.workshop, "fan", actual=TODAY, result="8 of 10", decision="go", by="Dr Outside", reason="crossed"
        )
        planning.finish_task(bench.workshop, "T1", by="Planning A")
        planning.set_request(bench.workshop, "R1", "approved", by="Planning A", note="as asked")
        planning.settle_point(bench.workshop, 1, "the dealer does it", by="Planning A")
        planning.change_task(bench.workshop, "T2", {"owner": "Mx Elsewhere"}, by="Planning A")
        return plan_of(bench.stores, bench.workshop)[0]

    def once_more(self, bench: PlanBench, draft: dict[str, Any]) -> Plan:
        bench.script(answer(draft))
        write_plan(bench.work, bench.workshop, 2)
        return plan_of(bench.stores, bench.workshop)[0]

    def next_edition(self, bench: PlanBench) -> None:
        bench.stores.workshops.update(
            bench.workshop.model_copy(update={"edition_round": 3, "earlier_rounds": {"plan": 1}})
        )

    def send_back(self, bench: PlanBench) -> None:
        bench.gate("plan")
        bench.gates.ask_again(bench.workshop, "plan", by="Planning A", comment="Fewer meetings")

    @pytest.mark.parametrize("again", ["next_edition", "send_back"])
    def test_what_people_recorded_stays(self, bench: PlanBench, again: str) -> None:
        before = self.worked_with(bench)
        getattr(self, again)(bench)

        after = self.once_more(bench, drafted())

        assert after.milestone("fan") == before.milestone("fan")
        assert after.task("T1") == before.task("T1")
        assert after.requests[0] == before.requests[0]
        assert after.open_points[0] == before.open_points[0]
        titles = {task.id: task.title for task in before.tasks}
        assert all(titles.get(task.id, task.title) == task.title for task in after.tasks)
        assert len({task.id for task in after.tasks}) == len(after.tasks)
        assert [r.kind for r in after.requests].count(before.requests[0].kind) == 1

    def test_other_tasks_get_numbers_that_no_version_ever_had(self, bench: PlanBench) -> None:
        before = self.worked_with(bench)
        short = before.model_copy(update={"tasks": before.tasks[:2]})
        version = plan_of(bench.stores, bench.workshop)[1].version
        Editing(bench.stores, bench.clock).save(
            bench.workshop, "plan", TEAM, short, by="Planning A", based_on_version=version
        )
        self.next_edition(bench)
        tasks = [{**task, "title": f"{task['title']}, new"} for task in drafted()["tasks"]]

        after = self.once_more(bench, drafted(tasks=tasks))

        assert {t.id for t in after.tasks if t.title.endswith(", new")}.isdisjoint(t.id for t in before.tasks)

    @pytest.mark.parametrize("again", ["next_edition", "send_back"])
    def test_a_model_that_ignores_what_people_wrote_in_open_tasks_loses_none_of_it(
        self, bench: PlanBench, again: str
    ) -> None:
        before = self.worked_with(bench)
        planning = Planning(bench.stores, bench.clock)
        planning.change_task(bench.workshop, "T3", {"effort": 7.5}, by="Planning A")
        getattr(self, again)(bench)
        tasks = drafted()["tasks"]
        for task in tasks:
            task["depends_on"] = []
        third = tasks[2]["title"]

        after = self.once_more(bench, drafted(tasks=[*tasks[2:], *tasks[:1]]))

        left, edited = after.task("T2"), after.task("T3")
        assert left is not None and edited is not None
        assert (left.owner, left.carried) == ("Mx Elsewhere", before.starts)
        assert (edited.title, edited.effort, edited.carried) == (third, 7.5, None)

    def test_the_model_is_told_that_open_tasks_stay(self, bench: PlanBench) -> None:
        self.worked_with(bench)
        self.next_edition(bench)

        self.once_more(bench, drafted())

        assert "Open tasks that you leave out stay in the plan" in bench.model.requests[-1].text

    def test_the_model_sees_the_plan_before_without_names(self, bench: PlanBench) -> None:
        self.worked_with(bench)
        self.next_edition(bench)

        self.once_more(bench, drafted())

        text = bench.model.requests[-1].text
        assert "This is the result of an earlier round" in text
        assert "8 of 10" in text
        assert not [name for name in (*NAMES, "Dr Outside", "Mx Elsewhere") if name in text]

    def test_a_first_milestone_that_people_corrected_stays_until_there_is_a_new_decision(
        self, bench: PlanBench
    ) -> None:
        decided = Decision(decision="go", by="Planning A", reason="seen", at=bench.clock.now(), supported=True)
        proposal = Proposal(decision="go", reason="solved_and_decided", solved="passed", decided="passed")
        verdict = Verdict(pair="a", round=1, proposal=proposal, decisions=(decided,))
        bench.put("verdict", verdict, "a")
        planned(bench)
        Planning(bench.stores, bench.clock).set_milestone(
            bench.workshop, "sponsor", actual=TODAY, result="9 of 10", decision="go", by="Head", reason="counted anew"
        )
        self.next_edition(bench)
        assert getattr(self.once_more(bench, drafted()).milestone("sponsor"), "result", "") == "9 of 10"

        bench.clock.advance(days=1)
        later = decided.model_copy(update={"decision": "pivot", "at": bench.clock.now()})
        bench.put("verdict", verdict.model_copy(update={"decisions": (decided, later)}), "a")
        bench.script(answer(plan_draft(CUSTOMER, date(2026, 4, 2)).model_dump()))
        write_plan(bench.work, bench.workshop, 3)

        assert getattr(plan_of(bench.stores, bench.workshop)[0].milestone("sponsor"), "decision", "") == "pivot"

    def test_a_go_on_milestone_two_goes_into_the_next_plan_with_the_day_that_was_planned(
        self, bench: PlanBench
    ) -> None:
        before, _ = planned(bench)
        self.next_edition(bench)
        bench.clock.advance(days=1)
        decided_on_fans(bench, decision_now(bench, "go"))

        bench.script(answer(plan_draft(CUSTOMER, date(2026, 4, 2)).model_dump()))
        write_plan(bench.work, bench.workshop, 2)

        fan, planned_fan = plan_of(bench.stores, bench.workshop)[0].milestone("fan"), before.milestone("fan")
        assert fan is not None and planned_fan is not None
        assert (fan.planned, fan.line) == (planned_fan.planned, planned_fan.line)
        assert (fan.actual, fan.decision) == (date(2026, 4, 2), "go")

    def test_milestone_two_that_people_corrected_after_the_decision_stays(self, bench: PlanBench) -> None:
        decided_on_fans(bench, decision_now(bench, "go"))
        planned(bench)
        bench.clock.advance(minutes=1)
        Planning(bench.stores, bench.clock).set_milestone(
            bench.workshop, "fan", actual=TODAY, result="9 of 10", decision="go", by="Head", reason="counted anew"
        )
        self.next_edition(bench)

        assert getattr(self.once_more(bench, drafted()).milestone("fan"), "result", "") == "9 of 10"

    def test_a_decision_that_turned_since_is_the_one_that_counts(self, bench: PlanBench) -> None:
        first = decision_now(bench, "go")
        decided_on_fans(bench, first)
        planned(bench)
        bench.clock.advance(days=1)
        decided_on_fans(bench, first, decision_now(bench, "pivot", reason="nobody came back"))
        bench.script(answer(plan_draft(CUSTOMER, date(2026, 4, 2)).model_dump()))
        write_plan(bench.work, bench.workshop, 2)

        fan = plan_of(bench.stores, bench.workshop)[0].milestone("fan")
        assert fan is not None
        assert (fan.actual, fan.decision, fan.reason) == (None, "pivot", "nobody came back")

    def test_the_plan_is_about_the_pair_of_the_estimate(self, bench: PlanBench) -> None:
        bench.script(answer(market_draft(CUSTOMER).model_dump()))
        estimate_market(bench.work, bench.workshop, 1)
        bench.prefer("b")

        _, artifact = planned(bench)

        assert "press_release/a@1" in artifact.provenance.based_on
        assert "market/team@1" in artifact.provenance.based_on

    def test_an_estimate_of_a_pair_that_was_cut_since_is_not_the_plans(self, bench: PlanBench) -> None:
        bench.script(answer(market_draft(CUSTOMER).model_dump()))
        estimate_market(bench.work, bench.workshop, 1)
        left = tuple(pair for pair in bench.workshop.pairs if pair.id == "b")
        bench.stores.workshops.update(bench.workshop.model_copy(update={"pairs": left}))

        _, artifact = planned(bench)

        assert "press_release/b@1" in artifact.provenance.based_on
        assert "market/team@1" not in artifact.provenance.based_on
