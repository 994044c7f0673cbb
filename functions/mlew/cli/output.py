"""What reaches the terminal: one answer on stdout, everything else on stderr.

Texts come from files, models and people, so nothing in them is markup, and control characters are taken out.
"""

import json
import re
import sys
from collections.abc import Sequence
from typing import Any, Literal

from pydantic import BaseModel
from rich.console import Console, RenderableType
from rich.text import Text

from mlew.cli.fitted_table import FittedTable
from mlew.cli.line_breaking import Flow

Style = Literal["", "bold", "dim", "green", "yellow", "red", "cyan"]
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Output:
    """The two streams of one invocation."""

    def __init__(self, *, as_json: bool = False) -> None:
        self.as_json = as_json
        self.console = _console(sys.stdout)
        self.notes = _console(sys.stderr)

    def answer(self, data: object, *shown: RenderableType) -> None:
        """The result: `data` with --json, else what is `shown`."""
        if self.as_json:
            sys.stdout.write(json.dumps(plain_data(data), ensure_ascii=False, indent=2) + "\n")
            return
        for part in shown:
            if self.console.is_terminal:
                self.console.print(Flow(part) if isinstance(part, Text) else part)
            else:
                self._to_pipe(part)

    def _to_pipe(self, part: RenderableType) -> None:
        """Text is not cut into lines of our own, and no line ends in blanks."""
        with self.console.capture() as captured:
            self.console.print(part, soft_wrap=isinstance(part, Text))
        lines = captured.get().splitlines()
        sys.stdout.write("".join(f"{entry.rstrip()}\n" for entry in lines))

    def note(self, text: str, style: Style = "") -> None:
        """A line for the person at the terminal."""
        self.notes.print(Text(clean(text), style=style), soft_wrap=True)


def _console(stream: Any) -> Console:
    return Console(file=stream, highlight=False, markup=False, emoji=False)


def clean(text: str) -> str:
    """Without control characters (terminal escapes, text direction), line breaks and tabs kept."""
    return _CONTROL.sub("", text.replace("\r\n", "\n"))


def line(text: str, style: Style = "") -> Text:
    """One line of the answer."""
    return Text(clean(text), style=style)


def heading(text: str) -> Text:
    """A heading with a blank line above."""
    return Text("\n" + clean(text), style="bold")


Cell = str | Text


def table(columns: Sequence[str], rows: Sequence[Sequence[Cell]], *, narrow: Sequence[int] = ()) -> FittedTable:
    """A table without a frame; no names, no head. `narrow`: columns, by number, whose cells are never folded."""
    texts = [[cell if isinstance(cell, Text) else line(cell.replace("\t", " ")) for cell in row] for row in rows]
    return FittedTable([line(name) for name in columns], texts, narrow=narrow)


def plain_data(value: object) -> Any:
    """As JSON has it: models become objects, sets of names become lists."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, dict):
        return {str(key): plain_data(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain_data(item) for item in value]
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    return str(value)
