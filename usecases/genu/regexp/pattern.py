"""An expression that searches a text, the way `RegExp.prototype.exec` with flag `g` does."""

from collections.abc import Iterator
from dataclasses import dataclass

from usecases.genu.regexp.machine import UNSET, Machine
from usecases.genu.regexp.nodes import Char, Expression, Sequence
from usecases.genu.regexp.parser import parse
from usecases.genu.regexp.program import compile_expression

STEPS = 400_000


@dataclass(frozen=True)
class Match:
    """`spans`: start and end of the match, then of each group; None for a group that took no part."""

    spans: tuple[tuple[int, int] | None, ...]

    @property
    def start(self) -> int:
        return self._whole[0]

    @property
    def end(self) -> int:
        return self._whole[1]

    @property
    def _whole(self) -> tuple[int, int]:
        assert self.spans[0] is not None  # noqa: S101 – a match has a span
        return self.spans[0]


class Pattern:
    """Made from UTF-16 units. Raises PatternError or TooComplex."""

    def __init__(self, pattern: str) -> None:
        self._expression = parse(pattern)
        self._program = compile_expression(self._expression)
        self._prefix = _prefix(self._expression)
        self._plain = self._prefix == pattern

    @property
    def groups(self) -> int:
        """How many capturing groups."""
        return self._expression.groups

    @property
    def names(self) -> dict[str, int]:
        """Name → number of its group."""
        return self._expression.names

    def matches(self, text: str) -> Iterator[Match]:
        """All matches from left to right, none overlapping. `text` in UTF-16 units. Raises TooComplex."""
        machine, at = Machine(text, STEPS), 0
        while (match := self._search(machine, at)) is not None:
            yield match
            at = match.end if match.end > match.start else match.end + 1

    def _search(self, machine: Machine, start: int) -> Match | None:
        at = start
        while at <= len(machine.text):
            if self._prefix:
                at = machine.text.find(self._prefix, at)
                if at < 0:
                    return None
                if self._plain:
                    return Match(((at, at + len(self._prefix)),))
            registers = machine.run(self._program, at)
            if registers is not None:
                return Match(((at, registers[1]), *(_span(registers, g) for g in range(1, self.groups + 1))))
            at += 1
        return None


def _span(registers: tuple[int, ...], group: int) -> tuple[int, int] | None:
    start, end = registers[2 * group], registers[2 * group + 1]
    return None if UNSET in (start, end) else (start, end)


def _prefix(expression: Expression) -> str:
    """The units with which every match begins."""
    found = ""
    if isinstance(expression.root, Sequence):
        for part in expression.root.parts:
            if not isinstance(part, Char):
                break
            found += part.unit
    return found
