"""METHOD's time tables of both editions, as data."""

from collections.abc import Mapping
from typing import Literal

from mlew.domain.base import Edition, Model
from mlew.domain.workshop import Phase, Workshop

Circle = Literal["all", "group", "pair", "alone", "break"]


class TimeBox(Model):
    """`minutes` of the real workshop. `circle`: who works together. `phase` is None outside the five phases."""

    id: str
    phase: Phase | None
    minutes: int
    circle: Circle


PRACTICE: tuple[TimeBox, ...] = (
    TimeBox(id="introduction", phase=None, minutes=5, circle="all"),
    TimeBox(id="tool-check", phase="day0", minutes=5, circle="all"),
    TimeBox(id="listen-explain", phase="listen", minutes=5, circle="all"),
    TimeBox(id="listen-customer", phase="listen", minutes=10, circle="group"),
    TimeBox(id="listen-journey", phase="listen", minutes=15, circle="group"),
    TimeBox(id="define-explain", phase="define", minutes=5, circle="all"),
    TimeBox(id="define-questions", phase="define", minutes=15, circle="group"),
    TimeBox(id="define-impact", phase="define", minutes=15, circle="group"),
    TimeBox(id="break-1", phase=None, minutes=15, circle="break"),
    TimeBox(id="invent-explain", phase="invent", minutes=5, circle="all"),
    TimeBox(id="invent-solutions", phase="invent", minutes=15, circle="group"),
    TimeBox(id="invent-pairs", phase="invent", minutes=5, circle="all"),
    TimeBox(id="invent-invent", phase="invent", minutes=10, circle="pair"),
    TimeBox(id="invent-choose", phase="invent", minutes=5, circle="pair"),
    TimeBox(id="refine-explain", phase="refine", minutes=5, circle="all"),
    TimeBox(id="refine-write", phase="refine", minutes=15, circle="pair"),
    TimeBox(id="refine-review", phase="refine", minutes=10, circle="pair"),
    TimeBox(id="break-2", phase=None, minutes=15, circle="break"),
    TimeBox(id="iterate-explain", phase="iterate", minutes=5, circle="all"),
    TimeBox(id="iterate-milestones", phase="iterate", minutes=10, circle="pair"),
    TimeBox(id="iterate-share", phase="iterate", minutes=10, circle="all"),
    TimeBox(id="next-steps", phase=None, minutes=10, circle="all"),
)
"""210 minutes; the breaks are the only buffer (METHOD, Practice edition)."""


SHARED_OUT: tuple[Phase, ...] = ("listen", "define", "invent", "refine", "iterate")
"""The phases of the improvement edition whose minutes the team chooses."""
SHARED_MINUTES = 90
"""What the team spreads over them; the plan has its fixed 60 (METHOD, Improvement edition)."""
Pattern = Literal["customer", "invention", "message"]
_PATTERNS: dict[Pattern, tuple[int, ...]] = {
    "customer": (20, 20, 10, 20, 20),
    "invention": (10, 10, 30, 20, 20),
    "message": (10, 10, 10, 30, 30),
}
PATTERNS: dict[Pattern, dict[Phase, int]] = {
    name: dict(zip(SHARED_OUT, minutes, strict=True)) for name, minutes in _PATTERNS.items()
}
"""The three usual ones: the customer is unclear; the invention is to be deepened; it is sure, message and plan are
to be polished (METHOD, Improvement edition)."""


_AGAIN: dict[Phase, Circle] = {
    "listen": "group",
    "define": "group",
    "invent": "pair",
    "refine": "pair",
    "iterate": "pair",
}


def improvement(minutes: Mapping[Phase, int]) -> tuple[TimeBox, ...]:
    """The time table of the improvement edition: 180 minutes if those of SHARED_OUT add up to SHARED_MINUTES.

    METHOD's steps of the plan take 50 of its 60 minutes; the other ten go to beginning it and to saying it all once.
    """
    return (
        TimeBox(id="introduction", phase=None, minutes=5, circle="all"),
        TimeBox(id="precheck", phase="precheck", minutes=5, circle="all"),
        *(
            TimeBox(id=f"{phase}-again", phase=phase, minutes=minutes.get(phase, 0), circle=circle)
            for phase, circle in _AGAIN.items()
        ),
        TimeBox(id="break-plan", phase=None, minutes=10, circle="break"),
        TimeBox(id="market", phase="market", minutes=5, circle="group"),
        TimeBox(id="plan-explain", phase="plan", minutes=5, circle="all"),
        TimeBox(id="plan-time-line", phase="plan", minutes=15, circle="group"),
        TimeBox(id="plan-own-tasks", phase="plan", minutes=5, circle="alone"),
        TimeBox(id="plan-check", phase="plan", minutes=15, circle="all"),
        TimeBox(id="plan-commit", phase="plan", minutes=15, circle="all"),
        TimeBox(id="plan-share", phase="plan", minutes=5, circle="all"),
        TimeBox(id="closing", phase="closing", minutes=5, circle="all"),
    )


def time_table(edition: Edition, minutes: Mapping[Phase, int] | None = None) -> tuple[TimeBox, ...]:
    """Of an edition; `minutes`: how the team spreads those of the improvement edition, else the first pattern."""
    return PRACTICE if edition == "practice" else improvement(minutes or PATTERNS["customer"])


def phase_minutes(workshop: Workshop, phase: Phase) -> int:
    """Minutes of a phase in the workshop's time table."""
    table = time_table(workshop.edition, workshop.minutes)
    return sum(box.minutes for box in table if box.phase == phase)
