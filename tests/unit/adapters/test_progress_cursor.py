from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mlew.adapters.keys import timestamp
from mlew.adapters.progress_cursor import LATENESS, ProgressCursor

START = datetime(2026, 4, 1, tzinfo=UTC)
_second = LATENESS.total_seconds()
lines = st.lists(
    st.tuples(st.integers(0, 600), st.integers(0, int(_second) - 1)), unique_by=lambda line: line[0], max_size=30
)


@given(lines=lines, reads=st.sets(st.integers(0, 700), max_size=10))
def test_a_watcher_sees_each_line_once_however_late_it_arrives(lines: list[tuple[int, int]], reads: set[int]) -> None:
    """A line is (second that it is of, seconds until it is stored)."""
    cursor, seen = ProgressCursor(), []
    for now in [*sorted(reads), 1000]:
        stored = [(timestamp(START + timedelta(seconds=at)), str(at)) for at, late in sorted(lines) if at + late <= now]
        beyond = [line for line in stored if line[0] >= cursor.start]
        seen += [name for _, name in beyond if name not in cursor.seen]
        cursor = ProgressCursor.parse(str(cursor.after(beyond)))
    assert sorted(seen) == sorted(str(at) for at, _ in lines)
