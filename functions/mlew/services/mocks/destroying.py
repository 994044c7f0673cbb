"""The end of a mock: its address answers 410, nothing more is counted, the numbers stay (METHOD)."""

from mlew.domain.mock import Mock
from mlew.domain.workshop import Workshop
from mlew.errors import Conflict
from mlew.services.lost_race import until_won
from mlew.services.mocks.hosting import Hosting, hosted
from mlew.services.note_texts import note_text
from mlew.services.work import Work


def destroy_mock(work: Work, workshop: Workshop, mock: Mock) -> Mock:
    """What the public sees goes first, then the record; called again, it takes away what was left over.

    Then once more, since somebody may have published in between. Whoever writes later finds the record destroyed, and
    takes back what he has put up (`shut`). Raises Conflict if people bring the mock back all the time.
    """
    _take_away(hosted(work.hosting), mock)
    newest = work.stores.mocks.get(mock.workshop, mock.id)
    if newest.state == "destroyed":
        return newest
    work.note(workshop, "note", "iterate", scope=mock.pair, detail=note_text(workshop, "mock-destroyed"))
    return until_won(lambda: _ended(work, mock))


def shut(hosting: Hosting, mock: Mock) -> Mock:
    """Nobody sees it, nothing is counted, no file stays; the mock as it is."""
    hosting.sites.bury(mock.id, mock.locale)
    hosting.keys.revoke_key(mock.key)
    hosting.sites.remove_files(mock.id)
    return mock


def _ended(work: Work, mock: Mock) -> Mock:
    mocks = work.stores.mocks
    newest = mocks.get(mock.workshop, mock.id)
    if newest.state != "destroyed":
        nothing = {"version": "", "proven": "", "page": "", "passcode": None, "failure": ""}
        newest = mocks.update(
            newest.model_copy(update={"state": "destroyed", "destroyed_at": work.clock.now(), **nothing})
        )
    _take_away(hosted(work.hosting), newest)
    if mocks.get(mock.workshop, mock.id).state != "destroyed":
        raise Conflict.told("mock.changed", mock=mock.id)
    return newest


def _take_away(hosting: Hosting, mock: Mock) -> None:
    shut(hosting, mock)
    hosting.unlocks.put(mock.id, None)
