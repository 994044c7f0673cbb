"""Refine and Test/Iterate of the improvement edition on what a practice edition and its testers left."""

from collections.abc import Iterator
from datetime import date

import pytest

from mlew.cli.differences import difference
from mlew.documents import parse, render
from mlew.domain.artifact import Artifact, Body
from mlew.domain.gate import Gate
from mlew.domain.iteration import Iteration
from mlew.domain.press_release import PressRelease
from mlew.domain.workshop import Workshop
from mlew.services.judging import judge
from mlew.services.merging import merged
from mlew.services.phases.improvement.market import estimate_market
from tests.integration.improvement.bench import Bench
from tests.workflow.after_practice import AfterPractice
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import WORKSHOP
from tests.workflow.testers import PHONE

HEADLINE = "Our own headline, agreed with sales"
ASKED = "Who answers on a Sunday?"


class KilledError(Exception):
    """A function ends before it has stored what it made."""


def _killed(workshop_id: str, artifact: Artifact) -> None:
    raise KilledError(f"{workshop_id}: {artifact.kind}")


@pytest.fixture
def bench(after_practice: AfterPractice) -> Iterator[Bench]:
    practice = after_practice.again()
    practice.improve(WORKSHOP)
    found = Bench(practice)
    for pair in "ab":
        judge(found.work, found.workshop, pair)
    yield found


def test_the_old_version_stays_and_the_new_one_has_what_people_showed(bench: Bench) -> None:
    before = bench.release()
    release = bench.prove()

    first, *_, last = bench.versions("press_release")
    assert first.body == before
    assert (last.provenance.round, last.warnings) == (2, ())
    assert release.proof
    assert {step.course for step in release.steps} == {"normal", "abnormal"}
    voices = next(f for f in release.faq if f.topic == "voices")
    assert not voices.assumed
    assert "V1" in voices.answer
    assert any(entry.startswith("+") for entry in difference(before, release, "en"))


def test_no_telephone_number_reaches_the_model_or_the_press_release(bench: Bench) -> None:
    said = bench.practice.stores.artifacts.latest(WORKSHOP, "evidence", "a")
    assert said is not None
    assert PHONE in render(said.body, "en")

    release = bench.prove()
    bench.iterate()

    assert "V1" in bench.asked
    assert PHONE not in bench.asked
    assert PHONE not in render(release, "en")


def test_only_the_pair_that_goes_first_has_the_providers_message(bench: Bench) -> None:
    bench.practice.improvement.set_priority(WORKSHOP, "b")

    assert bench.prove("b").provider
    assert bench.prove("b").internal_faq
    assert not bench.prove("a").provider
    assert not bench.prove("a").internal_faq


@pytest.mark.parametrize(("pair", "then"), [("a", "b"), ("b", "b")])
def test_who_goes_first_may_change_while_a_function_that_was_killed_waits_for_its_resume(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, pair: str, then: str
) -> None:
    bench.practice.improvement.set_priority(WORKSHOP, "a")
    with monkeypatch.context() as killed:
        killed.setattr(bench.practice.stores.artifacts, "add", _killed)
        with pytest.raises(KilledError):
            bench.prove(pair)
    bench.practice.improvement.set_priority(WORKSHOP, then)

    release = bench.prove(pair)

    assert bool(release.provider) is (pair == then)
    assert bool(release.internal_faq) is (pair == then)


def test_of_merged_pairs_the_evidence_of_all_counts_to_the_end_and_voices_are_told_apart(bench: Bench) -> None:
    bench.practice.stores.workshops.update(merged(bench.workshop, "a"))

    release = bench.prove()
    told = [bench.asked]
    bench.iterate()
    told.append(bench.asked[len(told[0]) :])
    estimate_market(bench.work, bench.workshop, 2)
    told.append(bench.asked[len("".join(told)) :])

    for text in told:
        assert "Numbers and voices of pair a" in text and "Numbers and voices of pair b" in text
        assert "- a-V1 (" in text and "- b-V1 (" in text and "- V1 (" not in text
        assert PHONE not in text
    voices = next(f for f in release.faq if f.topic == "voices")
    assert "(a-V" in voices.answer or ", a-V" in voices.answer or "b-V" in voices.answer
    own, others = ({p.criterion for p in release.proof if ("b-" in p.criterion) is other} for other in (False, True))
    assert others == {f"b-{criterion}" for criterion in own} and own
    assert bench.versions("press_release")[-1].warnings == ()
    assert parse("press_release", render(release, "en"), "en") == release


