"""One attempt at a batch of a shard: sessions first, then visitors, then the rollups (`mlew.metrics.entries`)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mlew.domain.click_record import ClickRecord
from mlew.domain.delivered import Delivered
from mlew.domain.tally import Contribution, Names, Session, Tally, Visitor
from mlew.metrics.advance import advance, begun
from mlew.metrics.contribution import add
from mlew.metrics.entries import has_visitor, note_change, stamp
from mlew.metrics.visits import absorb, of_first
from mlew.ports.visit_store import MOST_ROLLUPS, VisitStore
from mlew.services.link_codes import LinkCodes

_ATTEMPTS = 8
_Deltas = dict[str, Contribution]


@dataclass(slots=True)
class Visit:
    """Records of one session in a batch, oldest first."""

    mock: str
    id: str
    delivered: list[Delivered] = field(default_factory=list)

    @property
    def first(self) -> int:
        """Sequence number of the oldest record."""
        return self.delivered[0].sequence

    @property
    def last(self) -> int:
        """Sequence number of the newest record."""
        return self.delivered[-1].sequence

    @property
    def code(self) -> str:
        """Of the link that the oldest record came by, or ""."""
        return self.delivered[0].record.code

    @property
    def records(self) -> list[ClickRecord]:
        """Without their sequence numbers."""
        return [one.record for one in self.delivered]


class CountedBatch:
    """`mark`: the shard's watermark when the attempt began."""

    def __init__(self, store: VisitStore, shard: str, mark: int) -> None:
        self._store = store
        self._shard = shard
        self._marks = {shard: mark}
        self._sessions: dict[tuple[str, str], Session] = {}
        self._visitors: dict[tuple[str, str], Visitor] = {}

    def write_sessions(self, mock: str, visits: Sequence[Visit], names: Names, links: LinkCodes) -> list[int]:
        """Count what is new; where those begin that could not be written. `links` are looked up for new sessions."""
        left = {visit.id: visit for visit in visits}
        failed: list[int] = []
        for _ in range(_ATTEMPTS):
            stored = self._store.some_sessions(mock, left)
            origins = links.visitors(mock, (visit.code for visit in left.values() if visit.id not in stored))
            changed: list[Session] = []
            for visit in left.values():
                old = stored.get(visit.id)
                base = old or begun(visit.delivered[0].record, *origins[visit.code])
                session, voices = advance(base, visit.records, names)
                self._sessions[mock, visit.id] = session
                if session is not base:
                    note_change(old, session, self._shard, stamp(self._shard, visit.last, [base]), self._mark)
                    self._store.add_voices(mock, voices)
                    changed.append(session)
            lost, gone = self._save(mock, changed)
            failed += [left[name].first for name in gone]
            for name in (*lost, *gone):
                del self._sessions[mock, name]
            left = {name: left[name] for name in lost}
            if not left:
                return failed
        return failed + [visit.first for visit in left.values()]

    def write_visitors(self, mock: str, visits: Sequence[Visit]) -> list[int]:
        """Bring testers up to their sessions; where those begin that could not be written."""
        left: defaultdict[str, list[tuple[Visit, Session]]] = defaultdict(list)
        for visit in visits:
            session = self._sessions.get((mock, visit.id))
            if session is not None and has_visitor(session):
                left[session.visitor].append((visit, session))
        failed: list[int] = []
        for _ in range(_ATTEMPTS):
            if not left:
                return failed
            stored = self._store.some_visitors(mock, left)
            changed: list[Visitor] = []
            for code, theirs in left.items():
                old = stored.get(code)
                visitor = old or of_first(theirs[0][1])
                for _, session in theirs:
                    visitor = absorb(visitor, session)
                self._visitors[mock, code] = visitor
                if visitor is not old:
                    newest = stamp(self._shard, max(v.last for v, _ in theirs), [s for _, s in theirs])
                    note_change(old, visitor, self._shard, newest, self._mark)
                    changed.append(visitor)
            lost, gone = self._save(mock, changed)
            failed += [visit.first for code in gone for visit, _ in left[code]]
            for code in (*lost, *gone):
                del self._visitors[mock, code]
            left = defaultdict(list, {code: left[code] for code in lost})
        return failed + [visit.first for theirs in left.values() for visit, _ in theirs]

    def settle(self, upto: int) -> bool:
        """Take into the rollups what is owed up to a sequence number; False if somebody else has been here."""
        was = self._mark(self._shard)
        for reached, deltas in self._steps(was, upto):
            if not self._store.settle(self._shard, was=was, upto=reached, deltas=deltas):
                return False
            was = reached
        return True

    def _steps(self, above: int, upto: int) -> Iterator[tuple[int, _Deltas]]:
        """Changes in as few transactions as their number of rollups allows, each with where it gets to."""
        if above >= upto:
            return
        entries = sorted(self._entries(above, upto), key=lambda found: found[0])
        deltas: _Deltas = {}
        for place, (sequence, mock, change) in enumerate(entries):
            add(deltas.setdefault(mock, {}), change)
            if place + 1 == len(entries):
                break
            following, next_mock, next_change = entries[place + 1]
            more = set(next_change) - set(deltas.get(next_mock, {}))
            if following > sequence and sum(map(len, deltas.values())) + len(more) > MOST_ROLLUPS // 2:
                yield sequence, deltas
                deltas = {}
        yield upto, deltas

    def _entries(self, above: int, upto: int) -> Iterator[tuple[int, str, Contribution]]:
        tallies: list[tuple[str, Tally]] = [(mock, session) for (mock, _), session in self._sessions.items()]
        tallies += [(mock, visitor) for (mock, _), visitor in self._visitors.items()]
        for mock, tally in tallies:
            for entry in tally.entries:
                if entry.shard == self._shard and above < entry.sequence <= upto:
                    yield entry.sequence, mock, entry.deltas

    def _save(self, mock: str, changed: Sequence[Tally]) -> tuple[frozenset[str], frozenset[str]]:
        if not changed:
            return frozenset(), frozenset()
        saved = self._store.save(mock, changed)
        return saved.lost, saved.failed

    def _mark(self, shard: str) -> int:
        if shard not in self._marks:
            self._marks[shard] = self._store.watermark(shard)
        return self._marks[shard]
