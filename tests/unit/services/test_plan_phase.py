"""The plan phase: real dates, roles for the model and names for people, and nothing that cannot be carried out."""

from datetime import date, datetime
from typing import Any

import pytest

from mlew.domain.artifact import TEAM, Artifact
from mlew.domain.evidence import Evidence, Observation
from mlew.domain.plan import Plan
from mlew.domain.plan_errors import plan_errors
from mlew.domain.plan_people import hidden, named, people_of
from mlew.domain.press_release import Comment, Faq
from mlew.domain.verdict import Decision, DecisionKind, Proposal, Verdict
from mlew.domain.workshop import Pair, Participant
from mlew.services.editing import Editing
from mlew.services.phases.improvement.closing import run_closing
from mlew.services.phases.improvement.market import estimate_market
from mlew.services.phases.improvement.plan import write_plan
from mlew.services.plans import Planning, plan_of
from tests.unit.rehearsal.planning import iteration_of, market_draft, plan_draft, release_of
from tests.unit.services.plan_bench import CUSTOMER, PlanBench, answer

TODAY = date(2026, 4, 1)
NAMES = ("Planning A", "Planning B", "Development A", "Development B", "Head of sales")


@pytest.fixture
def bench() -> PlanBench:
    return PlanBench()


def drafted(**changes: Any) -> dict[str, Any]:
    return {**plan_draft(CUSTOMER, TODAY).model_dump(), **changes}


def with_task(number: int, **changes: Any) -> dict[str, Any]:
    tasks = [dict(task) for task in drafted()["tasks"]]
    tasks[number - 1] |= changes
    return drafted(tasks=tasks)


def planned(bench: PlanBench, *drafts: dict[str, Any]) -> tuple[Plan, Artifact]:
    bench.script(*(answer(draft) for draft in drafts or (drafted(),)))
    (ref,) = write_plan(bench.work, bench.workshop, 1)
    artifact = bench.stores.artifacts.get("w1", ref)
    assert isinstance(artifact.body, Plan)
    return artifact.body, artifact


def test_the_model_knows_people_by_role_and_the_plan_names_them(bench: PlanBench) -> None:
    plan, _ = planned(bench)

    (request,) = bench.model.requests
    assert not [name for name in NAMES if name in request.text + request.system]
    assert {task.owner for task in plan.tasks} <= set(NAMES)
    assert plan.requests[0].approver == "Head of sales"
    assert plan.meeting is not None
    assert plan.meeting.people == ("Planning A", "Development A", "Development B", "Planning B")
    assert plan_errors(plan, TODAY) == []


def test_today_is_where_the_team_is_and_holidays_are_told(bench: PlanBench) -> None:
    bench.clock.advance(minutes=-9 * 60)

    plan, _ = planned(bench)

    assert plan.starts == TODAY
    bench.clock.advance(minutes=-1)
    bench.script(answer(plan_draft(CUSTOMER, date(2026, 3, 31)).model_dump()))
    write_plan(bench.work, bench.workshop, 2)
    assert "2026-03-31" in bench.model.requests[0].text
    assert "2026-04-29 | Showa Day" in bench.model.requests[0].text


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ({"number": 1, "depends_on": [9]}, "wait for each other"),
        ({"number": 1, "start": "2026-03-31"}, "before today (2026-04-01)"),
        ({"number": 1, "due": "2026-04-04"}, "day off (Saturday)"),
        ({"number": 9, "due": "2026-05-29"}, "working days. Split it"),
        ({"number": 2, "owner": "Somebody"}, "The owner is one of P-1, P-2, P-3, P-4, P-0"),
        ({"number": 2, "depends_on": [77]}, "There is no task 'T77'"),
        ({"number": 3, "done_when": " "}, "what is there when it is done"),
    ],
)
def test_what_cannot_be_or_is_weak_goes_back_to_the_model(bench: PlanBench, broken: dict[str, Any], said: str) -> None:
    number = broken.pop("number")
    planned(bench, with_task(number, **broken), drafted())
    broken["number"] = number

    (turn,) = bench.model.requests[1].turns
    assert said in turn[1]


def test_milestone_two_after_three_months_is_a_warning_to_repair_and_to_see(bench: PlanBench) -> None:
    late = [{**m, "planned": "2026-07-10"} if m["name"] == "fan" else m for m in drafted()["milestones"]]

    _, artifact = planned(bench, *[drafted(milestones=late)] * 3)

    assert "plan-fan-late" in {w.rule for w in artifact.warnings}