def test_what_people_wrote_stays_through_any_number_of_rounds(bench: Bench) -> None:
    bench.practice.editing.comment(bench.workshop, "a", "faq", ASKED, by="Reviewer", as_faq=True)
    before = bench.release()
    bench.edit(
        "press_release", before.model_copy(update={"message": before.message.model_copy(update={"headline": HEADLINE})})
    )

    for round_ in (2, 3, 4):
        release = bench.prove(round_=round_)
        assert release.message.headline == HEADLINE
        assert "Planner" in release.authors["message"]
        assert release.message.effect != before.message.effect
        assert [c.text for c in release.comments] == [ASKED]
        assert [bool(f.answer) for f in release.faq if f.question == ASKED] == [True]
    assert len(bench.versions("press_release")) == 6


def test_measured_values_cannot_be_edited(bench: Bench) -> None:
    release = bench.prove()
    better = tuple(p.model_copy(update={"value": "100% (99/99)"}) for p in release.proof)

    bench.edit("press_release", release.model_copy(update={"proof": better}))

    assert bench.release().proof == release.proof


def test_steps_by_hand_stay_whole_and_the_abnormal_course_joins_them(bench: Bench) -> None:
    before = bench.release()
    steps = (*before.steps[:-1], before.steps[-1].model_copy(update={"text": "Ring the bell"}))
    bench.edit("press_release", before.model_copy(update={"steps": steps}))

    release = bench.prove()

    assert release.steps[: len(steps)] == steps
    assert {s.course for s in release.steps[len(steps) :]} == {"abnormal"}


def test_a_round_that_is_tried_again_makes_one_version_and_asks_once(bench: Bench) -> None:
    bench.prove()
    bench.iterate()
    asked = bench.asked

    bench.prove()
    bench.iterate()

    assert bench.asked == asked
    assert [len(bench.versions(kind)) for kind in ("press_release", "iteration")] == [2, 2]


def test_the_first_milestone_is_filled_from_verdict_and_decision(bench: Bench) -> None:
    bench.decide(reason=f"Both lines are crossed, ask {PHONE}")
    bench.prove()
    first = bench.iterate().milestones[0]

    assert all(c.id in first.result for c in first.criteria)
    assert first.actual == bench.practice.clock.now().date().isoformat()
    assert first.decision.startswith("go (")
    assert "Both lines are crossed" in first.decision
    assert PHONE not in first.decision


def test_without_a_go_the_first_milestone_stays_open_and_is_tried_inside_again(bench: Bench) -> None:
    bench.decide("b", "pivot", reason="People hesitate")
    bench.prove("b")
    found = bench.iterate("b")

    assert found.milestones[0].actual == ""
    assert found.milestones[0].decision.startswith("pivot → Define")
    assert [s.population for s in found.sessions] == ["internal", "external"]


def test_the_three_that_are_left_have_who_what_how_and_when(bench: Bench) -> None:
    bench.decide()
    bench.prove()
    found = bench.iterate()
    today = bench.practice.clock.now().date()

    fan, share, release = found.milestones[1:]
    assert all(m.measured_by and m.how_measured and m.criteria and m.extra for m in (fan, share, release))
    assert 0 < (date.fromisoformat(fan.planned) - today).days <= 92
    assert (date.fromisoformat(release.planned) - today).days <= 198
    assert fan.subjects
    assert {c.group for c in fan.criteria} == {"problem_solved", "behaviour_change"}
    assert [s.population for s in found.sessions] == ["external"]
    assert "Invitation" in found.script.extra
    assert parse("iteration", render(found, "en"), "en") == found


