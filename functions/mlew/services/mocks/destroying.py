"""The end of a mock: its address answers 410, nothing more is counted, the numbers stay (METHOD)."""

from mlew.domain.mock import Mock
from mlew.domain.workshop import Workshop
from mlew.services.mocks.changing import change_mock
from mlew.services.mocks.hosting import hosted
from mlew.services.work import Work


def destroy_mock(work: Work, workshop: Workshop, mock: Mock) -> Mock:
    """What the public sees goes first, the record last: a second call does what a first one that died left over."""
    if mock.state == "destroyed":
        return mock
    hosting = hosted(work.hosting)
    hosting.sites.bury(mock.id, mock.locale)
    hosting.keys.revoke_key(mock.key)
    hosting.unlocks.put(mock.id, None)
    hosting.sites.remove_files(mock.id)
    work.note(workshop, "note", "iterate", scope=mock.pair, detail="mock destroyed")
    return change_mock(
        work.stores.mocks,
        mock,
        state="destroyed",
        version="",
        proven="",
        page="",
        passcode=None,
        failure="",
        destroyed_at=work.clock.now(),
    )