def test_a_circle_that_stays_is_cut_and_told(bench: PlanBench) -> None:
    plan, artifact = planned(bench, *[with_task(1, depends_on=[9])] * 3)

    assert plan_errors(plan, TODAY) == []
    assert "no longer waits for" in plan.extra
    assert "plan-circle" in {w.rule for w in artifact.warnings}


def test_dates_that_stay_in_the_past_or_on_holidays_are_moved_and_told(bench: PlanBench) -> None:
    draft = with_task(2, start="2026-03-02", due="2026-03-04")
    reports = [{**r, "when": "2026-04-29 10:30"} if r["milestone"] == "fan" else r for r in draft["reports"]]

    plan, _ = planned(bench, *[{**draft, "reports": reports}] * 3)

    assert plan_errors(plan, TODAY) == []
    moved = plan.task("T2")
    assert moved is not None
    assert (moved.start, moved.due) == (TODAY, TODAY)
    assert "2026-03-02 → 2026-04-01" in plan.extra
    assert plan.reports[0].when == datetime(2026, 4, 30, 10, 30)  # noqa: DTZ001 - wall time


def test_a_date_that_is_none_fits_no_form(bench: PlanBench) -> None:
    planned(bench, with_task(1, due="next month"), drafted())

    (turn,) = bench.model.requests[1].turns
    assert "YYYY-MM-DD" in turn[1]


def test_checks_that_nothing_answers_become_open_points(bench: PlanBench) -> None:
    tasks = [{**task, "serves": "none"} for task in drafted()["tasks"]]
    requests = [{**request, "approver": ""} for request in drafted()["requests"]]

    plan, _ = planned(bench, drafted(tasks=tasks, requests=requests))

    assert {point.check for point in plan.open_points if point.check} == {"ask_others", "try_first", "approval"}


def test_what_came_of_milestone_one_stands_in_the_plan(bench: PlanBench) -> None:
    decision = Decision(
        decision="go", by="Planning A", reason="both lines crossed", at=bench.clock.now(), supported=True
    )
    proposal = Proposal(decision="go", reason="solved_and_decided", solved="passed", decided="passed")
    bench.put("verdict", Verdict(pair="a", round=1, proposal=proposal, decisions=(decision,)), "a")

    plan, _ = planned(bench)

    first = plan.milestone("sponsor")
    assert first is not None
    assert (first.actual, first.decision, first.decided_by) == (TODAY, "go", "Planning A")


def decided_on_fans(bench: PlanBench, *decisions: Decision, round_: int = 2) -> Verdict:
    """What people decided on a mock for ②, with what the rule proposed."""
    proposal = Proposal(decision="go", reason="solved_and_decided", solved="passed", decided="passed")
    verdict = Verdict(pair="a", round=round_, milestone="fan", proposal=proposal, decisions=decisions)
    bench.put("verdict", verdict, "a")
    return verdict


def decision_now(bench: PlanBench, kind: DecisionKind, reason: str = "both lines crossed") -> Decision:
    return Decision(decision=kind, by="Planning A", reason=reason, at=bench.clock.now(), supported=True)


def test_what_came_of_milestone_two_stands_in_the_plan_by_itself(bench: PlanBench) -> None:
    decided_on_fans(bench, decision_now(bench, "go"))

    plan, _ = planned(bench)

    fan = plan.milestone("fan")
    assert fan is not None
    assert (fan.actual, fan.decision, fan.decided_by, fan.reason) == (TODAY, "go", "Planning A", "both lines crossed")
    assert fan.planned is not None
    assert [one.name for one in plan.milestones] == ["sponsor", "fan", "share", "release"]


@pytest.mark.parametrize("kind", ["pivot", "cut"])
def test_milestone_two_that_is_not_reached_keeps_a_day_ahead_and_says_what_was_decided(
    bench: PlanBench, kind: DecisionKind
) -> None:
    decided_on_fans(bench, decision_now(bench, kind, reason="2 of 5"))

    fan = planned(bench)[0].milestone("fan")

    assert fan is not None and fan.planned is not None
    assert (fan.actual, fan.decision, fan.reason) == (None, kind, "2 of 5")
    assert fan.planned > TODAY


