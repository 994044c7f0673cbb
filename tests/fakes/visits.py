from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy

from mlew.domain.tally import Contribution, Names, Session, Tally, Visitor
from mlew.domain.voice import TrackedLink, Voice
from mlew.metrics.contribution import add
from mlew.ports.visit_store import MOST_ROLLUPS, Saved, VisitStore


class InMemoryVisitStore(VisitStore):
    """What one tenant's part of the table would hold. `before`: called with the name of a method before it works."""

    def __init__(self) -> None:
        self.links: dict[str, TrackedLink] = {}
        self.tallies: dict[tuple[str, type[Tally], str], Tally] = {}
        self.rollups: dict[str, Contribution] = {}
        self.voices: dict[str, dict[tuple[int, str, str], Voice]] = {}
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
            add(self.rollups.setdefault(mock, {}), changes)
        return True

    def sessions(self, mock: str, ids: Iterable[str]) -> dict[str, Session]:
        self.before("sessions")
        found = [self.tallies.get((mock, Session, name)) for name in ids]
        return {one.id: deepcopy(one) for one in found if isinstance(one, Session)}

    def visitors(self, mock: str, ids: Iterable[str]) -> dict[str, Visitor]:
        self.before("visitors")
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

    def link(self, code: str) -> TrackedLink | None:
        self.before("link")
        return self.links.get(code)

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
        kept = self.voices.setdefault(mock, {})
        kept.update({(voice.at, voice.session, voice.event): voice for voice in voices})

    def forget(self, mock: str) -> None:
        self.before("forget")
        self.tallies = {key: tally for key, tally in self.tallies.items() if key[0] != mock}
        self.rollups.pop(mock, None)
        self.voices.pop(mock, None)
