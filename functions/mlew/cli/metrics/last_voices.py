"""The newest comments of several mocks, without reading the older ones again at every look."""

from collections import deque
from collections.abc import Sequence

from mlew.cli.metrics.asked import Asked
from mlew.domain.voice import Voice

SHOWN = 6
_PAGE = 50


class LastVoices:
    """A comment that arrives late, behind one that was read before, is shown at the next start only."""

    def __init__(self, one: Asked) -> None:
        self._one = one
        self._cursors: dict[str, str] = {}
        self._last: dict[str, deque[Voice]] = {mock.id: deque(maxlen=SHOWN) for mock in one.mocks}

    def look(self) -> Sequence[tuple[str, Voice]]:
        """The last ones of all mocks with the pair they are about, newest at the end."""
        found = [(mock.pair, voice) for mock in self._one.mocks for voice in self._of(mock.id)]
        return sorted(found, key=lambda one: (one[1].at, one[1].session))[-SHOWN:]

    def _of(self, mock_id: str) -> Sequence[Voice]:
        """The last full page's end is remembered; what came since is read again, and is a page at most."""
        mock = next(mock for mock in self._one.mocks if mock.id == mock_id)
        while True:
            page = self._one.numbers.voices(mock, self._cursors.get(mock_id, ""), _PAGE)
            fitting = [voice for voice in page.lines if self._one.voice_fits(voice)]
            if not page.cursor:
                return [*self._last[mock_id], *fitting]
            self._last[mock_id].extend(fitting)
            self._cursors[mock_id] = page.cursor
