"""Passcodes of protected mocks, and the cookie that shows the edge that one was typed in right."""

import hashlib
import hmac
import secrets
import unicodedata
from datetime import datetime, timedelta

from mlew.domain.base import Model
from mlew.domain.mock import Passcode

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""No l, o, i, 0 and 1: a passcode is read aloud and copied from a screen."""
LENGTH = 10
GROUP = 5
LONGEST = 100
OPEN_FOR = timedelta(days=7)

# OWASP's password storage cheat sheet has 2^17 as its first choice for people's own passwords. Ours are random and
# of 49 bits; a sixteenth of that memory is enough, and lets a small function answer in a blink.
_SCRYPT = {"n": 2**13, "r": 8, "p": 1, "dklen": 32}
_SALT_BYTES = 16
_KEY_BYTES = 32


class PassCookie(Model):
    """`value` is `<end, Unix seconds>.<hex HMAC-SHA256>`; the edge computes it again. `path`: no other mock gets it."""

    name: str
    value: str
    path: str
    seconds: int

    def header(self) -> str:
        """As Set-Cookie takes it."""
        kept = f"Path={self.path}; Max-Age={self.seconds}; Secure; HttpOnly; SameSite=Lax"
        return f"{self.name}={self.value}; {kept}"


def new_passcode() -> str:
    """Two groups of five, such as `k7mqa-9fvxw`: 49 bits."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return "-".join(drawn[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def protect(passcode: str) -> Passcode:
    """What is stored of a passcode. The signing key is new too: cookies of an earlier passcode are worth nothing."""
    salt = secrets.token_bytes(_SALT_BYTES)
    return Passcode(salt=salt.hex(), hash=_hashed(passcode, salt).hex(), signing_key=secrets.token_hex(_KEY_BYTES))


def matches(stored: Passcode, typed: str) -> bool:
    """Compared in constant time. Case, blanks, hyphens and full-width letters of an input method do not matter."""
    return len(typed) <= LONGEST and hmac.compare_digest(
        _hashed(typed, bytes.fromhex(stored.salt)), bytes.fromhex(stored.hash)
    )


def pass_cookie(mock_id: str, signing_key: str, now: datetime) -> PassCookie:
    """Opens one mock for seven days."""
    end = int((now + OPEN_FOR).timestamp())
    signature = hmac.new(signing_key.encode(), f"{mock_id}.{end}".encode(), hashlib.sha256).hexdigest()
    return PassCookie(
        name=f"mlew-pass-{mock_id}",
        value=f"{end}.{signature}",
        path=f"/m/{mock_id}/",
        seconds=int(OPEN_FOR.total_seconds()),
    )


def _hashed(passcode: str, salt: bytes) -> bytes:
    plain = unicodedata.normalize("NFKC", passcode).casefold()
    kept = "".join(letter for letter in plain if letter in ALPHABET)
    return hashlib.scrypt(kept.encode(), salt=salt, **_SCRYPT)
