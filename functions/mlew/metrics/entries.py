"""Entries: how a change of a session gets into the rollups exactly once, though the two are written apart.

A session is written with the change of its contribution beside it, stamped with the sequence number of its newest
record on the shard. The rollups take all changes up to a record in one transaction that also moves the shard's
watermark there, if it is still where it was. So an entry is in the rollups if, and only if, the watermark has reached
its stamp: nobody has to go back to the session and say so, and whoever finds it later can tell.
"""

from collections.abc import Callable, Iterable

from mlew.domain.tally import Entry, Session, Tally
from mlew.metrics.contribution import contribution, difference

Watermark = Callable[[str], int]
"""Of a shard: the sequence number up to which the rollups hold everything."""


def stamp(shard: str, sequence: int, tallies: Iterable[Tally]) -> int:
    """For a change made by a record: never before what the tallies it is made of have already seen of the shard."""
    return max([sequence, *(e.sequence for t in tallies for e in t.entries if e.shard == shard)])


def note_change(old: Tally | None, new: Tally, shard: str, sequence: int, watermark: Watermark) -> None:
    """Put the change from old to new beside it; entries that are in the rollups are forgotten."""
    change = difference(contribution(new), contribution(old) if old else {})
    new.entries = [e for e in new.entries if e.sequence > watermark(e.shard)]
    new.entries.append(Entry(shard, sequence, change))


def has_visitor(session: Session) -> bool:
    """Whether a visitor hangs on this session."""
    return bool(session.visitor and session.kind == "person" and session.first)
