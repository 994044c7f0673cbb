"""Discovery folders and workshops that exist already: what is added, told and left alone."""

from pathlib import Path

import pytest

from mlew.domain.inputs import WorkshopInputs
from mlew.services.workshop_state import change
from tests.unit.cli.terminal import Terminal
from tests.unit.services.workbench import Bench


@pytest.fixture
def folder(running: Terminal, bench: Bench, tmp_path: Path) -> Path:
    """The export of "w1", in which Listen to Invent are done and no invention is chosen."""
    bench.stores.inputs.put("w1", WorkshopInputs(), {}, {"customer.md": b"# Shop\n"})
    folder = tmp_path / "out"
    running("export", "discovery", str(folder), "-w", "w1")
    return folder


def reword(folder: Path, old: str, new: str) -> None:
    readme = folder / "README.md"
    readme.write_text(readme.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_changed_folder_becomes_new_versions_of_its_workshop(running: Terminal, folder: Path) -> None:
    running("import", "discovery", str(folder), "--workshop", "w1")
    reword(folder, "an order comes in", "a fax comes in")

    said = running("import", "discovery", str(folder), "--workshop", "w1", "--as", "Dev A", "--json")

    assert said.data["workshop"] == "w1"
    assert said.data["artifacts"] == ["journey"]
    assert "questions" in said.data["unchanged"]
    shown = running("show", "journey", "-w", "w1")
    assert "a fax comes in" in shown.out
    assert "import:Dev A" in shown.err


def test_a_workshop_that_runs_keeps_its_gates(running: Terminal, folder: Path) -> None:
    assert running("import", "discovery", str(folder), "-w", "w1", "--json").data["approved"] == []


def test_a_workshop_that_stands_still_counts_what_came_as_decided(
    running: Terminal, bench: Bench, folder: Path
) -> None:
    change(bench.stores.workshops, "w1", state="failed")

    assert running("import", "discovery", str(folder), "-w", "w1", "--no-approve", "--json").data["approved"] == []
    assert running("import", "discovery", str(folder), "-w", "w1", "--json").data["approved"] == ["listen", "define"]


def test_a_pair_cannot_join_while_the_workshop_runs(running: Terminal, folder: Path) -> None:
    reword(folder, "- Pair: b", "- Pair: c")

    said = running("import", "discovery", str(folder), "-w", "w1")

    assert said.code == 2
    assert "no pair 'c'" in said.err


def test_a_new_workshop_is_prepared_with_the_gates_that_were_asked_for(running: Terminal, folder: Path) -> None:
    said = running("import", "discovery", str(folder), "--name", "north-2", "--gates", "timebox")

    assert said.code == 0
    assert "mlew resume north-2" in said.out
    assert "counted as decided: Listen" in said.out
    workshop = running.stores.workshops.get("north-2")
    assert (workshop.gates, workshop.state) == ("timebox", "created")


@pytest.mark.parametrize("option", [("--name", "x"), ("--gates", "auto")])
def test_what_only_a_new_workshop_takes_is_refused_for_an_old_one(
    running: Terminal, folder: Path, option: tuple[str, str]
) -> None:
    assert running("import", "discovery", str(folder), "-w", "w1", *option).code == 2


def test_an_id_that_is_taken_changes_nothing(running: Terminal, folder: Path) -> None:
    before = running.stores.artifacts.heads("w1")

    assert running("import", "discovery", str(folder), "--name", "w1").code == 4
    assert running.stores.artifacts.heads("w1") == before


def test_folders_that_differ_are_told(running: Terminal, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    running("export", "discovery", str(other), "-w", "w1")
    reword(other, "an order comes in", "a fax comes in")

    said = running("import", "discovery", str(folder), str(other))

    assert said.code == 0
    assert "journey differs between the folders" in said.err
    assert "that of other is kept as v1" in said.err


def test_text_without_a_place_and_sections_that_cannot_be_read_are_told(running: Terminal, folder: Path) -> None:
    reword(folder, "## Define", "## Our notes\n\nkeep this\n\n## Define")
    reword(folder, "| Rank |", "| Platz |")
    reword(folder, "| How often |", "| Wie oft |")

    said = running("import", "discovery", str(folder), "--json")

    assert "keep this" in said.data["leftovers"]
    assert "Define" in said.data["problems"][0]
    assert said.data["approved"] == ["listen"]
    assert "its text is kept" in said.err


def test_a_folder_without_a_readme_is_one_to_run(running: Terminal, folder: Path) -> None:
    (folder / "README.md").unlink()

    said = running("import", "discovery", str(folder))

    assert said.code == 2
    assert f"mlew run {folder}" in said.err


def test_a_readme_in_shift_jis_is_read(running: Terminal, folder: Path) -> None:
    readme = folder / "README.md"
    readme.unlink()
    text = "## Listen\n\n| 行動段階 | 行動 |\n|--|--|\n| 探す | 店を検索する<br>口コミを読む |\n"
    (folder / "Readme.md").write_bytes(text.encode("shift_jis"))
    for name in ("customer.md", "solutions.md"):
        (folder / name).unlink()

    said = running("import", "discovery", str(folder), "--json")

    assert said.data["artifacts"] == ["journey"]
    assert running.stores.workshops.get(said.data["workshop"]).plan.locale == "ja"


def test_a_forced_export_writes_over_its_own_files_only(running: Terminal, folder: Path) -> None:
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    reword(folder, "an order comes in", "x")

    assert running("export", "discovery", str(folder), "-w", "w1").code == 4
    assert "an order comes in" not in (folder / "README.md").read_text(encoding="utf-8")
    assert running("export", "discovery", str(folder), "-w", "w1", "--force").code == 0

    assert "an order comes in" in (folder / "README.md").read_text(encoding="utf-8")
    assert (folder / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_a_file_is_no_folder_to_write_to(running: Terminal, bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")

    assert running("export", "discovery", str(tmp_path / "file"), "--force").code == 4
