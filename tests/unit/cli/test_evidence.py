"""`mlew evidence`: taken in whole or not at all, and shown with what it does not say."""

import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest

from mlew.domain.artifact import Artifact
from mlew.domain.evidence import Evidence, Observation
from mlew.domain.evidence_collecting import Entry
from mlew.domain.mock import Mock, MockLink
from mlew.errors import Conflict, InputError, NotFound, SetupError
from mlew.services.evidence.bringing import Bringing
from mlew.services.evidence.reading import evidence_of
from tests.fakes.artifacts import InMemoryArtifactStore
from tests.unit.cli.terminal import Terminal
from tests.unit.documents.sheets import ITERATION
from tests.unit.metrics.sample_report import BEGIN, mocks, sample_numbers
from tests.unit.services.workbench import Bench

SHEET = "テスター,最後までできた,C1,発言\nT1,はい,はい,便利でした\nT2,いいえ,いいえ,\n"


@pytest.fixture
def tried(running: Terminal, bench: Bench) -> tuple[Mock, ...]:
    """Pair a has criteria, a script and a mock that people tried; nobody has opened that of b."""
    bench.put("iteration", ITERATION.model_copy(update={"pair": "a"}), "a")
    first, _, last = mocks("en")
    live = {"state": "live", "version": "v1"}
    made = (first.model_copy(update={"pair": "a", **live}), last.model_copy(update={"pair": "b", **live}))
    for mock in made:
        bench.stores.mocks.create(mock)
    running.numbers = sample_numbers("en")
    return made


def stored(bench: Bench, pair: str = "a") -> Evidence:
    return evidence_of(bench.stores, bench.workshop, pair)


def test_numbers_and_comments_of_every_mock_are_taken_in(
    running: Terminal, bench: Bench, tried: tuple[Mock, ...]
) -> None:
    said = running("evidence", "pull")
    assert said.code == 0
    assert "63% (24/38)" in said.out and f"numbers of '{tried[0].title}'" in said.out
    assert f"Nobody has opened '{tried[1].title}'" in said.err and "kept as simulated" in said.err
    found = stored(bench)
    assert found.snapshots[0].taken_at == bench.clock.now() and found.snapshots[0].simulated
    assert {one.origin.kind for one in found.remarks} == {"comment"} and len(found.remarks) > 3
    assert found.milestones == ITERATION.milestones
    assert stored(bench, "b").snapshots[0].summary.total.sessions == 0


@pytest.mark.usefixtures("tried")
def test_criteria_changed_after_the_first_clicks_are_not_those_that_are_kept(running: Terminal, bench: Bench) -> None:
    numbers = running.numbers
    assert numbers is not None
    first, _, last = mocks("en")
    assert numbers.first_session(first) == BEGIN + timedelta(minutes=15)
    assert numbers.first_session(last) is None
    bench.clock.advance(days=2)
    lower = ITERATION.model_copy(update={"pair": "a", "milestones": ()})
    bench.put("iteration", lower, "a")
    assert running("evidence", "pull", "--pair", "a").code == 0
    assert stored(bench).milestones == ITERATION.milestones


@pytest.mark.usefixtures("tried")
def test_what_was_asked_for_is_kept_and_can_be_asked_again(running: Terminal, bench: Bench) -> None:
    asked = ("--pair", "a", "--population", "external", "--since", "2026-04-01", "--until", "2026-04-01T12:00")
    first = running("evidence", "pull", *asked, "--json").data["pulled"][0]
    bench.clock.advance(days=1)
    again = running("evidence", "pull", "--pair", "a", "--again", "--json").data["pulled"][0]
    assert first["snapshot"]["population"] == "external"
    assert again["snapshot"]["summary"] == first["snapshot"]["summary"]
    assert again["snapshot"]["taken_at"] != first["snapshot"]["taken_at"]
    assert len(stored(bench).snapshots) == 2
    assert all(one.population == "external" for one in stored(bench).remarks)


@pytest.mark.usefixtures("tried")
def test_again_takes_no_other_filter(running: Terminal) -> None:
    said = running("evidence", "pull", "--again", "--population", "open")
    assert said.code == InputError.exit_code and "goes with no other filter" in said.err


@pytest.mark.usefixtures("tried")
def test_taking_in_twice_takes_no_comment_twice(running: Terminal, bench: Bench) -> None:
    running("evidence", "pull", "--pair", "a")
    before = stored(bench).remarks
    bench.clock.advance(minutes=1)
    running("evidence", "pull", "--pair", "a")
    assert stored(bench).remarks == before


