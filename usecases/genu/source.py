"""A file as GenU's import gets it: bytes, decoded as a browser decodes them, and what is in it."""

import codecs
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from usecases.genu.json_tree import JsonError, Node, offset_in_string, parse_json

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True)
class Position:
    """Line and column, both from 1; columns count characters."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """`name` as on disk. A browser takes UTF-8 unless the file begins with a mark, and replaces what is none."""

    name: str
    raw: bytes

    @property
    def mark(self) -> str:
        """Encoding that a byte order mark names, "" without one."""
        return next((encoding for mark, encoding in _MARKS if self.raw.startswith(mark)), "")

    @cached_property
    def text(self) -> str:
        """Without the mark; U+FFFD for every byte that does not fit."""
        length = next((len(mark) for mark, _ in _MARKS if self.raw.startswith(mark)), 0)
        return self.raw[length:].decode(self.mark or "utf-8", errors="replace")

    @cached_property
    def decodes(self) -> bool:
        """Whether nothing had to be replaced."""
        length = next((len(mark) for mark, _ in _MARKS if self.raw.startswith(mark)), 0)
        try:
            self.raw[length:].decode(self.mark or "utf-8")
        except UnicodeDecodeError:
            return False
        return True

    @cached_property
    def parsed(self) -> Node | JsonError:
        """The value in the file, or why there is none."""
        try:
            return parse_json(self.text)
        except JsonError as error:
            return error

    @property
    def content(self) -> dict[str, object]:
        """The object in the file, {} if there is none."""
        return dict(self.parsed.value) if isinstance(self.parsed, Node) and isinstance(self.parsed.value, dict) else {}

    def position(self, offset: int) -> Position:
        """Of an offset in the text."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def position_in(self, node: Node, index: int | None = None) -> Position:
        """Of a node, or of a character of a string's value."""
        return self.position(node.start if index is None else offset_in_string(self.text, node, index))

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(number + 1 for number, sign in enumerate(self.text) if sign == "\n")]
