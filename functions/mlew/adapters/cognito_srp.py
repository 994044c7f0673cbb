"""Secure remote password (SRP-6a, RFC 5054) in the form that Cognito user pools speak it: the password is never sent.

Cognito's form: numbers as big-endian bytes with a leading zero byte if the highest bit is set, SHA-256, and a key from
HKDF with the words "Caldera Derived Key".
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime

PRIME = int(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
    "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
    "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
    "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
    "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
    "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
    "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C"
    "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
    16,
)
"""RFC 3526, group 15 (3072 bits)."""
GENERATOR = 2
_INFO = b"Caldera Derived Key\x01"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class SrpClient:
    """One sign-in. `pool`: id of the user pool; `secret`: a random number of at least 256 bits, used once."""

    def __init__(self, pool: str, *, secret: int) -> None:
        self._pool = pool.partition("_")[2].encode()
        self._secret = secret % PRIME
        self.public = pow(GENERATOR, self._secret, PRIME)

    def answer(self, challenge: Mapping[str, str], password: str, now: datetime) -> dict[str, str]:
        """The answer to PASSWORD_VERIFIER. Raises ValueError for a challenge that no honest server sends."""
        user = challenge["USER_ID_FOR_SRP"]
        server = int(challenge["SRP_B"], 16)
        mixed = _hash(_padded(self.public), _padded(server))
        if server % PRIME == 0 or mixed == 0:
            raise ValueError("the server's number is not one that may be used")
        key = self._key(f"{user}:{password}".encode(), int(challenge["SALT"], 16), server, mixed)
        stamp = timestamp(now)
        block = base64.b64decode(challenge["SECRET_BLOCK"])
        proof = hmac.digest(key, self._pool + user.encode() + block + stamp.encode(), "sha256")
        return {
            "USERNAME": challenge.get("USERNAME", user),
            "PASSWORD_CLAIM_SECRET_BLOCK": challenge["SECRET_BLOCK"],
            "PASSWORD_CLAIM_SIGNATURE": base64.b64encode(proof).decode(),
            "TIMESTAMP": stamp,
        }

    def _key(self, identity: bytes, salt: int, server: int, mixed: int) -> bytes:
        multiplier = _hash(_padded(PRIME), _padded(GENERATOR))
        private = _hash(_padded(salt), hashlib.sha256(self._pool + identity).digest())
        base = server - multiplier * pow(GENERATOR, private, PRIME)
        shared = pow(base, self._secret + mixed * private, PRIME)
        return hmac.digest(hmac.digest(_padded(mixed), _padded(shared), "sha256"), _INFO, "sha256")[:16]


def timestamp(now: datetime) -> str:
    """Cognito's own form, English whatever the machine speaks: "Wed Apr 1 04:05:06 UTC 2026"."""
    at = now.astimezone(UTC)
    return f"{_DAYS[at.weekday()]} {_MONTHS[at.month - 1]} {at.day} {at:%H:%M:%S} UTC {at.year}"


def _padded(number: int) -> bytes:
    return number.to_bytes(number.bit_length() // 8 + 1, "big")


def _hash(*parts: bytes) -> int:
    return int.from_bytes(hashlib.sha256(b"".join(parts)).digest(), "big")
