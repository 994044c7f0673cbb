"""Passwords: not shown at a terminal, read as a line elsewhere."""

import getpass
import io
import sys
from typing import Any

import pytest

from mlew.cli.surroundings import surroundings


class AtTerminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_line_of_a_pipe(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(" Pass word \nrest"))

    assert surroundings().secret("? ") == " Pass word "
    assert capsys.readouterr() == ("", "? ")


def test_nothing_in_the_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))

    with pytest.raises(EOFError):
        surroundings().secret("? ")


def test_at_a_terminal_it_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, Any]] = []
    monkeypatch.setattr(sys, "stdin", AtTerminal("shown"))

    def hidden(question: str, stream: Any) -> str:
        asked.append((question, stream))
        return "hidden"

    monkeypatch.setattr(getpass, "getpass", hidden)

    assert surroundings().secret("? ") == "hidden"
    assert asked == [("? ", sys.stderr)]
