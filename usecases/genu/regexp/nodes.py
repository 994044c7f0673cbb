"""Parts of an expression (ECMA-262, 22.2.1)."""

from dataclasses import dataclass, field
from typing import Literal

Ranges = tuple[tuple[int, int], ...]
Assertion = Literal["start", "end", "word", "not-word"]


@dataclass(frozen=True)
class Char:
    """One unit."""

    unit: str


@dataclass(frozen=True)
class Class:
    """Any unit in the ranges (both ends included), or outside them."""

    ranges: Ranges
    negated: bool = False

    def __contains__(self, unit: str) -> bool:
        return any(low <= ord(unit) <= high for low, high in self.ranges) is not self.negated


@dataclass(frozen=True)
class Assert:
    """Takes no unit."""

    kind: Assertion


@dataclass(frozen=True)
class Look:
    """What stands before or behind; takes no unit."""

    body: "Node"
    behind: bool
    negated: bool


@dataclass(frozen=True)
class Group:
    """A capturing group, counted from 1."""

    number: int
    body: "Node"


@dataclass(frozen=True)
class Reference:
    """What a group has taken, by number or (patterns with named groups) by name."""

    number: int = 0
    name: str = ""


@dataclass(frozen=True)
class Repeat:
    """`most` None: no limit. `groups`: numbers of the capturing groups inside, [first, last)."""

    body: "Node"
    least: int
    most: int | None
    greedy: bool
    groups: tuple[int, int]


@dataclass(frozen=True)
class Sequence:
    """One after the other."""

    parts: tuple["Node", ...] = ()


@dataclass(frozen=True)
class Choice:
    """The first that fits."""

    parts: tuple["Node", ...] = ()


Node = Char | Class | Assert | Look | Group | Reference | Repeat | Sequence | Choice


@dataclass(frozen=True)
class Expression:
    """A whole pattern. `names`: name → number of its group."""

    root: Node
    groups: int
    names: dict[str, int] = field(default_factory=dict)