def test_a_destroyed_mock_still_gives_what_it_counted(running: Terminal, bench: Bench, tried: tuple[Mock, ...]) -> None:
    gone = tried[0].model_copy(update={"state": "destroyed", "destroyed_at": bench.clock.now(), "version": ""})
    bench.stores.mocks.update(gone)
    said = running("evidence", "pull", "--pair", "a")
    assert "was destroyed" in said.err
    assert stored(bench).snapshots[0].destroyed_at == bench.clock.now()


def test_mocks_of_other_rounds_are_not_taken(running: Terminal, bench: Bench) -> None:
    bench.stores.mocks.create(mocks("en")[0].model_copy(update={"pair": "a", "round": 2}))
    running.numbers = sample_numbers("en")
    said = running("evidence", "pull")
    assert said.code == NotFound.exit_code and "no mock of round 1" in said.err


def test_where_nothing_is_measured_it_says_so(running: Terminal) -> None:
    assert running("evidence", "pull").code == SetupError.exit_code


@pytest.mark.usefixtures("tried")
def test_sheets_are_written_for_paper_spreadsheet_and_phone(running: Terminal, bench: Bench, tmp_path: Path) -> None:
    link = MockLink(
        code="abcdefghij", mock=mocks("en")[0].id, population="internal", tester="Hana", created_at=bench.clock.now()
    )
    bench.stores.mocks.add_links("w1", [link])
    said = running("evidence", "sheet", "--pair", "a", "--out", str(tmp_path), "--json")
    names = [Path(file).name for file in said.data["files"]]
    assert names == ["observer-sheet-a.md", "observer-sheet-a.csv", "observer-sheet-a.html"]
    assert "Choose an umbrella" in (tmp_path / names[0]).read_text(encoding="utf-8")
    rows = list(csv.reader(io.StringIO((tmp_path / names[1]).read_text(encoding="utf-8-sig"))))
    assert [row[0] for row in rows] == ["Tester", "Hana"]
    assert (tmp_path / names[2]).read_text(encoding="utf-8").startswith("<!doctype html>")
    assert running("evidence", "sheet", "--pair", "a", "--out", str(tmp_path)).code == Conflict.exit_code
    assert running("evidence", "sheet", "--pair", "a", "--out", str(tmp_path), "--force", "--format", "csv").code == 0


def test_a_sheet_lists_testers_of_the_round_that_is_tested(
    running: Terminal, bench: Bench, tried: tuple[Mock, ...], tmp_path: Path
) -> None:
    later = tried[0].model_copy(update={"id": "m0ck000000000009", "round": 2})
    bench.stores.mocks.create(later)
    for mock, tester, code in ((tried[0], "Hana", "abcdefghij"), (later, "Ren", "bcdefghijk")):
        link = MockLink(code=code, mock=mock.id, population="internal", tester=tester, created_at=bench.clock.now())
        bench.stores.mocks.add_links("w1", [link])
    kept = ("--out", str(tmp_path), "--format", "csv", "--force")
    for given, name in (((), "Hana"), (("--mock", later.id), "Ren")):
        assert running("evidence", "sheet", "--pair", "a", *given, *kept).code == 0
        sheet = (tmp_path / "observer-sheet-a.csv").read_text(encoding="utf-8-sig")
        assert [row[0] for row in csv.reader(io.StringIO(sheet))] == ["Tester", name]


@pytest.mark.usefixtures("tried")
def test_without_a_script_there_is_no_sheet(running: Terminal) -> None:
    said = running("evidence", "sheet", "--pair", "b")
    assert said.code == InputError.exit_code and "no test script" in said.err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "euc_jp"])
@pytest.mark.usefixtures("tried")
def test_a_filled_in_sheet_comes_in_whatever_encoding_excel_chose(
    running: Terminal, bench: Bench, tmp_path: Path, encoding: str
) -> None:
    file = tmp_path / "sheet.csv"
    file.write_bytes(SHEET.encode(encoding))
    said = running("evidence", "add", str(file), "--pair", "a", "--json")
    assert said.code == 0 and said.data["observations"] == 2
    assert [one.text for one in stored(bench).remarks] == ["便利でした"]
    assert running("evidence", "add", str(file), "--pair", "a", "--json").data["version"] is None