def test_nobody_is_named_to_the_model_who_is_no_participant_or_called_by_the_family_name(bench: PlanBench) -> None:
    """A decider from elsewhere, members of a pair that was cut, testers, observers, a reviewer who commented."""
    workshop = bench.workshop
    plan = workshop.plan.model_copy(
        update={"participants": (*workshop.plan.participants, Participant(name="Hana Mori"))}
    )
    cut = Pair(id="c", planning="Jiro Tani", development="Kenta Oda")
    bench.stores.workshops.update(workshop.model_copy(update={"plan": plan, "past_pairs": (cut,)}))
    seen = Observation(id="O1", tester="Aoi Sato", observer="Rin Endo")
    bench.put("evidence", Evidence(pair="a", round=1, observations=(seen,)), "a")
    decision = Decision(
        decision="go", by="Chihiro Abe", reason="Aoi Sato liked it", at=bench.clock.now(), supported=True
    )
    proposal = Proposal(decision="go", reason="solved_and_decided", solved="passed", decided="passed")
    bench.put("verdict", Verdict(pair="a", round=1, proposal=proposal, decisions=(decision,)), "a")
    release = release_of(CUSTOMER)
    said = "Mr. Mori and Hana Mori asked Jiro Tani, Oda, Aoi Sato, Rin Endo and Chihiro Abe."
    comment = Comment(section="message", author="Yuki Kato", text="Too long", becomes_faq=False)
    faq = (*release.faq, Faq(question="Who was there?", answer=said))
    told = {"faq": faq, "comments": (comment,), "authors": {"message": ("Yuki Kato",)}}
    bench.put("press_release", release.model_copy(update=told), "a")
    iteration = iteration_of(CUSTOMER)
    first, *others = iteration.milestones
    milestones = (first.model_copy(update={"measured_by": "Hana Mori, Oda"}), *others)
    bench.put("iteration", iteration.model_copy(update={"milestones": milestones}), "a")

    stored, _ = planned(bench)

    (request,) = bench.model.requests
    names = ("Hana", "Mori", "Tani", "Oda", "Sato", "Endo", "Abe", "Kato")
    assert not [name for name in names if name in request.text]
    assert "P-5 asked [name" in request.text and "Too long" in request.text
    first_milestone = stored.milestone("sponsor")
    assert first_milestone is not None
    assert first_milestone.reason.startswith("[name ") and first_milestone.reason.endswith("] liked it")


def test_the_estimate_is_part_of_what_the_plan_is_made_from(bench: PlanBench) -> None:
    bench.script(answer(market_draft(CUSTOMER).model_dump()))
    estimate_market(bench.work, bench.workshop, 1)

    _, artifact = planned(bench)

    assert "# Market estimate" in bench.model.requests[0].text
    assert "market/team@1" in artifact.provenance.based_on


def test_members_of_pairs_take_part_with_the_names_of_their_roles(bench: PlanBench) -> None:
    workshop = bench.workshop.model_copy(update={"pairs": (Pair(id="a", planning="Hanako", development="Planning A"),)})

    people = people_of(workshop)

    assert [(p.alias, p.name) for p in people][-2:] == [("P-5", "Hanako"), ("P-0", "Head of sales")]
    assert people[0].roles == ("product_manager", "development")
    assert people[4].roles == ("planning",)


def test_names_are_hidden_longest_first_and_come_back_everywhere(bench: PlanBench) -> None:
    people = people_of(bench.workshop)
    text = "Planning A asks Planning B; Head of sales approves P-12"

    told = hidden(text, people)

    assert told == "P-1 asks P-4; P-0 approves P-12"
    assert named({"a": [told]}, people) == {"a": [text]}


def test_the_closing_looks_at_plan_press_releases_and_mocks(bench: PlanBench) -> None:
    planned(bench)

    (ref,) = run_closing(bench.work, bench.workshop, 1)

    body = bench.stores.artifacts.get("w1", ref).body
    assert {item.id: item.state for item in getattr(body, "items", ())} == {
        "press-release": "ok", "milestones": "ok", "tasks": "ok", "meeting": "ok", "reports": "ok",
        "open-points": "ok", "mocks": "ok",
    }  # fmt: skip
    assert run_closing(bench.work, bench.workshop, 1) == [ref]
    assert bench.stores.artifacts.latest("w1", "closing", TEAM) is not None


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
