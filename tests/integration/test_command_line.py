"""The command as a process of its own: exit codes, streams, completion."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from mlew.cli.surroundings import edit
from mlew.errors import SetupError


def mlew(*arguments: str, home: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", "from mlew.cli.main import run; run()", *arguments],
        env={"PATH": os.environ["PATH"], "HOME": str(home), "MLEW_HOME": str(home / "mlew"), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_without_an_embedded_aws_the_fix_is_named(tmp_path: Path) -> None:
    done = mlew("list", home=tmp_path, LANG="ja_JP.UTF-8")

    assert done.returncode == 20
    assert done.stdout == ""
    assert "環境に足りないものがあります" in done.stderr and "mlew up" in done.stderr


def test_json_stands_alone_on_stdout(tmp_path: Path) -> None:
    done = mlew("check", str(tmp_path / "nothing"), "--json", home=tmp_path)

    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["name"] == "InputError"


def test_a_terminal_that_cannot_show_japanese_does_not_end_the_command(tmp_path: Path) -> None:
    done = mlew("-h", "--lang", "ja", home=tmp_path, PYTHONIOENCODING="ascii")

    assert done.returncode == 0
    assert "mlew" in done.stdout


def test_a_profile_that_is_not_there_is_a_setup_error(tmp_path: Path) -> None:
    done = mlew("list", "--profile", "nobody", home=tmp_path)

    assert done.returncode == 20
    assert "nobody" in done.stderr


def test_the_editor_that_does_not_work_is_named() -> None:
    with pytest.raises(SetupError, match="no-such-editor"):
        edit("no-such-editor", "text", "a.md")


def test_the_editor_gets_the_text_and_gives_it_back() -> None:
    script = "import sys, pathlib; p = pathlib.Path(sys.argv[1]); p.write_text(p.read_text() + 'more')"

    assert edit(f'{shlex.quote(sys.executable)} -c "{script}"', "text ", "a.md") == "text more"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_get_a_completion_script(tmp_path: Path, shell: str) -> None:
    done = mlew("--show-completion", shell, home=tmp_path, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")

    assert done.returncode == 0
    assert "mlew" in done.stdout.lower()


def test_commands_are_completed(tmp_path: Path) -> None:
    done = mlew(
        home=tmp_path,
        _MLEW_COMPLETE="complete_bash",
        COMP_WORDS="mlew rev",
        COMP_CWORD="1",
    )

    assert "review" in done.stdout.split()
