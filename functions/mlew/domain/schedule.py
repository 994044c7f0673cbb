"""METHOD's time table of the practice edition, as data."""

from typing import Literal

from mlew.domain.base import Model
from mlew.domain.workshop import Phase

Circle = Literal["all", "group", "pair", "break"]


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


def phase_minutes(phase: Phase) -> int:
    """Minutes of a phase in the time table."""
    return sum(box.minutes for box in PRACTICE if box.phase == phase)
