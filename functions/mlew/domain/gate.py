"""The end of a phase: people decide, or the clock does (METHOD: three rules)."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from mlew.domain.artifact import ArtifactRef
from mlew.domain.base import Line, Model
from mlew.domain.workshop import GateMode, Phase

Verb = Literal["approve", "ask_again"]
Stage = Literal["team", "product_manager", "closed"]
AUTO = "auto"
"""Stands for who decided where nobody was asked."""


class Decision(Model):
    """`by`: a person, "time box" or "auto". `choices`: pair → questions (Define) or invention (Invent).

    `comment` goes to the model when it is asked again; `reason` is needed for a choice against the numbers,
    which `against_numbers` marks as not supported by observation.
    """

    verb: Verb
    by: Line
    arn: str = ""
    at: datetime
    comment: Line = ""
    corrections: tuple[str, ...] = ()
    choices: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    reason: Line = ""
    against_numbers: bool = False


class Gate(Model):
    """One gate record: the only truth about a decision. `round` counts from 1, a new one after each "ask again".

    `deciders`: who may decide; empty = everybody who can reach the workshop.
    """

    phase: Phase
    round: int
    mode: GateMode
    stage: Stage = "team"
    opened_at: datetime
    due_at: datetime | None = None
    artifacts: tuple[ArtifactRef, ...] = ()
    deciders: tuple[Line, ...] = ()
    token: str = ""
    decision: Decision | None = None
