"""Which events of a session have come already: numbers with gaps, or hashes of ids."""

import hashlib
from base64 import urlsafe_b64encode

from mlew.domain.tally import Session

MOST_GAPS = 32
MOST_IDS = 256
_HASH_BYTES = 6
"""Of 256 ids two collide with a probability of 1 in 8 thousand million."""


def take_number(session: Session, number: int) -> bool:
    """Whether the event with this number (from 1) is new; it is noted. Beyond 32 gaps the oldest is given up."""
    if number > session.high:
        if number > session.high + 1:
            session.gaps.append((session.high + 1, number - 1))
        session.high = number
        _bound(session)
        return True
    for place, (low, high) in enumerate(session.gaps):
        if low <= number <= high:
            rest = [(low, number - 1), (number + 1, high)]
            session.gaps[place : place + 1] = [gap for gap in rest if gap[0] <= gap[1]]
            _bound(session)
            return True
    return False


def _bound(session: Session) -> None:
    if len(session.gaps) > MOST_GAPS:
        low, high = session.gaps.pop(0)
        session.given_up += high - low + 1


def take_id(session: Session, event_id: str) -> bool:
    """Whether the event with this id is new among the last 256; it is noted."""
    short = short_hash(event_id)
    if short in session.seen:
        return False
    session.seen.append(short)
    del session.seen[:-MOST_IDS]
    return True


def short_hash(event_id: str) -> str:
    """Eight characters that stand for an id."""
    return urlsafe_b64encode(hashlib.sha256(event_id.encode()).digest()[:_HASH_BYTES]).decode()


def lost(session: Session) -> int:
    """Events that the page numbered and that never came, so far."""
    return session.given_up + sum(high - low + 1 for low, high in session.gaps)
