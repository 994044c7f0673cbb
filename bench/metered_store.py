"""A store for models of scale: items as they would lie in the table, and what writing them costs."""

from collections.abc import Iterable, Mapping, Sequence

from mlew.adapters.items import Item, number, text
from mlew.adapters.visit_items import session_of, size, sort_key, tally_item, visitor_of
from mlew.adapters.visit_store import BUCKET
from mlew.domain.tally import Contribution, Counts, Names, Session, Tally, Visitor
from mlew.domain.voice import Voice
from mlew.ports.visit_store import Saved, VisitStore

UNIT = 1024
IN_A_TRANSACTION = 2


class MeteredStore(VisitStore):
    """`units`: write units so far, `reads`: read units; `sizes`: bytes of each write of a session."""

    def __init__(self, partition: str) -> None:
        """`partition`: key of the mock's partition, for the size of its items."""
        self._partition = partition
        self._items: dict[str, Item] = {}
        self._rollups: dict[str, Counts] = {}
        self._names: Names | None = None
        self._marks: dict[str, int] = {}
        self.units = self.reads = self.transactions = 0
        self.sizes: list[int] = []
        self.rollup_sizes: list[int] = []

    def forget_all_but(self, kept: Iterable[str]) -> None:
        """Sessions that never come again need no memory here."""
        keys = {f"SESSION#{name}" for name in kept}
        self._items = {sk: item for sk, item in self._items.items() if sk in keys or sk.startswith("VISITOR")}

    def watermark(self, shard: str) -> int:
        self.reads += 1
        return self._marks.get(shard, 0)

    def settle(self, shard: str, *, was: int, upto: int, deltas: Mapping[str, Contribution]) -> bool:
        assert self._marks.get(shard, 0) == was
        self._marks[shard] = upto
        self.transactions += 1
        self.units += IN_A_TRANSACTION
        for contribution in deltas.values():
            for key, counts in contribution.items():
                rollup = self._rollups.setdefault(key, {})
                for name, change in counts.items():
                    rollup[name] = rollup.get(name, 0) + change
                item = {name: number(value) for name, value in rollup.items()}
                bytes_ = size(self._partition, BUCKET + key, item)
                self.rollup_sizes.append(bytes_)
                self.units += IN_A_TRANSACTION * _units(bytes_)
        return True

    def some_sessions(self, mock: str, ids: Iterable[str]) -> dict[str, Session]:
        found = [item for name in ids if (item := self._read(f"SESSION#{name}"))]
        return {session.id: session for session in map(session_of, found)}

    def some_visitors(self, mock: str, ids: Iterable[str]) -> dict[str, Visitor]:
        found = [item for name in ids if (item := self._read(f"VISITOR#{name}"))]
        return {visitor.id: visitor for visitor in map(visitor_of, found)}

    def save(self, mock: str, tallies: Sequence[Tally]) -> Saved:
        for tally in tallies:
            tally.version += 1
            sk = sort_key(tally)
            item = tally_item(tally, tally.version)
            bytes_ = size(self._partition, sk, item)
            self.units += _units(bytes_)
            if isinstance(tally, Session):
                self.sizes.append(bytes_)
            self._items[sk] = {**item, "sk": text(sk)}
        return Saved()

    def names(self, mock: str) -> Names | None:
        return self._names

    def save_names(self, mock: str, names: Names) -> bool:
        self._names = Names(names.steps, names.elements, names.version + 1)
        self.units += 1
        return True

    def add_voices(self, mock: str, voices: Sequence[Voice]) -> None:
        self.units += len(voices)

    def forget(self, mock: str) -> None:
        self._items.clear()

    def rolled_up(self) -> Mapping[str, Counts]:
        """The rollups by their keys."""
        return self._rollups

    def sessions_counted(self) -> int:
        """What the rollups say."""
        return sum(counts.get("s", 0) for counts in self._rollups.values())

    def _read(self, sk: str) -> Item | None:
        self.reads += 1
        return self._items.get(sk)


def _units(bytes_: int) -> int:
    return -(-bytes_ // UNIT)
