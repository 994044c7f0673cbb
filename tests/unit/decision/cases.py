"""Small workshops to judge: criteria and evidence in a line each."""

from datetime import UTC, datetime
from typing import Any

from mlew.domain.evidence import Evidence, Observation, Reading, Snapshot, SurveyResponse
from mlew.domain.figures import Figures, Period, PopulationFigures, Summary
from mlew.domain.iteration import Criterion, Iteration, Milestone
from mlew.domain.mock import Population
from mlew.domain.tally import Names
from mlew.metrics import counters
from mlew.metrics.figuring import figures

MOMENT = datetime(2026, 4, 8, 9, 0, tzinfo=UTC)
MOCK = "a" * 16


def criterion(identifier: str = "C1", **fields: Any) -> Criterion:
    """80 % reach the result, by the mock, of at least 5."""
    usual = {
        "group": "problem_solved",
        "statement": "Testers reach the result",
        "kind": "rate",
        "source": "mock",
        "comparator": "at_least",
        "threshold": 80.0,
        "unit": "%",
        "metric": "task_success",
    }
    return Criterion.model_validate({"id": identifier, **usual, **fields})


INTENTION = criterion("C2", group="behaviour_change", threshold=50.0, metric="intention")


def sheet(**fields: Any) -> Criterion:
    """80 % say yes, by the observers' sheets."""
    return criterion(**{"source": "observation", "metric": "none", **fields})


def clicks(started: int = 0, done: int = 0, yes: int = 0, no: int = 0) -> Figures:
    """Visitors as they would be counted."""
    counts = {
        counters.SESSIONS: started,
        counters.VISITORS: max(started, yes + no),
        counters.reached(counters.START): started,
        counters.reached(counters.DONE): done,
        counters.answered("use", "yes"): yes,
        counters.answered("use", "no"): no,
    }
    return figures(counts, Names(), ())


def snapshot(found: Figures, population: Population = "internal", **fields: Any) -> Snapshot:
    """All of one population."""
    theirs = (PopulationFigures(population=population, figures=found),) if found.sessions else ()
    summary = Summary(mock=MOCK, title="Umbrella", period=Period(), total=found, populations=theirs, apart=())
    return Snapshot(summary=summary, **{"taken_at": MOMENT, **fields})


def evidence(found: Figures | None = None, **fields: Any) -> Evidence:
    """With a snapshot of these clicks."""
    return Evidence(pair="p1", **{"snapshots": (snapshot(found),) if found else (), **fields})


def observed(*values: float | bool | None, key: str = "C1", before: float | None = None) -> tuple[Observation, ...]:
    """One sheet each; None: the place for the criterion is blank."""
    return tuple(
        Observation(
            id=f"O{n}",
            tester=f"Tester {n}",
            readings=() if value is None else (Reading(criterion=key, value=float(value), before=before),),
        )
        for n, value in enumerate(values, 1)
    )


def answers(*values: float, key: str = "C1") -> tuple[SurveyResponse, ...]:
    """One survey each."""
    return tuple(
        SurveyResponse(id=f"S{n}", tester=f"Tester {n}", readings=(Reading(criterion=key, value=value),))
        for n, value in enumerate(values, 1)
    )


def iteration(*criteria: Criterion) -> Iteration:
    """With these for milestone 1."""
    return Iteration(pair="p1", milestones=(Milestone(name="sponsor", criteria=criteria),))
