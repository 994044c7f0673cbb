"""Sums of rollups."""

from collections.abc import Iterable, Mapping

from mlew.domain.mock import POPULATIONS, Population
from mlew.domain.tally import Counts, Rollup
from mlew.metrics.buckets import parsed


def summed(rollups: Iterable[Rollup]) -> Counts:
    """All counters together."""
    total: Counts = {}
    for rollup in rollups:
        for name, value in rollup.counts.items():
            total[name] = total.get(name, 0) + value
    return total


def by_population(rollups: Iterable[Rollup]) -> Mapping[Population, list[Rollup]]:
    """Rollups of each population, in the order of POPULATIONS."""
    found: dict[Population, list[Rollup]] = {population: [] for population in POPULATIONS}
    for rollup in rollups:
        found[parsed(rollup.key)[1]].append(rollup)
    return found
