"""From evidence to the sample of a criterion: which of the things that testers did or said count for it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from mlew.decision.line import upward
from mlew.decision.sample import Sample, average, exactly, figure, share, total
from mlew.domain.estimate import Rate
from mlew.domain.evidence import Evidence, Observation, Participation, Reading
from mlew.domain.iteration import Criterion, CriterionSource
from mlew.domain.mock import Population
from mlew.metrics.intervals import rate

_LESS = re.compile(
    r"短縮|削減|減(?:る|ら|少)|短く|少なく|下が|下げ|低減|半減|節約|\b(?:less|fewer|short(?:er|en)|reduc|sav(?:e|ing)|cut|drop|lower|decreas|halv)",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"(?:/|／|毎|あたり|当たり|per|each|a)\s*(?:人|person|tester|user|participant)|(?:一|1|１)人|人あたり",
    re.IGNORECASE,
)
_MINUTES = {
    "分": Fraction(1), "min": Fraction(1), "minute": Fraction(1), "minutes": Fraction(1), "mins": Fraction(1),
    "秒": Fraction(60), "s": Fraction(60), "sec": Fraction(60), "second": Fraction(60), "seconds": Fraction(60),
    "時間": Fraction(1, 60), "h": Fraction(1, 60), "hour": Fraction(1, 60), "hours": Fraction(1, 60),
}  # fmt: skip
"""Units of a duration: how many of them a minute is."""


@dataclass(frozen=True)
class Sampled:
    """`sample`: None if nobody told it. `counted`: False if this source counts nothing of the kind."""

    source: CriterionSource
    sample: Sample | None = None
    counted: bool = True
    unusable: int = 0
    answered: Rate | None = None


@dataclass(frozen=True)
class Asked:
    """Whose evidence counts: of one mock ("" = all of the pair) and of one population (None = everybody)."""

    evidence: Evidence
    mock: str = ""
    population: Population | None = None

    def of(self, those: Iterable[Participation]) -> list[Participation]:
        """Without a mock's id a sheet belongs to every mock of the pair."""
        return [
            one
            for one in those
            if (not self.mock or one.mock in ("", self.mock))
            and (self.population is None or one.population == self.population)
        ]


def sampled(criterion: Criterion, source: CriterionSource, asked: Asked) -> Sampled:
    """The criterion by one source."""
    match source:
        case "mock":
            return _by_mock(criterion, asked)
        case "observation":
            return _by_people(criterion, source, asked.of(asked.evidence.observations))
        case "survey":
            return _by_people(criterion, source, asked.of(asked.evidence.responses))
        case "business":
            return _by_records(criterion, asked)


def lessened(criterion: Criterion) -> bool:
    """Is a change counted as before minus after? So it is where the statement speaks of saving, and much of it is
    asked for: "30 % shorter", at least 30 %. With a negative line it is after minus before: at most −30 %.
    """
    saving = _LESS.search(criterion.statement) is not None
    return criterion.kind == "change" and upward(criterion) and criterion.threshold >= 0 and saving


def _by_mock(criterion: Criterion, asked: Asked) -> Sampled:
    """Task success: who started and reached the result. Intention: who answered and said yes (docs/metrics.md)."""
    if criterion.metric == "none" or criterion.kind not in ("rate", "count"):
        return Sampled("mock", counted=False)
    found = asked.evidence.snapshot_of(asked.mock)
    figures = found.figures(asked.population) if found else None
    if figures is None:
        return Sampled("mock")
    measured = figures.task_success if criterion.metric == "task_success" else figures.intention
    answered = figures.answer_rate if criterion.metric == "intention" else None
    if criterion.kind == "count" and measured.of:
        return Sampled("mock", Sample("total", Fraction(measured.hits), measured.of), answered=answered)
    return Sampled("mock", share(measured.hits, measured.of), answered=answered)


def _by_records(criterion: Criterion, asked: Asked) -> Sampled:
    found = [one for one in asked.evidence.figures if one.criterion == criterion.id]
    return Sampled("business", figure(found[-1].value) if found else None)


def _by_people(criterion: Criterion, source: CriterionSource, testers: Sequence[Participation]) -> Sampled:
    found = [reading for tester in testers if (reading := _reading(criterion, tester)) is not None]
    asked = rate(len(found), len(testers)) if testers and len(found) < len(testers) else None
    if criterion.kind == "rate":
        return Sampled(source, share(sum(r.value > 0 for r in found), len(found)), answered=asked)
    if criterion.kind == "change":
        changes = [change for r in found if (change := _change(criterion, r)) is not None]
        return Sampled(source, average(changes), unusable=len(found) - len(changes), answered=asked)
    values = [exactly(reading.value) for reading in found]
    summed = criterion.kind == "count" and not _EACH.search(criterion.unit)
    return Sampled(source, total(values) if summed else average(values), answered=asked)


def _reading(criterion: Criterion, tester: Participation) -> Reading | None:
    """What stands on the sheet for this criterion; else what the sheet has anyway: result reached, time taken."""
    for reading in reversed(tester.readings):
        if reading.criterion == criterion.id:
            return reading
    if not isinstance(tester, Observation):
        return None
    if criterion.kind == "rate" and criterion.group == "problem_solved" and tester.completed is not None:
        return Reading(criterion=criterion.id, value=float(tester.completed))
    each = _MINUTES.get(criterion.unit.strip().lower().rstrip("."))
    if criterion.kind == "duration" and tester.minutes is not None and each is not None:
        return Reading(criterion=criterion.id, value=float(exactly(tester.minutes) * each))
    return None


def _change(criterion: Criterion, reading: Reading) -> Fraction | None:
    """After against before, in % where the unit says so. None without a before, or in % of nothing."""
    if reading.before is None:
        return None
    before, after = exactly(reading.before), exactly(reading.value)
    change = before - after if lessened(criterion) else after - before
    if "%" not in criterion.unit and "％" not in criterion.unit:
        return change
    return change / abs(before) * 100 if before else None
