"""On which side of a criterion's line a value or an interval lies."""

from fractions import Fraction

from mlew.decision.sample import Sample, exactly
from mlew.domain.iteration import Criterion


def crosses(criterion: Criterion, value: Fraction | float) -> bool:
    """A value that meets the threshold exactly passes "at least" and "at most", not "more" and "less than"."""
    threshold = exactly(criterion.threshold)
    match criterion.comparator:
        case "at_least":
            return value >= threshold
        case "at_most":
            return value <= threshold
        case "more_than":
            return value > threshold
        case "less_than":
            return value < threshold
        case "judged":
            raise ValueError("a judged criterion has no line")


def upward(criterion: Criterion) -> bool:
    """More is better."""
    return criterion.comparator in ("at_least", "more_than")


def surely_crosses(criterion: Criterion, sample: Sample) -> bool:
    """The whole interval has crossed; without an interval nothing is sure."""
    bound = sample.low if upward(criterion) else sample.high
    return bound is not None and crosses(criterion, bound)


def surely_misses(criterion: Criterion, sample: Sample) -> bool:
    """The whole interval is on the other side."""
    bound = sample.high if upward(criterion) else sample.low
    return bound is not None and not crosses(criterion, bound)
