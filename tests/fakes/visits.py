from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from datetime import datetime

from mlew.domain.tally import Contribution, Names, Rollup, Session, Tally, Visitor
from mlew.domain.voice import Voice
from mlew.errors import InputError
from mlew.metrics.buckets import parsed
from mlew.metrics.contribution import add
from mlew.ports.metrics_reader import MetricsReader
from mlew.ports.visit_store import MOST_ROLLUPS, Saved, VisitStore


class InMemoryVisitStore(VisitStore, MetricsReader):
    """What one tenant's part of the table would hold, for who writes and who reads."""

    def __init__(self) -> None:
        self.tallies: dict[tuple[str, type[Tally], str], Tally] = {}
        self.contributions: dict[str, Contribution] = {}
        self.comments: dict[str, dict[str, Voice]] = {}
        self._names: dict[str, Names] = {}
        self._marks: dict[str, int] = {}

    def before(self, method: str) -> None:
        """For tests that break or interleave."""

    def watermark(self, shard: str) -> int:
        self.before("watermark")
        return self._marks.get(shard, 0)

    def settle(self, shard: str, *, was: int, upto: int, deltas: Mapping[str, Contribution]) -> bool:
        self.before("settle")
        assert sum(map(len, deltas.values())) <= MOST_ROLLUPS
        if self._marks.get(shard, 0) != was:
            return False
        self._marks[shard] = upto
        for mock, changes in deltas.items():
            add(self.contributions.setdefault(mock, {}), changes)
        return True

    def some_sessions(self, mock: str, ids: Iterable[str]) -> dict[str, Session]:
        self.before("some_sessions")
        found = [self.tallies.get((mock, Session, name)) for name in ids]
        return {one.id: deepcopy(one) for one in found if isinstance(one, Session)}

    def some_visitors(self, mock: str, ids: Iterable[str]) -> dict[str, Visitor]:
        self.before("some_visitors")
        found = [self.tallies.get((mock, Visitor, name)) for name in ids]
        return {one.id: deepcopy(one) for one in found if isinstance(one, Visitor)}

    def save(self, mock: str, tallies: Sequence[Tally]) -> Saved:
        lost = set()
        for tally in tallies:
            self.before("save")
            stored = self.tallies.get((mock, type(tally), tally.id))
            if (stored.version if stored else 0) != tally.version:
                lost.add(tally.id)
                continue
            tally.version += 1
            self.tallies[mock, type(tally), tally.id] = deepcopy(tally)
        return Saved(lost=frozenset(lost))

    def names(self, mock: str) -> Names | None:
        self.before("names")
        return self._names.get(mock)

    def save_names(self, mock: str, names: Names) -> bool:
        self.before("save_names")
        stored = self._names.get(mock)
        if (stored.version if stored else 0) != names.version:
            return False
        self._names[mock] = Names(names.steps, names.elements, names.version + 1)
        return True

    def add_voices(self, mock: str, voices: Sequence[Voice]) -> None:
        self.before("add_voices")
        kept = self.comments.setdefault(mock, {})
        kept.update({f"{voice.at:015d}#{voice.session}#{voice.event}": voice for voice in voices})

    def forget(self, mock: str) -> None:
        self.before("forget")
        self.tallies = {key: tally for key, tally in self.tallies.items() if key[0] != mock}
        self.contributions.pop(mock, None)
        self.comments.pop(mock, None)

    def rollups(self, mock: str, begin: datetime | None = None, end: datetime | None = None) -> list[Rollup]:
        self.before("rollups")
        return [
            Rollup(key, dict(counts))
            for key, counts in sorted(self.contributions.get(mock, {}).items())
            if (begin is None or parsed(key)[0] >= begin) and (end is None or parsed(key)[0] < end)
        ]

    def voices(self, mock: str, after: str = "", limit: int = 50) -> tuple[list[Voice], str]:
        self.before("voices")
        _check(limit)
        kept = self.comments.get(mock, {})
        keys = [key for key in sorted(kept) if key > after][:limit]
        return [kept[key] for key in keys], keys[-1] if len(keys) == limit else ""

    def sessions(self, mock: str, after: str = "", limit: int = 100) -> tuple[list[Session], str]:
        self.before("sessions")
        _check(limit)
        names = sorted(key[2] for key in self.tallies if key[:2] == (mock, Session) and key[2] > after)[:limit]
        return list(self.some_sessions(mock, names).values()), names[-1] if len(names) == limit else ""


def _check(limit: int) -> None:
    if limit < 1:
        raise InputError(f"A page cannot hold {limit} lines.")
