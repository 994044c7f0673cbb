"""A mock that opens only for those who know its passcode."""

from mlew.domain.mock import Mock, Passcode
from mlew.domain.passcode import new_passcode, protect
from mlew.errors import Conflict, InputError
from mlew.services.mocks.changing import change_mock
from mlew.services.mocks.hosting import hosted
from mlew.services.mocks.publishing import point
from mlew.services.work import Work


def set_passcode(work: Work, mock: Mock) -> str:
    """Protect the mock with a new passcode and return it: it is stored nowhere. An earlier one opens nothing more."""
    passcode = new_passcode()
    _set(work, mock, protect(passcode))
    return passcode


def clear_passcode(work: Work, mock: Mock) -> Mock:
    """Let everybody in who has the address."""
    return _set(work, mock, None)


def _set(work: Work, mock: Mock, passcode: Passcode | None) -> Mock:
    """The record first: from then on no version is published without it, whatever dies in between."""
    if mock.page:
        raise InputError.told("mock.elsewhere")
    hosting = hosted(work.hosting)
    mock = change_mock(work.stores.mocks, mock, passcode=passcode)
    if mock.state == "destroyed":
        raise Conflict.told("mock.destroyed", pair=mock.pair)
    hosting.unlocks.put(mock.id, passcode)
    if mock.version:
        shown = hosting.sites.pointer(mock.id)
        point(work, mock, shown.folders if shown else ())
    if work.stores.mocks.get(mock.workshop, mock.id).state == "destroyed":
        hosting.unlocks.put(mock.id, None)
        raise Conflict.told("mock.destroyed", pair=mock.pair)
    return mock
