"""What people bring becomes the next version; nothing that is there is lost."""

from datetime import timedelta

import pytest

from mlew.domain.evidence import Evidence, Observation
from mlew.domain.evidence_collecting import Entry
from mlew.domain.gate import Decision
from mlew.domain.iteration import Iteration
from mlew.errors import Conflict, InputError
from mlew.services.evidence.bringing import Bringing
from mlew.services.evidence.reading import evidence_of
from tests.fakes.artifacts import InMemoryArtifactStore
from tests.unit.services.evidence.cases import ITERATION, improving, mock, voices
from tests.unit.services.workbench import Bench


@pytest.fixture
def bench() -> Bench:
    made = Bench()
    improving(made)
    return made


def maki(bench: Bench) -> Bringing:
    return Bringing(bench.stores, bench.clock, by="Maki", arn="arn:maki")


def changed(version: int) -> Iteration:
    """The criteria as version 1 had them, or with a line of their own."""
    (milestone,) = ITERATION.milestones
    first, *others = milestone.criteria
    criteria = (first.model_copy(update={"threshold": first.threshold + version - 1}), *others)
    return ITERATION.model_copy(update={"milestones": (milestone.model_copy(update={"criteria": criteria}),)})


def entry(tester: str) -> Entry:
    return Entry(said=Observation(id="", tester=tester, source="sheet.csv:2"), quotes=("handy",))


def test_the_first_evidence_keeps_the_criteria_as_they_stand(bench: Bench) -> None:
    stored = maki(bench).entries(bench.workshop, "a", [entry("T1")], "sheet.csv")
    assert stored is not None and isinstance(stored.body, Evidence)
    assert (stored.version, stored.provenance.author, stored.provenance.arn) == (1, "Maki", "arn:maki")
    assert (stored.body.since, stored.body.milestones) == (bench.clock.now(), ITERATION.milestones)
    assert stored.note == "sheet.csv"


@pytest.mark.parametrize(("came_after", "kept"), [(30, 2), (90, 3), (0, 1)])
def test_criteria_are_those_from_before_the_first_session(bench: Bench, came_after: int, kept: int) -> None:
    """Versions 1, 2 and 3 are stored at 0, 20 and 60 minutes; numbers are taken in later."""
    began = bench.clock.now()
    mock(bench, published_at=began)
    for number, minutes in ((2, 20), (3, 40)):
        bench.clock.advance(minutes=minutes)
        bench.put("iteration", changed(number), "a")
    bench.clock.advance(days=1)

    stored = maki(bench).change(
        bench.workshop,
        "a",
        lambda before: before.model_copy(update={"extra": "numbers"}),
        note="pull",
        first_session=lambda _: began + timedelta(minutes=came_after),
    )

    assert stored is not None and isinstance(stored.body, Evidence)
    assert stored.body.milestones == changed(kept).milestones


@pytest.mark.parametrize("approved", [False, True])
def test_without_sessions_criteria_are_those_that_were_approved_for_the_published_mock(
    bench: Bench, *, approved: bool
) -> None:
    mock(bench, published_at=bench.clock.now())
    bench.clock.advance(minutes=20)
    bench.put("iteration", changed(2), "a")
    if approved:
        bench.gate("iterate")
        decision = Decision(verb="approve", by="Planning A", at=bench.clock.now())
        bench.stores.gates.decide("w1", "iterate", 1, decision)
    bench.clock.advance(minutes=20)
    bench.put("iteration", changed(3), "a")

    stored = maki(bench).notes(bench.workshop, "a", voices("x"), "talk.md")

    assert stored is not None and isinstance(stored.body, Evidence)
    assert stored.body.milestones == changed(2 if approved else 1).milestones


def test_what_is_known_already_makes_no_version(bench: Bench) -> None:
    assert maki(bench).entries(bench.workshop, "a", [entry("T1")], "sheet.csv") is not None
    assert maki(bench).entries(bench.workshop, "a", [entry("T1")], "sheet.csv") is None
    assert maki(bench).notes(bench.workshop, "a", [], "talk.md") is None


def test_two_who_bring_something_at_the_same_moment_both_come_through(bench: Bench) -> None:
    hurried = False

    def change(before: Evidence) -> Evidence:
        nonlocal hurried
        if not hurried:
            hurried = True
            maki(bench).notes(bench.workshop, "a", voices("from Maki"), "talk.md")
        return before.model_copy(update={"extra": "from Ren"})

    Bringing(bench.stores, bench.clock, by="Ren").change(bench.workshop, "a", change, note="")
    found = evidence_of(bench.stores, bench.workshop, "a")
    assert (found.extra, [one.text for one in found.remarks]) == ("from Ren", ["from Maki"])


def test_who_loses_again_and_again_is_told(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_: object) -> None:
        raise Conflict("taken")

    monkeypatch.setattr(InMemoryArtifactStore, "add", taken)
    with pytest.raises(Conflict, match="taken"):
        maki(bench).notes(bench.workshop, "a", voices("x"), "talk.md")


def test_an_addition_keeps_the_round_and_the_mark_of_the_rehearsal(bench: Bench) -> None:
    first = bench.put("evidence", Evidence(pair="a", remarks=voices("x")), "a", round_=3)
    marked = first.model_copy(
        update={"version": 2, "provenance": first.provenance.model_copy(update={"rehearsed": True})}
    )
    bench.stores.artifacts.add("w1", marked)
    stored = maki(bench).notes(bench.workshop, "a", voices("x", "y"), "talk.md")
    assert stored is not None
    assert (stored.version, stored.provenance.round, stored.provenance.rehearsed) == (3, 3, True)


def test_judgements_and_figures_are_kept_with_name_and_time(bench: Bench) -> None:
    maki(bench).judgement(bench.workshop, "a", "C3", passed=False, reason="They went back to paper")
    maki(bench).judgement(bench.workshop, "a", "C3", passed=True, reason="On the second day they did not")
    maki(bench).figure(bench.workshop, "a", "C1", 82.5, source="till")
    found = evidence_of(bench.stores, bench.workshop, "a")
    assert [(one.passed, one.by) for one in found.judgements] == [(False, "Maki"), (True, "Maki")]
    assert [(one.criterion, one.value, one.source) for one in found.figures] == [("C1", 82.5, "till")]
    assert found.judgements[0].at == bench.clock.now().isoformat(timespec="seconds")


@pytest.mark.parametrize(
    ("criterion", "reason", "said"),
    [("C1", "x", "compares a number"), ("C9", "x", "no criterion 'C9'"), ("C3", " ", "no reason")],
)
def test_a_judgement_that_means_nothing_is_refused(bench: Bench, criterion: str, reason: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        maki(bench).judgement(bench.workshop, "a", criterion, passed=True, reason=reason)
    assert evidence_of(bench.stores, bench.workshop, "a").empty


@pytest.mark.parametrize(("criterion", "value", "said"), [("C3", 1, "judged by a person"), ("C1", 1e16, "too large")])
def test_a_figure_that_means_nothing_is_refused(bench: Bench, criterion: str, value: float, said: str) -> None:
    with pytest.raises(InputError, match=said):
        maki(bench).figure(bench.workshop, "a", criterion, value, source="till")
