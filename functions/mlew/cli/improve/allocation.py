"""How the team spreads the minutes of the five phases: as typed, and as shown."""

from collections.abc import Mapping
from typing import Annotated

import typer
from rich.console import RenderableType

from mlew.cli.output import line, table
from mlew.cli.words import Words
from mlew.domain.schedule import PATTERNS, SHARED_OUT, Pattern
from mlew.domain.workshop import Phase, phase_name
from mlew.errors import InputError

PatternOption = Annotated[Pattern | None, typer.Option("--pattern")]
SIGN = "█"


def typed(text: str, words: Words) -> dict[Phase, int]:
    """ "20,20,10,20,20", from Listen to Test/Iterate. Raises InputError; the sum is checked by the service."""
    parts = [part.strip() for part in text.replace("/", ",").split(",")]
    if len(parts) != len(SHARED_OUT) or not all(part.isdecimal() for part in parts):
        raise InputError(
            words("improve.not-minutes", text=text),
            hint=words("improve.minutes-hint", phases=", ".join(phase_name(p, words.language) for p in SHARED_OUT)),
        )
    return {phase: int(part) for phase, part in zip(SHARED_OUT, parts, strict=True)}


def chosen(pattern: Pattern | None, minutes: str | None, words: Words) -> dict[Phase, int] | None:
    """What was said, None for nothing. Raises InputError if both were."""
    if pattern is not None and minutes is not None:
        raise InputError(words("improve.both-given"), hint=words("improve.one-of-both"))
    if pattern is not None:
        return PATTERNS[pattern]
    return typed(minutes, words) if minutes is not None else None


def allocation(minutes: Mapping[Phase, int], words: Words) -> RenderableType:
    """One line a phase, with a bar of two minutes a sign."""
    rows = [
        [phase_name(phase, words.language), words("improve.min", count=minutes[phase]), SIGN * (minutes[phase] // 2)]
        for phase in SHARED_OUT
    ]
    return table(["", "", ""], rows, narrow=(0, 1))


def pattern_line(minutes: Mapping[Phase, int], words: Words) -> RenderableType:
    """Which of the usual patterns it is."""
    name = next((name for name, usual in PATTERNS.items() if usual == dict(minutes)), "own")
    return line(words(f"improve.pattern.{name}"), "dim")
