"""Which milestone a pair's mocks are tested for, and by whom: the one place that says so (METHOD, Test/Iterate)."""

from mlew.domain.iteration import Iteration, MilestoneName
from mlew.domain.milestones_ahead import milestone_of
from mlew.domain.workshop import Workshop
from mlew.services.decided import judged_of, of_last_round
from mlew.services.judged_mocks import criteria_of
from mlew.services.work import Stores

TESTED: tuple[MilestoneName, ...] = ("sponsor", "fan")
"""Those that people who try a mock decide. ③ and ④ are decided by the market estimate and by the market."""


def judged_milestone(stores: Stores, workshop: Workshop, pair: str) -> MilestoneName:
    """① until a round has ended in "go", then ②; in the first round always ①.

    What was decided by name counts, and where nobody decided, the day on which the milestone is said to be reached.
    """
    iteration = criteria_of(stores, workshop, pair)
    if workshop.evidence_round <= 1 or iteration is None:
        return TESTED[0]
    open_ = (name for name in TESTED if not _reached(stores, workshop, iteration, name))
    return next(open_, TESTED[-1])


def _reached(stores: Stores, workshop: Workshop, iteration: Iteration, name: MilestoneName) -> bool:
    earlier = [v for v in judged_of(stores, workshop, iteration.pair, name) if v.round < workshop.evidence_round]
    taken = [one.decision.decision for one in of_last_round([v for v in earlier if v.decision]) if one.decision]
    return "go" in taken if taken else bool(milestone_of(iteration, name).actual)
