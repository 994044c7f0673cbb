"""What people bring becomes the next version; nothing that is there is lost."""

from datetime import datetime, timedelta

import pytest

from mlew.domain.evidence import Evidence, Observation
from mlew.domain.evidence_collecting import Entry
from mlew.domain.gate import Decision
from mlew.domain.iteration import Iteration, Milestone
from mlew.errors import Conflict, InputError
from mlew.services.evidence.bringing import Bringing
from mlew.services.evidence.reading import evidence_of
from tests.fakes.artifacts import InMemoryArtifactStore
from tests.unit.decision.cases import clicks, snapshot
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


@pytest.mark.parametrize(("came_after", "kept_version"), [(30, 2), (90, 3), (0, 1)])
def test_criteria_are_those_from_before_the_first_session(bench: Bench, came_after: int, kept_version: int) -> None:
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
    assert stored.body.milestones == changed(kept_version).milestones


def thrice(bench: Bench) -> datetime:
    """Published and version 1 now, version 2 approved a day later, version 3 a day after that; that is when we are."""
    began = bench.clock.now()
    mock(bench, published_at=began)
    bench.clock.advance(days=1)
    bench.put("iteration", changed(2), "a")
    bench.gate("iterate")
    bench.stores.gates.decide("w1", "iterate", 1, Decision(verb="approve", by="Planning A", at=bench.clock.now()))
    bench.clock.advance(days=1)
    bench.put("iteration", changed(3), "a")
    return began


def kept(bench: Bench, *entries: Entry) -> tuple[Milestone, ...]:
    """What is kept with these sheets."""
    stored = maki(bench).entries(bench.workshop, "a", entries, "sheet.csv")
    assert stored is not None and isinstance(stored.body, Evidence)
    return stored.body.milestones


def test_what_comes_before_any_numbers_keeps_the_criteria_of_that_moment(bench: Bench) -> None:
    """Published two versions ago: nobody had tried anything, so both changes were in good time."""
    thrice(bench)

    stored = maki(bench).notes(bench.workshop, "a", voices("x"), "talk.md")

    assert stored is not None and isinstance(stored.body, Evidence)
    assert (stored.body.since, stored.body.milestones) == (bench.clock.now(), changed(3).milestones)


@pytest.mark.parametrize("bring", ["judgement", "figure"])
def test_a_persons_word_and_a_figure_keep_them_too(bench: Bench, bring: str) -> None:
    thrice(bench)
    if bring == "judgement":
        maki(bench).judgement(bench.workshop, "a", "C3", passed=True, reason="They did")
    else:
        maki(bench).figure(bench.workshop, "a", "C1", 9, source="till")
    since = bench.clock.now()
    bench.clock.advance(days=1)
    bench.put("iteration", changed(4), "a")
    maki(bench).notes(bench.workshop, "a", voices("x"), "talk.md")

    found = evidence_of(bench.stores, bench.workshop, "a")
    assert (found.since, found.milestones) == (since, changed(3).milestones)


@pytest.mark.parametrize("written", ["{0}", "{0:%Y/%m/%d}", "{0.year}年{0.month}月{0.day}日"])
def test_a_sheet_counts_from_the_day_that_stands_on_it(bench: Bench, written: str) -> None:
    began = thrice(bench)
    day = written.format((began + timedelta(days=1)).date())
    tried = Entry(said=Observation(id="", tester="T1", day=day, source="sheet.csv:2"))

    assert kept(bench, entry("T2"), tried) == changed(2).milestones


@pytest.mark.parametrize("day", ["1999-01-01", "last week", "2026-99-99"])
def test_a_day_before_anybody_was_asked_and_none_that_is_one_are_not_the_first(bench: Bench, day: str) -> None:
    thrice(bench)
    tried = Entry(said=Observation(id="", tester="T1", day=day, source="sheet.csv:2"))

    assert kept(bench, tried) == changed(2 if day == "1999-01-01" else 3).milestones


def test_numbers_that_tell_of_an_earlier_session_bring_the_criteria_of_that_one(bench: Bench) -> None:
    began = thrice(bench)
    assert kept(bench, entry("T1")) == changed(3).milestones

    pulled = maki(bench).change(
        bench.workshop,
        "a",
        lambda before: before.model_copy(update={"extra": "numbers"}),
        note="pull",
        first_session=lambda _: began + timedelta(hours=1),
    )

    assert pulled is not None and isinstance(pulled.body, Evidence)
    assert pulled.body.milestones == ITERATION.milestones
    maki(bench).notes(bench.workshop, "a", voices("x"), "talk.md")
    assert evidence_of(bench.stores, bench.workshop, "a").milestones == ITERATION.milestones


def test_numbers_of_a_mock_that_nobody_opened_keep_nothing(bench: Bench) -> None:
    nobody = snapshot(clicks(0, 0)).model_copy(update={"taken_at": bench.clock.now()})
    nobody = nobody.model_copy(
        update={
            "summary": nobody.summary.model_copy(
                update={"total": nobody.summary.total.model_copy(update={"sessions": 0, "visitors": 0})}
            )
        }
    )
    maki(bench).change(bench.workshop, "a", lambda e: e.model_copy(update={"snapshots": (nobody,)}), note="pull")
    assert evidence_of(bench.stores, bench.workshop, "a").since is None
    bench.clock.advance(days=1)
    bench.put("iteration", changed(2), "a")

    assert kept(bench, entry("T1")) == changed(2).milestones


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
