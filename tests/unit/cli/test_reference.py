from pathlib import Path

from mlew.cli.reference import PAGE, main, reference


def test_the_page_is_what_the_commands_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), "make cli-reference"


def test_it_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    main(tmp_path / "cli.md")

    assert (tmp_path / "cli.md").read_text(encoding="utf-8") == reference()
