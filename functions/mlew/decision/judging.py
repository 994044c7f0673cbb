"""One criterion judged: the value against its line, and how sure that is."""

from typing import get_args

from mlew.decision.line import crosses, surely_crosses
from mlew.decision.sample import Sample
from mlew.decision.sampling import Asked, Sampled, lessened, sampled
from mlew.decision.settling import certainty, settling
from mlew.domain.evidence import Evidence, Judgement
from mlew.domain.iteration import Criterion, CriterionSource
from mlew.domain.verdict import Beside, Measure, Outcome, Result


def judged(criterion: Criterion, asked: Asked, *, strict: bool = False) -> Result:
    """By the source that the criterion names; what others say of it stands beside (METHOD, Test/Iterate).

    `strict`: passed only if the whole interval has crossed the line.
    """
    if criterion.kind == "qualitative" or criterion.comparator == "judged":
        return _by_a_person(criterion, asked.evidence)
    found = sampled(criterion, criterion.source, asked)
    sample = found.sample
    return Result(
        criterion=criterion,
        outcome=outcome(criterion, found, strict=strict),
        measure=_measure(criterion, found),
        certainty=certainty(criterion, sample) if sample else None,
        settling=settling(criterion, sample) if sample else None,
        beside=_beside(criterion, asked, strict=strict),
    )


def outcome(criterion: Criterion, found: Sampled, *, strict: bool = False) -> Outcome:
    """Pass or fail by the value, once the minimum sample is there. A figure from the records needs no sample."""
    if not found.counted:
        return "no_metric"
    if found.sample is None:
        return "no_data"
    if found.sample.basis != "figure" and found.sample.of < criterion.minimum_sample:
        return "so_far"
    return "passed" if _passes(criterion, found.sample, strict) else "failed"


def _passes(criterion: Criterion, sample: Sample, strict: bool) -> bool:
    if strict and sample.basis in ("share", "mean"):
        return surely_crosses(criterion, sample)
    return crosses(criterion, sample.exact)


def _by_a_person(criterion: Criterion, evidence: Evidence) -> Result:
    """The latest judgement. Silence is neither a yes nor a no."""
    found: list[Judgement] = [one for one in evidence.judgements if one.criterion == criterion.id]
    if not found:
        return Result(criterion=criterion, outcome="unjudged")
    return Result(criterion=criterion, outcome="passed" if found[-1].passed else "failed", judgement=found[-1])


def _beside(criterion: Criterion, asked: Asked, *, strict: bool) -> tuple[Beside, ...]:
    others: list[CriterionSource] = [source for source in get_args(CriterionSource) if source != criterion.source]
    found = [sampled(criterion, source, asked) for source in others]
    return tuple(
        Beside(measure=_measure(criterion, one), outcome=outcome(criterion, one, strict=strict))
        for one in found
        if one.sample is not None
    )


def _measure(criterion: Criterion, found: Sampled) -> Measure:
    sample = found.sample
    if sample is None:
        basis = "figure" if found.source == "business" else "share" if criterion.kind == "rate" else "mean"
        return Measure(source=found.source, basis=basis, unusable=found.unusable, answered=found.answered)
    return Measure(
        source=found.source,
        basis=sample.basis,
        value=float(sample.exact),
        of=sample.of,
        hits=sample.hits if sample.basis == "share" else None,
        low=sample.low,
        high=sample.high,
        lessened=lessened(criterion),
        unusable=found.unusable,
        answered=found.answered,
    )
