"""`mlew evidence add`: files are taken in whole or not at all, and nobody's notes get lost."""

from pathlib import Path

import pytest

from mlew.domain.artifact import Artifact
from mlew.domain.evidence import Observation
from mlew.domain.evidence_collecting import Entry
from mlew.errors import Conflict, InputError
from mlew.services.evidence.bringing import Bringing
from tests.fakes.artifacts import InMemoryArtifactStore
from tests.unit.cli.evidence_cases import stored
from tests.unit.cli.terminal import Terminal
from tests.unit.services.workbench import Bench

SHEET = "テスター,最後までできた,C1,発言\nT1,はい,はい,便利でした\nT2,いいえ,いいえ,\n"


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
