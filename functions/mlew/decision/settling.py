"""How sure a side of the line is, and how many more testers would make it so.

"More testers" are thought to be like those so far: the same share, the same mean, the same deviation. It is a
forecast for planning appointments, no promise.
"""

from bisect import bisect_left
from math import ceil, sqrt

from mlew.decision.line import crosses, surely_crosses, surely_misses, upward
from mlew.decision.sample import Sample, exactly, share
from mlew.domain.estimate import LEVEL
from mlew.domain.iteration import Criterion
from mlew.domain.verdict import Certainty, Settling
from mlew.metrics.student import t_quantile

MOST_TESTERS = 1000
"""Beyond so many more testers nobody tests a mock: the answer is that the two cannot be told apart."""


def certainty(criterion: Criterion, sample: Sample) -> Certainty:
    """Of the side on which the value lies."""
    if sample.basis == "figure":
        return "sure"
    if sample.basis == "total":
        return "sure" if upward(criterion) == crosses(criterion, sample.exact) else "provisional"
    if sample.basis == "mean" and not sample.deviation:
        # Equal values show no spread, and so no interval: five times 9 do not prove that nobody would say 6.
        return "provisional"
    return "sure" if surely_crosses(criterion, sample) or surely_misses(criterion, sample) else "provisional"


def settling(criterion: Criterion, sample: Sample) -> Settling:
    """How many more testers it takes until the side is sure."""
    if certainty(criterion, sample) == "sure":
        return Settling(outlook="settled")
    if sample.basis == "total":
        return _until_reached(criterion, sample)
    if sample.basis == "mean" and not sample.deviation:
        return Settling(outlook="open")
    if sample.exact == exactly(criterion.threshold):
        return Settling(outlook="none")
    more = _found(criterion, sample)
    return Settling(outlook="too_many") if more is None else Settling(outlook="more", testers=more)


def _until_reached(criterion: Criterion, sample: Sample) -> Settling:
    """A sum that is to be reached, at the pace so far; one that is not to be passed stays open until the end."""
    if not upward(criterion):
        return Settling(outlook="open")
    if sample.exact <= 0:
        return Settling(outlook="none")
    pace = sample.exact / sample.of
    lacking = (exactly(criterion.threshold) - sample.exact) / pace
    more = ceil(lacking) if criterion.comparator == "at_least" else int(lacking) + 1
    return Settling(outlook="more", testers=more) if more <= MOST_TESTERS else Settling(outlook="too_many")


def _found(criterion: Criterion, sample: Sample) -> int | None:
    passed = crosses(criterion, sample.exact)

    def sure(more: int) -> bool:
        grown = _grown(criterion, sample, more)
        return surely_crosses(criterion, grown) if passed else surely_misses(criterion, grown)

    numbers = range(1, MOST_TESTERS + 1)
    if sample.basis == "mean":  # its interval only gets narrower; whole testers of a share are rounded anew each time
        least = bisect_left(numbers, True, key=sure)
        return numbers[least] if least < len(numbers) else None
    return next((more for more in numbers if sure(more)), None)


def _grown(criterion: Criterion, sample: Sample, more: int) -> Sample:
    of = sample.of + more
    if sample.basis == "share":
        # Whole testers, rounded towards the line: it is not promised earlier than it can be.
        lower = upward(criterion) == crosses(criterion, sample.exact)
        hits = sample.hits * of // sample.of if lower else -(-sample.hits * of // sample.of)
        return share(hits, of) or sample
    value = float(sample.exact)
    half = t_quantile((1 + LEVEL) / 2, of - 1) * (sample.deviation or 0.0) / sqrt(of)
    return Sample("mean", sample.exact, of, 0, value - half, value + half, sample.deviation)
