"""Day0: is everything there, and which of the seven ways to fail show (METHOD, Day0)."""

from typing import Literal

from mlew.domain.base import Line, Model

ItemState = Literal["ok", "missing", "at_risk"]
RISKS = (
    "no-place-in-roadmap", "no-real-customer", "decider-absent", "team-against-method", "team-only-follows",
    "invention-too-large", "team-vanishes",
)  # fmt: skip
"""The seven known ways to fail."""


class ReadinessItem(Model):
    """`id`: kebab-case; `evidence`: what was found; `remedy`: what to do, empty if ok. In the workshop's language."""

    id: str
    title: Line
    state: ItemState
    evidence: Line = ""
    remedy: Line = ""


class Risk(Model):
    """One of RISKS. `seen`: its sign is there; None: nothing known, so ask `question`."""

    id: str
    title: Line
    sign: Line
    question: Line
    remedy: Line
    seen: bool | None = None


class Readiness(Model):
    """Artifact of Day0. `blocking` is true if the practice edition cannot start (no customer, no solutions)."""

    items: tuple[ReadinessItem, ...]
    risks: tuple[Risk, ...]
    blocking: bool = False
    extra: str = ""
