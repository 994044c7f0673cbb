from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from mlew.domain.tally import Contribution, Names, Session, Tally, Visitor
from mlew.domain.voice import Voice


@dataclass(frozen=True, slots=True)
class Saved:
    """Ids of tallies that somebody else changed meanwhile, and of those that could not be written."""

    lost: frozenset[str] = frozenset()
    failed: frozenset[str] = frozenset()


class VisitStore(Protocol):
    """What the aggregator reads and writes. Reads are strongly consistent."""

    def watermark(self, shard: str) -> int:
        """The sequence number up to which the rollups hold everything of a shard; 0 before the first."""

    def settle(self, shard: str, *, was: int, upto: int, deltas: Mapping[str, Contribution]) -> bool:
        """Move the watermark and add the deltas of each mock, all or nothing; at most `MOST_ROLLUPS` rollups.

        False, and nothing written, if the watermark is not where it `was`, or others write the same rollups now.
        """

    def some_sessions(self, mock: str, ids: Iterable[str]) -> dict[str, Session]:
        """Those that exist, by id."""

    def some_visitors(self, mock: str, ids: Iterable[str]) -> dict[str, Visitor]:
        """Those that exist, by id."""

    def save(self, mock: str, tallies: Sequence[Tally]) -> Saved:
        """Write each if nobody has since its version was read (0: if there is none yet). Sets the new version."""

    def names(self, mock: str) -> Names | None:
        """Names of the mock's steps and elements, None before the first."""

    def save_names(self, mock: str, names: Names) -> bool:
        """Store if nobody has since this version was read; the stored version is one higher."""

    def add_voices(self, mock: str, voices: Sequence[Voice]) -> None:
        """Store comments; the same one twice is one."""

    def forget(self, mock: str) -> None:
        """Remove what was counted of a mock: sessions, visitors, rollups, comments. Names keep their places."""


MOST_ROLLUPS = 90
"""Of one transaction: DynamoDB takes 100 items."""
