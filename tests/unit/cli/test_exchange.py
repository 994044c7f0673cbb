from pathlib import Path

import pytest

from mlew.domain.inputs import WorkshopInputs
from mlew.domain.press_release import Message, PressRelease
from tests.unit.cli.terminal import Terminal
from tests.unit.services.workbench import Bench

CUSTOMER = b"# Shop\n## Purpose\n- p\n## Behaviour\n- b\n## Attributes\n- a\n"
SOLUTIONS = b"""## OCR : mail rooms\r
- When used? always\r
- How did it solve the problem? it reads\r
"""


@pytest.fixture
def whole(running: Terminal, bench: Bench) -> Terminal:
    """The workshop's two pairs have press releases; its files are those of a folder."""
    for pair in ("a", "b"):
        release = PressRelease(pair=pair, invention="I1", message=Message(headline=f"News of {pair}"))
        bench.put("press_release", release, pair)
    bench.stores.inputs.put("w1", WorkshopInputs(), {}, {"customer.md": CUSTOMER, "solutions.md": SOLUTIONS})
    return running


def test_a_workshop_comes_back_as_it_went(whole: Terminal, tmp_path: Path) -> None:
    first, second, third = (tmp_path / name for name in ("first", "second", "third"))
    whole("export", "discovery", str(first), "-w", "w1")
    whole("import", "discovery", str(first), "--name", "computed")  # the fixture's numbers are not what they would be
    whole("export", "discovery", str(second), "-w", "computed")

    said = whole("import", "discovery", str(second), "--json", "--as", "Dev A")
    assert said.code == 0, said.err
    whole("export", "discovery", str(third), "-w", said.data["workshop"])

    assert (second / "README.md").read_text(encoding="utf-8") == (third / "README.md").read_text(encoding="utf-8")
    assert "inventions/a" in said.data["artifacts"]


def test_what_came_counts_as_decided_up_to_the_first_phase_that_is_not_whole(whole: Terminal, tmp_path: Path) -> None:
    whole("export", "discovery", str(tmp_path / "out"))
    whole("import", "discovery", str(tmp_path / "out"), "--as", "Dev A")

    phases = {p["phase"]: p for p in whole("status", "w-in", "--json").data["phases"]}

    assert {name for name, p in phases.items() if p["state"] == "done"} == {"listen", "define", "invent", "refine"}
    assert phases["define"]["gate"]["decision"]["by"] == "Dev A"
    assert phases["invent"]["gate"]["decision"]["choices"] == {"a": ["I1"], "b": ["I1"]}


def test_it_goes_on_where_the_team_stopped(whole: Terminal, tmp_path: Path) -> None:
    whole("export", "discovery", str(tmp_path / "out"))
    whole("import", "discovery", str(tmp_path / "out"))

    assert whole("resume", "w-in").code == 0


def test_difficulties_are_written_back_into_the_solutions(whole: Terminal, tmp_path: Path) -> None:
    whole("export", "discovery", str(tmp_path / "out"))

    text = (tmp_path / "out" / "solutions.md").read_bytes()

    assert text.startswith(SOLUTIONS)
    assert b"3" in text[len(SOLUTIONS) :]


def test_one_pairs_folder_holds_nothing_of_the_others(whole: Terminal, tmp_path: Path) -> None:
    whole("export", "discovery", str(tmp_path / "out"), "--pair", "a")

    text = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert "News of a" in text and "News of b" not in text
    assert whole("export", "discovery", str(tmp_path / "x"), "--pair", "z").code == 3


def test_several_pairs_folders_become_one_workshop(whole: Terminal, tmp_path: Path) -> None:
    for pair in ("a", "b"):
        whole("export", "discovery", str(tmp_path / pair), "--pair", pair)

    said = whole("import", "discovery", str(tmp_path / "a"), str(tmp_path / "b"), "--json")

    assert {"press_release/a", "press_release/b"} <= set(said.data["artifacts"])


def test_folders_of_the_same_pair_are_told_apart_by_name(whole: Terminal, tmp_path: Path) -> None:
    for name in ("x", "y"):
        whole("export", "discovery", str(tmp_path / name), "--pair", "a")
    readme = tmp_path / "y" / "README.md"
    readme.write_text(readme.read_text(encoding="utf-8").replace("News of a", "Other news"), encoding="utf-8")
    folders = [str(tmp_path / "x"), str(tmp_path / "y")]

    assert whole("import", "discovery", *folders).code == 2
    said = whole("import", "discovery", *folders, "--pair", "North", "--pair", "営業ペア", "--json")

    assert said.code == 0, said.err
    assert {"press_release/north", "press_release/a"} <= set(said.data["artifacts"])
    assert [p.name for p in whole.stores.workshops.get("w-in").pairs] == ["営業ペア", "North"]


def test_what_cannot_be_read_is_kept_and_told(whole: Terminal, tmp_path: Path) -> None:
    whole("export", "discovery", str(tmp_path / "out"))
    readme = tmp_path / "out" / "README.md"
    readme.write_text(readme.read_text(encoding="utf-8") + "\n## Our own notes\n\nkeep this\n", encoding="utf-8")

    whole("import", "discovery", str(tmp_path / "out"))
    whole("export", "discovery", str(tmp_path / "again"), "-w", "w-in")

    assert "keep this" in (tmp_path / "again" / "README.md").read_text(encoding="utf-8")
    assert not (tmp_path / "again" / "discovery-other.md").exists()


def test_a_folder_that_holds_something_is_left_alone(whole: Terminal, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")

    assert whole("export", "discovery", str(tmp_path)).code == 4
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["mine.txt"]


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"", b"# Just a title\n\nand text\n"])
def test_a_readme_that_holds_no_workshop_is_refused(mlew: Terminal, tmp_path: Path, content: bytes | None) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    if content is not None:
        (folder / "README.md").write_bytes(content)

    assert mlew("import", "discovery", str(folder)).code == 2
    assert mlew("list", "--json").data["workshops"] == []


def test_every_folder_needs_its_pair_if_one_has(mlew: Terminal, tmp_path: Path) -> None:
    said = mlew("import", "discovery", str(tmp_path / "x"), str(tmp_path / "y"), "--pair", "a")

    assert said.code == 2
    assert "--pair for each folder" in said.err


def test_a_stored_name_cannot_lead_out_of_the_folder(running: Terminal, bench: Bench, tmp_path: Path) -> None:
    bench.stores.inputs.put("w1", WorkshopInputs(), {}, {"../../evil.md": b"x"})

    running("export", "discovery", str(tmp_path / "out"))

    assert (tmp_path / "out" / "evil.md").exists()
    assert not (tmp_path.parent / "evil.md").exists()


@pytest.mark.parametrize("group", ["export", "import"])
def test_a_group_alone_is_a_usage_error(mlew: Terminal, group: str) -> None:
    assert mlew(group).code == 2