def test_criteria_by_hand_stay_and_a_changed_one_is_not_a_new_one(bench: Bench) -> None:
    bench.prove()
    found = bench.iterate()
    fan = found.milestones[1]
    harder = (fan.criteria[0].model_copy(update={"threshold": 90.0}), *fan.criteria[1:])
    changed = fan.model_copy(update={"criteria": harder, "planned": "2026-12-24"})
    bench.edit(
        "iteration", found.model_copy(update={"milestones": (found.milestones[0], changed, *found.milestones[2:])})
    )

    again = bench.iterate(round_=3).milestones[1]

    assert again.criteria == harder
    assert again.planned == "2026-12-24"


def test_numbers_of_criteria_mean_one_thing_in_all_versions(bench: Bench) -> None:
    bench.prove()
    for round_ in (2, 3, 4):
        bench.practice.clock.advance(seconds=86_400 * 20)
        bench.iterate(round_=round_)

    meanings: dict[str, set[str]] = {}
    counts = []
    for version in bench.versions("iteration"):
        assert isinstance(version.body, Iteration)
        criteria = [c for m in version.body.milestones for c in m.criteria]
        assert len({c.id for c in criteria}) == len(criteria)
        for criterion in criteria:
            meanings.setdefault(criterion.id, set()).add(criterion.model_dump_json())
        counts.append(len(criteria))
    assert all(len(meant) == 1 for meant in meanings.values())
    assert len(set(counts[1:])) == 1


def test_asking_again_changes_what_was_asked_for_and_nothing_by_hand(after_practice: AfterPractice) -> None:
    corrections = {"refine": ("when-it-fails",), "iterate": ("commitment", "ask-for-a-deed")}
    seen: dict[str, list[Body]] = {"refine": [], "iterate": []}

    def people(practice: Practice, workshop: Workshop, gate: Gate) -> None:
        bench = Bench(practice)
        if gate.phase in seen:
            body: Body = bench.release() if gate.phase == "refine" else bench.iteration()
            seen[gate.phase].append(body)
            if len(seen[gate.phase]) == 1:
                if isinstance(body, PressRelease):
                    message = body.message.model_copy(update={"headline": HEADLINE})
                    bench.edit("press_release", body.model_copy(update={"message": message}))
                asked = corrections[gate.phase]
                practice.gates.ask_again(workshop, gate.phase, by="Planner", corrections=asked, comment="Be brief")
                return
        practice.gates.decide_by_numbers(workshop, gate.phase)

    practice = after_practice.again(people=people)
    status = practice.run_round(WORKSHOP, gates="review")

    assert (status.workshop.state, practice.failures) == ("finished", [])
    first, second = seen["refine"]
    assert isinstance(first, PressRelease)
    assert isinstance(second, PressRelease)
    assert len(second.steps) > len(first.steps)
    assert second.message.headline == HEADLINE
    before, after = seen["iterate"]
    assert isinstance(before, Iteration)
    assert isinstance(after, Iteration)
    assert [c.id for c in after.milestones[1].criteria][:3] == [c.id for c in before.milestones[1].criteria][:3]
    assert after.milestones[1].criteria[3].id not in {c.id for m in before.milestones for c in m.criteria}
    assert after.script.interview != before.script.interview


def test_without_evidence_everything_stays_an_assumption(without_evidence: AfterPractice) -> None:
    practice = without_evidence.again()
    practice.improve(WORKSHOP)
    bench = Bench(practice)
    judge(bench.work, bench.workshop, "a")

    release, found = bench.prove(), bench.iterate()

    assert release.proof == ()
    assert all(f.assumed for f in release.faq)
    assert bench.versions("press_release")[-1].warnings == ()
    assert "no data" in found.milestones[0].result
    assert found.milestones[0].decision == ""
