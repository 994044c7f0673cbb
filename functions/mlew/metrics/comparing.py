"""Two summaries side by side, each difference with how sure it is."""

from mlew.domain.estimate import Mean, Rate
from mlew.domain.figures import Compared, Comparison, Figures, Summary
from mlew.metrics.intervals import mean_difference, rate_difference


def compared(first: Summary, second: Summary) -> Comparison:
    """Second minus first, of all populations together."""
    one, other = first.total, second.total
    rates = [_rate(name, one, other) for name in ("task_success", "intention", "answer_rate", "bounce")]
    return Comparison(first=first, second=second, measures=(*rates, _mean("duration", one.duration, other.duration)))


def _rate(name: str, first: Figures, second: Figures) -> Compared:
    one: Rate = getattr(first, name)
    other: Rate = getattr(second, name)
    return Compared(
        measure=name,
        first=one.value,
        first_of=one.of,
        second=other.value,
        second_of=other.of,
        difference=rate_difference(one, other),
    )


def _mean(name: str, one: Mean, other: Mean) -> Compared:
    return Compared(
        measure=name,
        first=one.value,
        first_of=one.of,
        second=other.value,
        second_of=other.of,
        difference=mean_difference(one, other),
    )
