"""What an observer fills in while somebody tries a mock, and what a tester answers afterwards."""

from mlew.domain.base import Line, Model
from mlew.domain.feedback_session import Population
from mlew.domain.iteration import Criterion, Iteration, Milestone, MilestoneName, TestScript


class ObserverSheet(Model):
    """The sheet of one mock. `criteria`: those that observers or surveys measure, so each has its own place."""

    pair: str
    mock: Line = ""
    title: Line = ""
    population: Population = "internal"
    script: TestScript = TestScript()
    criteria: tuple[Criterion, ...] = ()


def observer_sheet(
    iteration: Iteration, *, milestone: MilestoneName = "sponsor", mock: str = "", title: str = ""
) -> ObserverSheet:
    """From script and criteria of a milestone. What the mock, the records or a judge tell has no place on it."""
    chosen = next((m for m in iteration.milestones if m.name == milestone), Milestone(name=milestone))
    return ObserverSheet(
        pair=iteration.pair,
        mock=mock,
        title=title,
        population="external" if milestone == "fan" else "internal",
        script=iteration.script,
        criteria=tuple(
            c
            for c in chosen.criteria
            if c.source in ("observation", "survey") and c.kind not in ("qualitative", "business")
        ),
    )
