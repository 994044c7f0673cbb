"""Questions to an emulator whose right answer is AWS's, each registered for the patch that makes it right."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.integration.emulator_probes.cloud import Cloud

Ask = Callable[[Cloud], Any]


@dataclass(frozen=True)
class Probe:
    """`ask` returns what the emulator does; `as_in_aws` what AWS would do.

    `measures_time` keeps a probe apart from the others, which are asked all at once.
    """

    patch: str
    ask: Ask
    as_in_aws: Any
    measures_time: bool = False

    @property
    def name(self) -> str:
        return f"{self.patch}: {self.ask.__name__}"


PROBES: list[Probe] = []


def probe(patch: str, *, as_in_aws: Any, measures_time: bool = False) -> Callable[[Ask], Ask]:
    """Register a question for a patch."""

    def register(ask: Ask) -> Ask:
        PROBES.append(Probe(patch, ask, as_in_aws, measures_time))
        return ask

    return register
