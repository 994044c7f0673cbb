"""Carries out a program on a text: one stack of states to come back to, no recursion but for looks ahead and behind.

The order of attempts is ECMA-262's (22.2.2), so the same match is found, in the same way, as a browser finds it.
"""

from collections.abc import Callable
from typing import NamedTuple

from usecases.genu.regexp.classes import WORD
from usecases.genu.regexp.errors import TooComplex
from usecases.genu.regexp.nodes import Class
from usecases.genu.regexp.program import Instruction, Operation, Program

Registers = tuple[int, ...]
"""Positions, -1 for a group that took no part."""
UNSET = -1
_WORD = Class(WORD)


class State(NamedTuple):
    """Which instruction comes next, where in the text, and what the registers hold."""

    step: int
    at: int
    registers: Registers

    def with_register(self, number: int, value: int) -> Registers:
        """The registers with one of them changed."""
        return (*self.registers[:number], value, *self.registers[number + 1 :])


class Machine:
    """`steps`: how many instructions may be carried out in its life; a browser knows no limit and hangs."""

    def __init__(self, text: str, steps: int) -> None:
        self.text = text
        self.left = steps
        self._waiting: list[State] = []
        self._operations: dict[Operation, Callable[[Instruction, State], State | None]] = {
            "unit": self._take,
            "class": self._take,
            "assert": self._assert,
            "look": self._look,
            "reference": self._reference,
            "save": lambda todo, state: State(state.step + 1, state.at, state.with_register(todo.to, state.at)),
            "split": self._split,
            "jump": lambda todo, state: state._replace(step=todo.to),
            "enter": lambda todo, state: State(state.step + 1, state.at, state.with_register(todo.counter, 0)),
            "again": self._again,
            "next": _next,
        }

    def run(self, program: Program, at: int) -> Registers | None:
        """The first match that begins at `at`: its registers, end of the match in register 1. Raises TooComplex."""
        return self._run(program, State(0, at, (UNSET,) * program.registers))

    def _run(self, program: Program, first: State) -> Registers | None:
        outer, self._waiting = self._waiting, [first]
        found: Registers | None = None
        while self._waiting and found is None:
            state: State | None = self._waiting.pop()
            while state is not None:
                if state.step == len(program.instructions):
                    found = state.with_register(1, state.at)
                    break
                if self.left <= 0:
                    raise TooComplex("the expression takes too many steps on this text")
                self.left -= 1
                todo = program.instructions[state.step]
                state = self._operations[todo.operation](todo, state)
        self._waiting = outer
        return found

    def _take(self, todo: Instruction, state: State) -> State | None:
        taken = state.at - 1 if todo.behind else state.at
        if not 0 <= taken < len(self.text) or not _fits(todo, self.text[taken]):
            return None
        return State(state.step + 1, taken if todo.behind else taken + 1, state.registers)

    def _assert(self, todo: Instruction, state: State) -> State | None:
        at = state.at
        if todo.kind in ("start", "end"):
            holds = at == (0 if todo.kind == "start" else len(self.text))
        else:
            before = at > 0 and self.text[at - 1] in _WORD
            after = at < len(self.text) and self.text[at] in _WORD
            holds = (before != after) is (todo.kind == "word")
        return state._replace(step=state.step + 1) if holds else None

    def _look(self, todo: Instruction, state: State) -> State | None:
        assert todo.program is not None  # noqa: S101 – the compiler sets it for every look
        found = self._run(todo.program, State(0, state.at, state.registers))
        if todo.negated:
            return state._replace(step=state.step + 1) if found is None else None
        return None if found is None else State(state.step + 1, state.at, (state.registers[0], UNSET, *found[2:]))

    def _reference(self, todo: Instruction, state: State) -> State | None:
        start, end = (state.registers[2 * todo.groups[0] + i] for i in (0, 1))
        taken = "" if UNSET in (start, end) else self.text[start:end]
        begin = state.at - len(taken) if todo.behind else state.at
        if begin < 0 or not self.text.startswith(taken, begin):
            return None
        return State(state.step + 1, begin if todo.behind else begin + len(taken), state.registers)

    def _split(self, todo: Instruction, state: State) -> State:
        self._waiting.append(state._replace(step=todo.other))
        return state._replace(step=todo.to)

    def _again(self, todo: Instruction, state: State) -> State:
        rounds = state.registers[todo.counter]
        leave = state._replace(step=todo.to)
        if todo.most is not None and rounds >= todo.most:
            return leave
        fresh = list(state.registers)
        fresh[todo.counter + 1] = state.at
        for group in todo.groups:
            fresh[2 * group] = fresh[2 * group + 1] = UNSET
        enter = State(state.step + 1, state.at, tuple(fresh))
        if rounds < todo.least:
            return enter
        first, later = (enter, leave) if todo.greedy else (leave, enter)
        self._waiting.append(later)
        return first


def _next(todo: Instruction, state: State) -> State | None:
    rounds, begun = state.registers[todo.counter], state.registers[todo.counter + 1]
    if rounds >= todo.least and begun == state.at:
        return None
    return State(todo.to, state.at, state.with_register(todo.counter, rounds + 1))


def _fits(todo: Instruction, unit: str) -> bool:
    return unit == todo.unit if todo.units is None else unit in todo.units
