"""A criterion drawn with signs: bar, line that must be crossed, and the 95 % interval below.

Readable without colour: full blocks passed, light ones did not.
"""

from mlew.decision.picture_scale import marks
from mlew.domain.verdict import Outcome, Result

WIDTH = 25
_FILLS: dict[Outcome, str] = {"passed": "█", "failed": "▒"}
_SO_FAR = "░"
_TRACK, _LINE = "·", "┃"


def picture(result: Result) -> str:
    """Two lines, the second only if there is an interval; "" for what a person judges."""
    found = marks(result)
    if found is None:
        return ""
    bar = [_TRACK] * WIDTH
    if found.value is not None:
        left, right = sorted((_place(found.zero), _place(found.value)))
        fill = _FILLS.get(result.outcome, _SO_FAR)
        bar[left : right + 1] = [fill] * (right + 1 - left) if found.value != found.zero else bar[left : right + 1]
    bar[_place(found.line)] = _LINE
    if found.low is None or found.high is None:
        return "".join(bar)
    return "".join(bar) + "\n" + _interval(_place(found.low), _place(found.high))


def _interval(low: int, high: int) -> str:
    if low == high:
        return " " * low + "┼"
    return " " * low + "├" + "─" * (high - low - 1) + "┤"


def _place(at: float) -> int:
    return round(at * (WIDTH - 1))
