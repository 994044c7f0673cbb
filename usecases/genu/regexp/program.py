"""From the parts of an expression to instructions for the machine."""

from dataclasses import dataclass
from typing import Literal

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

Operation = Literal["unit", "class", "assert", "look", "reference", "save", "split", "jump", "enter", "again", "next"]


@dataclass
class Instruction:
    """`operation` says which of the other fields mean something.

    unit, class: take one unit. assert: `kind`. look: `program`, `behind`, `negated`. reference: `groups`.
    save: position to register `to`. split: go on at `to`, later at `other`. jump: to `to`. enter: a repetition
    begins (`counter`). again: decide whether to go round once more (`least`, `most`, `greedy`; body follows,
    way out `to`), forgetting `groups`. next: a round is over; back to `to`.
    """

    operation: Operation
    unit: str = ""
    units: Class | None = None
    kind: Assertion = "start"
    program: "Program | None" = None
    negated: bool = False
    behind: bool = False
    to: int = 0
    other: int = 0
    groups: tuple[int, ...] = ()
    counter: int = 0
    least: int = 0
    most: int | None = None
    greedy: bool = True


@dataclass
class Program:
    """`registers`: two a group (start, end; group 0 first), then two a repetition (rounds, start of the round)."""

    instructions: list[Instruction]
    registers: int


def compile_expression(expression: Expression) -> Program:
    """Instructions that take units from left to right."""
    compiler = _Compiler(expression)
    instructions = compiler.compiled(expression.root, behind=False)
    program = Program(instructions, compiler.registers)
    for part in compiler.inner:
        part.registers = compiler.registers
    return program


class _Compiler:
    def __init__(self, expression: Expression) -> None:
        self.names = expression.names
        self.registers = 2 * (expression.groups + 1)
        self.inner: list[Program] = []
        self.out: list[Instruction] = []

    def compiled(self, node: Node, *, behind: bool) -> list[Instruction]:
        outer, self.out = self.out, []
        self.add(node, behind)
        done, self.out = self.out, outer
        return done

    def add(self, node: Node, behind: bool) -> None:
        match node:
            case Char(unit):
                self.out.append(Instruction("unit", unit=unit, behind=behind))
            case Class():
                self.out.append(Instruction("class", units=node, behind=behind))
            case Assert(kind):
                self.out.append(Instruction("assert", kind=kind))
            case Look(body, back, negated):
                program = Program(self.compiled(body, behind=back), 0)
                self.inner.append(program)
                self.out.append(Instruction("look", program=program, negated=negated))
            case Reference(number, name):
                groups = (self.names[name] if name else number,)
                self.out.append(Instruction("reference", groups=groups, behind=behind))
            case Group(number, body):
                self.out.append(Instruction("save", to=2 * number + behind))
                self.add(body, behind)
                self.out.append(Instruction("save", to=2 * number + (not behind)))
            case Sequence(parts):
                for part in reversed(parts) if behind else parts:
                    self.add(part, behind)
            case Choice(parts):
                self.choice(parts, behind)
            case Repeat():
                self.repeat(node, behind)

    def choice(self, parts: tuple[Node, ...], behind: bool) -> None:
        ends: list[Instruction] = []
        for part in parts[:-1]:
            split = Instruction("split", to=len(self.out) + 1)
            self.out.append(split)
            self.add(part, behind)
            ends.append(Instruction("jump"))
            self.out.append(ends[-1])
            split.other = len(self.out)
        self.add(parts[-1], behind)
        for end in ends:
            end.to = len(self.out)

    def repeat(self, node: Repeat, behind: bool) -> None:
        counter = self.registers
        self.registers += 2
        self.out.append(Instruction("enter", counter=counter))
        again = Instruction("again", counter=counter, least=node.least, most=node.most, greedy=node.greedy)
        again.groups = tuple(range(*node.groups))
        start = len(self.out)
        self.out.append(again)
        self.add(node.body, behind)
        self.out.append(Instruction("next", counter=counter, least=node.least, to=start))
        again.to = len(self.out)
