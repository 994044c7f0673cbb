"""How a mock is received. Dealt out, not guessed from the mock: nobody can tell beforehand what people will like."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from mlew.errors import InputError
from mlew.rehearsal.chance import Chance

Reception = Literal["liked", "useful", "wanted", "unwanted"]
"""METHOD's four cases: solved and decided, solved only, decided only, neither."""
RECEPTIONS: tuple[Reception, ...] = ("liked", "unwanted", "useful", "wanted")
"""In the order in which they are dealt, so that of two mocks one goes on and one is cut."""


class Shares(NamedTuple):
    """Of all testers: who reaches the result, who would use it."""

    solved: float
    wanted: float


SHARES: dict[Reception, Shares] = {
    "liked": Shares(0.9, 0.8),
    "useful": Shares(0.9, 0.25),
    "wanted": Shares(0.45, 0.8),
    "unwanted": Shares(0.4, 0.15),
}
"""Around METHOD's lines (80 % solved, 50 % decided), far enough from them for a handful of testers."""


def dealt(mocks: Sequence[str], seed: str, asked: Mapping[str, Reception]) -> dict[str, Reception]:
    """A reception for each of `mocks` (pairs), as `asked` or dealt. Raises InputError for a pair that is not there."""
    unknown = [pair for pair in asked if pair not in mocks]
    if unknown:
        raise InputError.told("testers.no-mock", unknown=unknown[0], known=", ".join(mocks))
    left = [reception for reception in RECEPTIONS if reception not in asked.values()] or list(RECEPTIONS)
    others = Chance("reception", seed).order("pairs", [pair for pair in mocks if pair not in asked])
    return {**{pair: left[n % len(left)] for n, pair in enumerate(others)}, **asked}