@pytest.mark.usefixtures("tried")
def test_surveys_and_notes_come_in_too(running: Terminal, bench: Bench, tmp_path: Path) -> None:
    survey, notes = tmp_path / "survey.md", tmp_path / "talk.txt"
    survey.write_text("Name: T9\nC2: 8\nQuotes: I liked it\n", encoding="utf-8")
    notes.write_text("# Interview\n\n- It was too slow for me\n- I would pay for it\n", encoding="utf-8")
    assert running("evidence", "add", str(survey), "--pair", "a", "--kind", "survey").code == 0
    kept = ("--pair", "a", "--kind", "interview", "--tester", "T9", "--customers")
    assert running("evidence", "add", str(notes), *kept).code == 0
    found = stored(bench)
    assert [(one.tester, one.readings[0].value) for one in found.responses] == [("T9", 8.0)]
    assert [(one.origin.kind, one.population, one.tester) for one in found.remarks[1:]] == [
        ("interview", "external", "T9")
    ] * 2


BROKEN = {
    "picture.csv": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "sheet.xlsx": b"PK\x03\x04" + bytes(400),
    "empty.csv": b"",
    "no-tester.csv": b"Colour,Shape\nred,round\n",
    "quote.csv": b'Tester,Notes\nT1,"never closed\n',
    "half.csv": "テスター,発言\n".encode("cp932")[:-3] + b"\xff\xfe\x80",
    "number.csv": b"Tester,C2\nT1,very much\n",
    "notes.pdf": b"%PDF-1.7 ...",
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.usefixtures("tried")
def test_what_cannot_be_read_is_refused_by_name_and_nothing_changes(
    running: Terminal, bench: Bench, tmp_path: Path, name: str
) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / name
    good.write_text(SHEET, encoding="utf-8")
    bad.write_bytes(BROKEN[name])
    said = running("evidence", "add", str(good), str(bad), "--pair", "a")
    assert said.code == InputError.exit_code
    assert name in said.err and "Nothing was stored" in said.err and "--kind survey" in said.err
    assert stored(bench).empty


@pytest.mark.usefixtures("tried")
def test_files_that_are_none_or_too_large_are_refused(running: Terminal, bench: Bench, tmp_path: Path) -> None:
    large = tmp_path / "large.md"
    with large.open("wb") as file:
        file.truncate(10_000_000)
    for given, told in ((large, "too large"), (tmp_path, "is a folder"), (tmp_path / "none.csv", "cannot be read")):
        said = running("evidence", "add", str(given), "--pair", "a")
        assert said.code == InputError.exit_code and told in said.err
    assert stored(bench).empty


@pytest.mark.usefixtures("tried")
def test_another_observers_file_of_the_same_name_takes_nothing_away(
    running: Terminal, bench: Bench, tmp_path: Path
) -> None:
    for folder, tester in (("phone1", "T1"), ("phone2", "T2")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "observations-a.csv").write_text(f"Tester,C1\n{tester},yes\n", encoding="utf-8")
    first, second = (str(tmp_path / folder / "observations-a.csv") for folder in ("phone1", "phone2"))
    assert running("evidence", "add", first, "--pair", "a").code == 0
    refused = running("evidence", "add", second, "--pair", "a")
    assert refused.code == Conflict.exit_code and "T1" in refused.err and "--keep-both" in refused.err
    assert [one.tester for one in stored(bench).observations] == ["T1"]
    assert running("evidence", "add", second, "--pair", "a", "--keep-both").code == 0
    assert [one.tester for one in stored(bench).observations] == ["T1", "T2"]
    assert running("evidence", "add", second, "--pair", "a", "--replace").code == 0
    assert [one.source.split(":")[0] for one in stored(bench).observations] == [
        "observations-a (2).csv",
        "observations-a.csv",
    ]
    assert running("evidence", "add", second, "--pair", "a", "--replace", "--keep-both").code == InputError.exit_code


@pytest.mark.parametrize("keep", [False, True])
@pytest.mark.usefixtures("tried")
def test_an_observer_who_comes_in_between_loses_nothing(
    running: Terminal, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, keep: bool
) -> None:
    file = tmp_path / "observations-a.csv"
    file.write_text("Tester,C1\nT2,yes\n", encoding="utf-8")
    add, other = InMemoryArtifactStore.add, Observation(id="", tester="T1", source="observations-a.csv:2")

    def slow(store: InMemoryArtifactStore, workshop: str, artifact: Artifact) -> None:
        monkeypatch.setattr(InMemoryArtifactStore, "add", add)
        faster = Bringing(bench.stores, bench.clock, by="Ren")
        faster.entries(bench.workshop, "a", [Entry(said=other)], "observations-a.csv")
        add(store, workshop, artifact)

    monkeypatch.setattr(InMemoryArtifactStore, "add", slow)
    said = running("evidence", "add", str(file), "--pair", "a", *(["--keep-both"] if keep else []))
    testers = [one.tester for one in stored(bench).observations]
    if keep:
        assert said.code == 0 and testers == ["T1", "T2"]
        return
    assert said.code == Conflict.exit_code and "T1" in said.err and "--keep-both" in said.err
    assert testers == ["T1"]


@pytest.mark.usefixtures("tried")
def test_two_files_of_one_name_in_one_call_are_looked_at_too(running: Terminal, bench: Bench, tmp_path: Path) -> None:
    files = []
    for folder, tester in (("x", "T1"), ("y", "T2")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "s.csv").write_text(f"Tester,C1\n{tester},yes\n", encoding="utf-8")
        files.append(str(tmp_path / folder / "s.csv"))
    assert running("evidence", "add", *files, "--pair", "a").code == Conflict.exit_code
    assert stored(bench).empty
    assert running("evidence", "add", *files, "--pair", "a", "--keep-both").code == 0
    assert len(stored(bench).observations) == 2


@pytest.mark.usefixtures("tried")
def test_people_judge_what_no_number_decides(running: Terminal, bench: Bench) -> None:
    said = running("evidence", "judge", "C4", "--passed", "--reason", "They said so", "--pair", "a", "--as", "Ren")
    assert said.code == 0
    assert [(one.criterion, one.passed, one.by) for one in stored(bench).judgements] == [("C4", True, "Ren")]
    refused = running("evidence", "judge", "C1", "--failed", "--reason", "x", "--pair", "a")
    assert refused.code == InputError.exit_code and "C4 (They do it otherwise)" in refused.err
    assert running("evidence", "judge", "C4", "--failed", "--pair", "a").code == InputError.exit_code


@pytest.mark.usefixtures("tried")
def test_figures_of_the_business_are_read_as_people_write_them(running: Terminal, bench: Bench) -> None:
    assert running("evidence", "figure", "C2", "1,200.5", "--source", "till", "--pair", "a").code == 0
    assert [(one.value, one.source, one.by) for one in stored(bench).figures] == [(1200.5, "till", "maki")]
    for value in ("many", "1e400", ""):
        assert running("evidence", "figure", "C2", value, "--pair", "a").code == InputError.exit_code
    assert running("evidence", "figure", "C99", "1", "--pair", "a").code == InputError.exit_code


@pytest.mark.usefixtures("tried")
def test_it_is_shown_as_markdown_and_as_json(running: Terminal) -> None:
    running("evidence", "pull", "--pair", "a")
    said = running("evidence", "show", "--pair", "a")
    assert said.out.startswith("## Numbers and voices of pair a") and "Decide nothing by them" in said.out
    data = running("evidence", "show", "--pair", "a", "--json").data
    whole = running("show", "evidence/a")
    assert data["markdown"].strip() == whole.out.strip() and data["evidence"]["pair"] == "a"


@pytest.mark.usefixtures("tried")
def test_a_model_sees_it_masked_and_the_limits_are_told(running: Terminal, tmp_path: Path) -> None:
    notes = tmp_path / "talk.md"
    notes.write_text("- Planning A, call me: 090-1234-5678\n", encoding="utf-8")
    running("evidence", "add", str(notes), "--pair", "a", "--kind", "note")
    said = running("evidence", "show", "--pair", "a", "--masked")
    assert "[name 1], call me: [phone 1]" in said.out and "Planning A" not in said.out
    assert "What the rules cannot find" in said.err and "nicknames" in said.err


@pytest.mark.usefixtures("tried")
def test_what_is_not_there_is_said_with_the_next_step(running: Terminal) -> None:
    said = running("evidence", "show", "--pair", "b")
    assert said.code == 0 and "no evidence of pair b yet" in said.out and "mlew evidence pull --pair b" in said.err
    assert running("evidence", "show", "--pair", "b", "--masked").out.strip() == ""
    assert running("evidence", "show").code == InputError.exit_code
    assert running("evidence", "show", "--pair", "nobody").code == InputError.exit_code


@pytest.mark.usefixtures("tried")
def test_people_correct_what_was_noted_and_the_numbers_stay(running: Terminal, bench: Bench, tmp_path: Path) -> None:
    running("evidence", "pull", "--pair", "a")
    before = stored(bench)
    text = running("evidence", "show", "--pair", "a", "--json").data["markdown"]
    corrected = tmp_path / "evidence.md"
    corrected.write_text(text.replace("63% (24/38)", "99%").replace("No trouble finding", "Some trouble finding"))
    said = running("review", "edit", "evidence/a", "--file", str(corrected), "--yes")
    after = stored(bench)
    assert said.code == 0
    assert "Some trouble finding my way" in {one.text for one in after.remarks}
    assert (after.snapshots, after.since, after.milestones) == (before.snapshots, before.since, before.milestones)
