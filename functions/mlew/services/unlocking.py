"""Whether a typed passcode opens a mock. Wrong tries are counted per mock, so that nobody can go through them all."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from mlew.domain.passcode import PassCookie, matches, pass_cookie
from mlew.ports.unlock_store import UnlockStore

TRIES = 20
WINDOW_SECONDS = 600


@dataclass(frozen=True)
class Attempt:
    """`cookie`: when it was right. `wait_seconds`: when nobody may try now, right or wrong."""

    outcome: Literal["open", "wrong", "wait"]
    cookie: PassCookie | None = None
    wait_seconds: int = 0


def unlock(store: UnlockStore, mock_id: str, typed: str, now: datetime) -> Attempt:
    """One try. A mock that nobody knows, or that needs no passcode, looks like a wrong one."""
    passcode = store.get(mock_id)
    if passcode is None:
        return Attempt("wrong")
    wait = store.count_try(mock_id, now=now, limit=TRIES, window_seconds=WINDOW_SECONDS)
    if wait:
        return Attempt("wait", wait_seconds=wait)
    if not matches(passcode, typed):
        return Attempt("wrong")
    store.give_back(mock_id)
    return Attempt("open", pass_cookie(mock_id, passcode.signing_key, now))
