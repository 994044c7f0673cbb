"""From the text of a pattern to its parts (ECMA-262, 22.2.1 and B.1.2, without flags)."""

import re

from usecases.genu.regexp.classes import DOT, escaped_class
from usecases.genu.regexp.errors import PatternError, TooComplex
from usecases.genu.regexp.escapes import escaped_unit
from usecases.genu.regexp.nodes import (
    Assert,
    Assertion,
    Char,
    Choice,
    Class,
    Expression,
    Group,
    Look,
    Node,
    Reference,
    Repeat,
    Sequence,
)
from usecases.genu.regexp.scan import count_groups
from usecases.genu.regexp.units import from_units

DEEPEST = 100
_MOST = 2**31 - 1
_BRACES = re.compile(r"\{([0-9]+)(?:(,)([0-9]*))?\}")
_LOOKS = {"(?=": (False, False), "(?!": (False, True), "(?<=": (True, False), "(?<!": (True, True)}
_ASSERTIONS: dict[str, Assertion] = {"^": "start", "$": "end", r"\b": "word", r"\B": "not-word"}
_NUMBER = re.compile(r"[1-9][0-9]*")
_NAME = re.compile(r"<([^>]*)>")


def parse(pattern: str) -> Expression:
    """`pattern` in UTF-16 units. Raises PatternError where JavaScript throws a SyntaxError, else TooComplex."""
    parser = _Parser(pattern)
    root = parser.choice(0)
    if parser.at < len(pattern):
        raise PatternError("Unmatched ')'")
    for name in parser.referred:
        if name not in parser.names:
            raise PatternError("Invalid named capture referenced")
    return Expression(root, parser.groups, parser.names)


class _Parser:
    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern, 0
        self.total, self.named = count_groups(pattern)
        self.groups = 0
        self.names: dict[str, int] = {}
        self.referred: list[str] = []

    def choice(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise TooComplex(f"more than {DEEPEST} groups inside each other")
        parts = [self.sequence(depth)]
        while self.take("|"):
            parts.append(self.sequence(depth))
        return parts[0] if len(parts) == 1 else Choice(tuple(parts))

    def sequence(self, depth: int) -> Node:
        parts: list[Node] = []
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            parts.append(self.term(depth))
        return Sequence(tuple(parts))

    def term(self, depth: int) -> Node:
        for sign, kind in _ASSERTIONS.items():
            if self.take(sign):
                return Assert(kind)
        before = self.groups
        atom = self.atom(depth)
        if isinstance(atom, Look) and atom.behind:
            return atom
        return self.repeated(atom, before)

    def atom(self, depth: int) -> Node:
        sign = self.pattern[self.at]
        if sign == "(":
            return self.group(depth)
        if sign in "*+?" or _BRACES.match(self.pattern, self.at):
            raise PatternError("Nothing to repeat")
        self.at += 1
        if sign == "[":
            return self.units()
        if sign == "\\":
            return self.escape()
        return DOT if sign == "." else Char(sign)

    def group(self, depth: int) -> Node:
        for opening, (behind, negated) in _LOOKS.items():
            if self.take(opening):
                return Look(self.closed(depth), behind, negated)
        if self.take("(?:"):
            return self.closed(depth)
        number = 0
        if self.take("(?<"):
            self.at -= 1
            name = self.name()
            if name in self.names:
                raise PatternError("Duplicate capture group name")
            self.groups += 1
            number = self.names[name] = self.groups
        elif self.pattern.startswith("(?", self.at):
            raise PatternError("Invalid group")
        else:
            self.at += 1
            self.groups += 1
            number = self.groups
        return Group(number, self.closed(depth))

    def closed(self, depth: int) -> Node:
        body = self.choice(depth + 1)
        if not self.take(")"):
            raise PatternError("Unterminated group")
        return body

    def name(self) -> str:
        found = _NAME.match(self.pattern, self.at)
        name = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda m: chr(int(m[1], 16)), found[1]) if found else ""
        if found is None or not from_units(name).replace("$", "_").isidentifier():
            raise PatternError("Invalid capture group name")
        self.at = found.end()
        return name

    def escape(self) -> Node:
        if self.at == len(self.pattern):
            raise PatternError(r"\ at end of pattern")
        letter = self.pattern[self.at]
        ranges = escaped_class(letter)
        if ranges:
            self.at += 1
            return Class(ranges)
        if letter == "k" and self.named:
            self.at += 1
            if self.pattern[self.at : self.at + 1] != "<":
                raise PatternError("Invalid named reference")
            self.referred.append(self.name())
            return Reference(name=self.referred[-1])
        number = _NUMBER.match(self.pattern, self.at)
        if number and int(number.group()[:6]) <= self.total:
            self.at = number.end()
            return Reference(number=int(number.group()))
        unit, self.at = escaped_unit(self.pattern, self.at, in_class=False, named=self.named)
        return Char(unit)

    def units(self) -> Node:
        negated = self.take("^")
        ranges: list[tuple[int, int]] = []
        while not self.take("]"):
            low = self.member()
            if self.pattern.startswith("-", self.at) and not self.pattern.startswith("-]", self.at):
                self.at += 1
                high = self.member()
                if isinstance(low, str) and isinstance(high, str):
                    if low > high:
                        raise PatternError("Range out of order in character class")
                    ranges.append((ord(low), ord(high)))
                    continue
                ranges += [*_ranges("-"), *_ranges(high)]
            ranges += _ranges(low)
        return Class(tuple(ranges), negated)

    def member(self) -> str | tuple[tuple[int, int], ...]:
        """One unit of a class, or a class inside it."""
        if self.at >= len(self.pattern):
            raise PatternError("Unterminated character class")
        sign = self.pattern[self.at]
        self.at += 1
        if sign != "\\":
            return sign
        if self.at == len(self.pattern):
            raise PatternError(r"\ at end of pattern")
        letter = self.pattern[self.at]
        ranges = escaped_class(letter)
        if ranges or letter == "b":
            self.at += 1
            return ranges or "\b"
        unit, self.at = escaped_unit(self.pattern, self.at, in_class=True, named=self.named)
        return unit

    def repeated(self, atom: Node, before: int) -> Node:
        limits = self.limits()
        if limits is None:
            return atom
        least, most = limits
        if most is not None and least > most:
            raise PatternError("numbers out of order in {} quantifier")
        return Repeat(atom, least, most, not self.take("?"), (before + 1, self.groups + 1))

    def limits(self) -> tuple[int, int | None] | None:
        for sign, limits in (("*", (0, None)), ("+", (1, None)), ("?", (0, 1))):
            if self.take(sign):
                return limits
        found = _BRACES.match(self.pattern, self.at)
        if found is None:
            return None
        self.at = found.end()
        least = _number(found[1])
        return least, least if found[2] is None else _number(found[3]) if found[3] else None

    def take(self, text: str) -> bool:
        if not self.pattern.startswith(text, self.at):
            return False
        self.at += len(text)
        return True


def _number(digits: str) -> int:
    significant = digits.lstrip("0")
    return min(int(significant or "0"), _MOST) if len(significant) <= 10 else _MOST


def _ranges(member: str | tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    return ((ord(member), ord(member)),) if isinstance(member, str) else member
