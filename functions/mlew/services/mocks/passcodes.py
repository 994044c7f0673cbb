"""A mock that opens only for those who know its passcode."""

from mlew.domain.mock import Mock, Passcode
from mlew.domain.passcode import ALPHABET, new_passcode, protect
from mlew.errors import Conflict, InputError
from mlew.services.mocks.changing import change_mock
from mlew.services.mocks.hosting import hosted
from mlew.services.mocks.publishing import point
from mlew.services.work import Work

SHORTEST = 8


def set_passcode(work: Work, mock: Mock, given: str = "") -> str:
    """Protect the mock and return the passcode, which is stored nowhere: `given`, or a new one.

    Whoever has typed an earlier one in has to type this one. Raises InputError for one that is too short.
    """
    passcode = given or new_passcode()
    counted = [letter for letter in passcode.casefold() if letter in ALPHABET]
    if len(counted) < SHORTEST:
        raise InputError(
            f"a passcode needs at least {SHORTEST} letters and digits", hint=f"Those that count: {ALPHABET}"
        )
    _set(work, mock, protect(passcode))
    return passcode


def clear_passcode(work: Work, mock: Mock) -> Mock:
    """Let everybody in who has the address."""
    return _set(work, mock, None)


def _set(work: Work, mock: Mock, passcode: Passcode | None) -> Mock:
    """The record first: from then on no version is published without it, whatever dies in between."""
    if mock.state == "destroyed":
        raise Conflict(f"the mock of pair {mock.pair} was destroyed")
    hosting = hosted(work.hosting)
    mock = change_mock(work.stores.mocks, mock, passcode=passcode)
    hosting.unlocks.put(mock.id, passcode)
    if mock.version:
        shown = hosting.sites.pointer(mock.id)
        point(work, mock, shown.folders if shown else ())
    return mock
