"""Evidence that comes in piece by piece, sometimes twice, sometimes corrected."""

from datetime import UTC, datetime

from mlew.domain.evidence import Evidence, Observation, Origin, Remark, SurveyResponse, Theme
from mlew.domain.evidence_collecting import (
    Entry,
    file_of,
    remarks_of,
    with_entries,
    with_remarks,
    with_snapshot,
    with_themes,
)
from mlew.domain.figures import ALWAYS, Summary
from mlew.domain.voice import Voice
from tests.unit.decision.cases import clicks, snapshot

EMPTY = Evidence(pair="p1")


def entry(tester: str, line: int, *quotes: str, file: str = "a.csv", notes: str = "") -> Entry:
    return Entry(said=Observation(id="", tester=tester, source=f"{file}:{line}", notes=notes), quotes=quotes)


def test_sheets_get_ids_and_their_quotes_become_voices_that_point_at_them() -> None:
    found = with_entries(EMPTY, [entry("T1", 2, "quick", "quick"), entry("T2", 3, "slow")], "a.csv")
    assert [one.id for one in found.observations] == ["O1", "O2"]
    assert [(v.id, v.text, v.origin.place, v.tester) for v in found.remarks] == [
        ("V1", "quick", "O1", "T1"),
        ("V2", "slow", "O2", "T2"),
    ]


def test_the_same_file_again_changes_nothing_even_if_lines_moved() -> None:
    once = with_entries(EMPTY, [entry("T1", 2, "quick")], "a.csv")
    assert with_entries(once, [entry("T1", 7, "quick")], "a.csv") == once


def test_a_corrected_file_replaces_what_it_said_and_keeps_the_rest() -> None:
    once = with_entries(EMPTY, [entry("T1", 2, "quick"), entry("T2", 3, "slow")], "a.csv")
    once = with_entries(once, [entry("T3", 2, "fine", file="b.csv")], "b.csv")
    again = with_entries(once, [entry("T1", 2, "quick"), entry("T2", 3, "slow at first")], "a.csv")
    assert {(one.tester, one.id) for one in again.observations} == {("T1", "O1"), ("T3", "O3"), ("T2", "O4")}
    assert {(v.text, v.id) for v in again.remarks} == {("quick", "V1"), ("fine", "V3"), ("slow at first", "V4")}


def test_two_testers_who_did_the_same_are_two() -> None:
    both = [entry("anonymous", 2), entry("anonymous", 3)]
    once = with_entries(EMPTY, both, "a.csv")
    assert len(once.observations) == 2
    assert with_entries(once, both, "a.csv") == once


def test_surveys_are_numbered_apart() -> None:
    said = Entry(said=SurveyResponse(id="", tester="1", source="s.csv:2"), quotes=("why",))
    found = with_entries(EMPTY, [said], "s.csv")
    assert (found.responses[0].id, found.remarks[0].origin.kind) == ("S1", "survey")


def test_comments_of_people_become_voices_once() -> None:
    voices = [
        Voice(at=1_775_000_000_000, session="s1", event="4", population="external", visitor="c", text="Nice"),
        Voice(at=1_775_000_000_001, session="s2", event="1", population="open", kind="bot", text="Buy"),
    ]
    found = with_remarks(with_remarks(EMPTY, remarks_of(voices, "m1")), remarks_of(voices, "m1"))
    (remark,) = found.remarks
    assert (remark.id, remark.origin.place, remark.origin.at) == ("V1", "m1/s1/4", "2026-03-31T23:33:20+00:00")


def test_themes_point_at_voices_that_exist() -> None:
    remark = Remark(id="", text="slow", origin=Origin(kind="note", place="n.md:1"))
    found = with_remarks(EMPTY, [remark])
    themes = [Theme(name="Speed", voices=("V1", "V9", "V1")), Theme(name="Made up", voices=("V8",))]
    assert with_themes(found, themes).themes == (Theme(name="Speed", voices=("V1",)),)


def test_a_voice_that_is_gone_does_not_give_its_id_to_another() -> None:
    once = with_entries(EMPTY, [entry("T1", 2, "quick")], "a.csv")
    themed = with_themes(once, [Theme(name="Speed", voices=("V1",))])
    again = with_entries(themed, [entry("T1", 2, "slow")], "a.csv")
    assert [v.id for v in again.remarks] == ["V2"]


def test_snapshots_are_kept_as_history_and_the_only_mock_needs_no_name() -> None:
    first = snapshot(clicks(1, 1))
    later = snapshot(clicks(2, 2), taken_at=datetime(2026, 4, 9, tzinfo=UTC))
    found = with_snapshot(with_snapshot(with_snapshot(EMPTY, first), later), first)
    assert found.snapshots == (first, later)
    assert found.snapshot_of("") == later
    other = first.model_copy(
        update={"summary": Summary(mock="b", title="", period=ALWAYS, total=clicks(), populations=(), apart=())}
    )
    assert with_snapshot(found, other).snapshot_of("") is None
    assert not found.empty


def test_figures_of_a_population() -> None:
    taken = snapshot(clicks(2, 1), "internal")
    assert taken.figures("internal") == taken.figures(None)
    assert taken.figures("external") is None
    assert snapshot(clicks(2, 1), "open").model_copy(update={"population": "external"}).figures("external") is not None


def test_the_file_of_a_source() -> None:
    assert [file_of(source) for source in ("a.csv:12", "a:b", "a.csv", "")] == ["a.csv", "a:b", "a.csv", ""]
