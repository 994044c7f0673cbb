"""The verdict on a mock: what the numbers say of each criterion, what the rule proposes, what people decided."""

from datetime import datetime
from typing import Literal

from mlew.domain.base import Line, Model
from mlew.domain.estimate import Rate
from mlew.domain.evidence import Judgement
from mlew.domain.iteration import Criterion, CriterionSource, MilestoneName
from mlew.domain.mock import Population
from mlew.domain.workshop import Phase

Outcome = Literal["passed", "failed", "so_far", "no_data", "unjudged", "no_metric"]
"""`so_far`: fewer testers than the minimum sample; `no_metric`: its source counts nothing of the kind."""
Certainty = Literal["sure", "provisional"]
"""Sure: the 95 % interval lies on the value's side of the threshold, or more testers cannot change the side."""
Basis = Literal["share", "mean", "total", "figure"]
"""`total`: a sum over all testers, which can only grow; `figure`: from records, no sample."""
Outlook = Literal["settled", "more", "too_many", "none", "open"]
"""Would more testers like those so far settle it? `none`: the value lies on the line; `open`: it cannot be said."""
DecisionKind = Literal["go", "pivot", "cut"]
GroupState = Literal["passed", "failed", "open", "missing"]
Reason = Literal[
    "solved_and_decided", "solved_not_decided", "decided_not_solved", "neither", "neither_contradicted", "open"
]  # fmt: skip
Whose = Literal[Population, "all"]
"""Whose evidence people look at: a population, or everybody."""


class Measure(Model):
    """A value with its sample, in the criterion's unit (shares in %). None: nobody told it.

    `of`: testers, or sessions where a mock measures; `hits`: those who did, of a share. `low`, `high`: 95 %.
    `lessened`: a change counted as before minus after. `unusable`: testers whose reading cannot be used.
    `answered`: of those who came, how many answered at all.
    """

    source: CriterionSource
    basis: Basis
    value: float | None = None
    of: int = 0
    hits: int | None = None
    low: float | None = None
    high: float | None = None
    lessened: bool = False
    unusable: int = 0
    answered: Rate | None = None


class Settling(Model):
    """`testers`: how many more, if outlook is `more`."""

    outlook: Outlook
    testers: int = 0


class Beside(Model):
    """The same criterion by another source: shown, never decided by."""

    measure: Measure
    outcome: Outcome


class Result(Model):
    """One criterion. `settling`: None where there is no value; `certainty` too."""

    criterion: Criterion
    outcome: Outcome
    measure: Measure | None = None
    certainty: Certainty | None = None
    settling: Settling | None = None
    judgement: Judgement | None = None
    beside: tuple[Beside, ...] = ()

    @property
    def contradicted(self) -> bool:
        """Another source crosses the line where this one does not, or the other way round."""
        decided = ("passed", "failed")
        return self.outcome in decided and any(b.outcome in decided and b.outcome != self.outcome for b in self.beside)


class CriterionChange(Model):
    """A criterion that is not what it was when the evidence came in. `fields`: those that differ.

    `before` None: added since; `after` None: taken away since. `outcome_before`: what it would be by the old one.
    """

    id: str
    before: Criterion | None = None
    after: Criterion | None = None
    fields: tuple[str, ...] = ()
    outcome_before: Outcome | None = None


class Proposal(Model):
    """What METHOD's rule says. `decision` None: it says nothing yet, `waiting_for` names the criteria.

    `back_to`: phases to go back to, the first one first. `otherwise`: what the rule allows too.
    """

    decision: DecisionKind | None
    reason: Reason
    solved: GroupState
    decided: GroupState
    certainty: Certainty = "provisional"
    back_to: tuple[Phase, ...] = ()
    otherwise: DecisionKind | None = None
    waiting_for: tuple[str, ...] = ()


class Decision(Model):
    """A named person's. `proposed`: what the rule said at that moment; `supported`: whether both agree."""

    decision: DecisionKind
    back_to: Phase | None = None
    by: Line
    arn: str = ""
    reason: Line
    at: datetime
    proposed: DecisionKind | None = None
    supported: bool


class Verdict(Model):
    """Of one mock for one milestone. `decisions`: all that were taken, the last one counts.

    `divided`: themes speak for it and against it; `contradicts`: actions of the journey that voices contradict.
    `simulated`: some of the numbers come from nobody. `destroyed`: no more testers can come to the mock;
    `destroyed_at`: since when, if that is known.
    """

    pair: str
    round: int = 1
    mock: str = ""
    title: Line = ""
    milestone: MilestoneName = "sponsor"
    population: Population | None = None
    strict: bool = False
    evidence_at: datetime | None = None
    results: tuple[Result, ...] = ()
    changes: tuple[CriterionChange, ...] = ()
    proposal: Proposal
    divided: bool = False
    contradicts: tuple[str, ...] = ()
    simulated: bool = False
    destroyed: bool = False
    destroyed_at: datetime | None = None
    decisions: tuple[Decision, ...] = ()

    @property
    def decision(self) -> Decision | None:
        """The one that counts."""
        return self.decisions[-1] if self.decisions else None


def deciding_population(milestone: MilestoneName) -> Literal["external"] | None:
    """Whose evidence decides: customers outside for ②, everybody who tried the mock for ① (METHOD, Test/Iterate)."""
    return "external" if milestone == "fan" else None


def looked_at(milestone: MilestoneName, whose: Whose | None) -> Population | None:
    """Whose evidence counts where `whose` is asked for; None, nobody in particular, is those who decide."""
    if whose == "all":
        return None
    return whose or deciding_population(milestone)
