"""How the rehearsal model misbehaves when it is told to: by rate and by seed, the same on every run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from mlew.errors import InputError
from mlew.rehearsal.chance import Chance

Fault = Literal[
    "throttle", "server_error", "timeout", "hang", "cut_off", "break_schema", "break_rules", "refuse", "babble"
]
FAULTS: tuple[Fault, ...] = get_args(Fault)
"""throttle: 429. server_error: 500 or 503. timeout: a right answer, too late. hang: none until closed. cut_off: ends at
the output limit. break_schema, break_rules: a draft with a defect. refuse: content filter. babble: words, no form."""
DEFAULT_LATE_SECONDS = 30.0


@dataclass(frozen=True)
class FaultPlan:
    """`rates`: share of calls, 0 to 1 each and in sum. `late_seconds`: how late an answer of the kind timeout comes.

    A fault is decided by seed, request and how often that request came before: other requests, and the order in
    which parallel ones arrive, change nothing.
    """

    rates: Mapping[Fault, float] = field(default_factory=dict)
    seed: int = 0
    late_seconds: float = DEFAULT_LATE_SECONDS

    def fault(self, request_hash: str, seen: int) -> Fault | None:
        """What happens to this call; None = it is answered. `seen`: how often the same request came before."""
        drawn = Chance(str(self.seed), request_hash, str(seen)).share("fault")
        for name in FAULTS:
            drawn -= self.rates.get(name, 0.0)
            if drawn < 0:
                return name
        return None


def parse_faults(text: str) -> FaultPlan:
    """ "throttle=0.3,break_schema=0.2,seed=7,late_seconds=5" → plan; "" → no faults. Raises InputError."""
    rates: dict[Fault, float] = {}
    seed, late = 0, DEFAULT_LATE_SECONDS
    for entry in filter(None, (e.strip() for e in text.split(","))):
        name, _, value = (part.strip() for part in entry.partition("="))
        known = next((f for f in FAULTS if f == name), None)
        try:
            if name == "seed":
                seed = int(value)
            elif name == "late_seconds":
                late = float(value)
            elif known:
                rates[known] = float(value)
        except ValueError as error:
            raise InputError.told("faults.no-number", entry=entry) from error
        if not known and name not in ("seed", "late_seconds"):
            raise InputError.told("faults.unknown", name=name, faults=", ".join(FAULTS))
    if any(not 0 <= r <= 1 for r in rates.values()) or sum(rates.values()) > 1 or late < 0:
        raise InputError.told("faults.rates")
    return FaultPlan(rates=rates, seed=seed, late_seconds=late)
