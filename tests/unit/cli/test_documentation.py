"""Command lines in the documents are such that one can type them."""

import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from mlew.cli.embedded.parts import REPOSITORY
from mlew.cli.main import application

PAGES = [
    *REPOSITORY.glob("*.md"),
    *(page for page in REPOSITORY.glob("docs/**/*.md") if page.name != "cli.md"),  # that one is generated
    *REPOSITORY.glob("examples/**/*.md"),
    REPOSITORY / "Makefile",
]
LINE = re.compile(r"(?:^[\s$@]*(?:\S*/)?|`(?:\S*/)?)(mlew [a-z][^`\n#…|]*)", re.MULTILINE)
ROOT = typer.main.get_command(application())


def command_lines() -> Iterator[Any]:
    for page in PAGES:
        for found in LINE.finditer(page.read_text(encoding="utf-8")):
            yield pytest.param(found[1].strip(), id=f"{page.relative_to(REPOSITORY)}: {found[1].strip()}")


@pytest.mark.parametrize("written", list(command_lines()))
def test_commands_and_options_in_the_documents_exist(written: str) -> None:
    words = [word for word in shlex.split(written.replace("'", "’"))[1:] if word not in ("…", "...")]
    command: Any = ROOT
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]
    takes_arguments = any(p.param_type_name == "argument" for p in command.params)
    known = {name for p in (*command.params, *ROOT.params) for name in (*p.opts, *p.secondary_opts)} | {"-h", "--help"}

    assert command is not ROOT, f"no such command: {written}"
    assert not words or words[0].startswith("-") or takes_arguments, f"'{words[0]}' is nothing to {command.name}"
    assert {w.split("=")[0] for w in words if re.fullmatch(r"--?[a-z][a-z-]*(=.*)?", w)} <= known


def test_documents_speak_of_the_command_at_all() -> None:
    assert len(list(command_lines())) > 30
