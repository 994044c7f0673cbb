"""Roles for the model and names for people; what the plan is made from, and its closing."""

import pytest

from mlew.domain.artifact import TEAM
from mlew.domain.evidence import Evidence, Observation
from mlew.domain.plan_people import hidden, named, people_of
from mlew.domain.press_release import Comment, Faq
from mlew.domain.verdict import Decision, Proposal, Verdict
from mlew.domain.workshop import Pair, Participant
from mlew.services.phases.improvement.closing import run_closing
from mlew.services.phases.improvement.market import estimate_market
from tests.unit.rehearsal.planning import iteration_of, market_draft, release_of
from tests.unit.services.plan_bench import CUSTOMER, PlanBench, answer
from tests.unit.services.planning_cases import planned


@pytest.fixture
def bench() -> PlanBench:
    return PlanBench()


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
