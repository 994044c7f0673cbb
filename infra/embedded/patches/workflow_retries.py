"""Retry keeps to `MaxDelaySeconds` and `JitterStrategy`, and ends when its execution has ended.

Why: the emulator doubles the delay without end and always waits the full time. With many branches that are
throttled together, the tests would neither show that jitter spreads them nor finish in reasonable time. A
stopped execution would go on trying. (A single delay is never longer than 60 s here, which is the emulator's.)
"""

import random
from typing import Any

import ministack.services.stepfunctions as workflows

from . import Settings
from ._execution import follow_executions, has_ended

Retrier = dict[str, Any]
_NO_LIMIT = 31_622_400  # seconds, AWS's largest MaxDelaySeconds


def apply(_settings: Settings) -> None:
    follow_executions()
    find = workflows._find_matching_retrier

    def find_with_delay(retriers: Any, error: str, counts: dict[int, int]) -> tuple[Retrier | None, int]:
        retrier, index = find(retriers, error, counts)
        if retrier is None or has_ended():
            return None, -1
        seconds = delay(retrier, counts.get(index, 0))
        if retrier.get("JitterStrategy") == "FULL":
            seconds = random.uniform(0, seconds)  # noqa: S311 - spreads retries, keeps no secret
        return {**retrier, "IntervalSeconds": seconds, "BackoffRate": 1}, index

    workflows._find_matching_retrier = find_with_delay


def delay(retrier: Retrier, earlier: int) -> float:
    """Seconds before the next attempt after `earlier` retries, before jitter (Amazon States Language)."""
    grown: float = retrier.get("IntervalSeconds", 1) * retrier.get("BackoffRate", 2.0) ** earlier
    limit: float = retrier.get("MaxDelaySeconds", _NO_LIMIT)
    return min(grown, limit)
