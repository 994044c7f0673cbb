"""What a pair leaves for development."""

from collections.abc import Mapping
from typing import NamedTuple

from mlew.domain.invention import Invention, InventionSet
from mlew.domain.iteration import Criterion, Iteration
from mlew.domain.journey import Journey
from mlew.domain.plan import Plan
from mlew.domain.press_release import PressRelease
from mlew.domain.question import QuestionSet
from mlew.domain.verdict import Verdict


class HandOver(NamedTuple):
    """What one pair leaves. `links`: name → address of evidence; `out_of_scope`: what people ruled out.

    `rehearsed`: texts of the rehearsal model are among it.
    """

    release: PressRelease
    iteration: Iteration
    verdict: Verdict
    inventions: InventionSet | None = None
    questions: QuestionSet | None = None
    journey: Journey | None = None
    plan: Plan | None = None
    links: Mapping[str, str] = {}
    out_of_scope: tuple[str, ...] = ()
    rehearsed: bool = False

    @property
    def service(self) -> str:
        """Its name, or the pair's."""
        return self.release.message.service or self.release.pair

    @property
    def invention(self) -> Invention | None:
        """The one that the press release tells of."""
        return self.inventions.find(self.release.invention) if self.inventions else None

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Of all milestones, in order."""
        return tuple(criterion for milestone in self.iteration.milestones for criterion in milestone.criteria)

    @property
    def tried(self) -> tuple[Criterion, ...]:
        """Those that people who try it must cross: of ① and ②."""
        return tuple(c for m in self.iteration.milestones if m.name in ("sponsor", "fan") for c in m.criteria)
