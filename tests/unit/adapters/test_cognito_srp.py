"""The client's side of SRP against a server's side written for this test."""

import base64
import hashlib
import hmac
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlew.adapters.cognito_srp import GENERATOR, PRIME, SrpClient, timestamp

NOW = datetime(2026, 4, 1, 4, 5, 6, tzinfo=UTC)
POOL = "ap-northeast-1_AbCdEf123"
numbers = st.integers(min_value=1, max_value=2**256)


def digest(*numbers_or_bytes: int | bytes) -> bytes:
    """SHA-256 over hexadecimal text, with a zero byte in front if the first bit is set."""
    found = b""
    for part in numbers_or_bytes:
        if isinstance(part, int):
            text = f"{part:x}"
            text = f"0{text}" if len(text) % 2 else text
            found += bytes.fromhex(f"00{text}" if text[0] in "89abcdef" else text)
        else:
            found += part
    return hashlib.sha256(found).digest()


def number(value: bytes) -> int:
    return int.from_bytes(value, "big")


class Server:
    """Knows the verifier, not the password."""

    def __init__(self, user: str, password: str, salt: int, secret: int) -> None:
        self.user, self.salt, self.secret = user, salt, secret
        identity = hashlib.sha256(f"AbCdEf123{user}:{password}".encode()).digest()
        self.verifier = pow(GENERATOR, number(digest(salt, identity)), PRIME)
        multiplier = number(digest(PRIME, GENERATOR))
        self.public = (multiplier * self.verifier + pow(GENERATOR, secret, PRIME)) % PRIME
        self.block = base64.b64encode(b"secret block").decode()

    def challenge(self) -> dict[str, str]:
        return {
            "USER_ID_FOR_SRP": self.user,
            "SALT": f"{self.salt:x}",
            "SRP_B": f"{self.public:x}",
            "SECRET_BLOCK": self.block,
        }

    def accepts(self, public: int, answer: dict[str, str]) -> bool:
        mixed = number(digest(public, self.public))
        shared = pow(public * pow(self.verifier, mixed, PRIME), self.secret, PRIME)
        extract = hmac.digest(padded(mixed), padded(shared), "sha256")
        key = hmac.digest(extract, b"Caldera Derived Key" + bytes([1]), "sha256")[:16]
        message = b"AbCdEf123" + self.user.encode() + b"secret block" + answer["TIMESTAMP"].encode()
        proof = base64.b64encode(hmac.digest(key, message, "sha256")).decode()
        return hmac.compare_digest(proof, answer["PASSWORD_CLAIM_SIGNATURE"])


def padded(value: int) -> bytes:
    text = f"{value:x}"
    text = f"0{text}" if len(text) % 2 else text
    return bytes.fromhex(f"00{text}" if text[0] in "89abcdef" else text)


@settings(max_examples=25, deadline=None)
@given(user=st.text(min_size=1, max_size=8), password=st.text(max_size=12), salt=numbers, ours=numbers, theirs=numbers)
def test_the_right_password_is_accepted_and_no_other(
    user: str, password: str, salt: int, ours: int, theirs: int
) -> None:
    server, client = Server(user, password, salt, theirs), SrpClient(POOL, secret=ours)

    assert server.accepts(client.public, client.answer(server.challenge(), password, NOW))
    assert not server.accepts(client.public, client.answer(server.challenge(), password + "x", NOW))


def test_the_prime_is_the_one_of_rfc_3526() -> None:
    pi_part = PRIME - 2**3072 + 2**3008 + 1
    assert pi_part % 2**64 == 0
    assert pow(2, PRIME - 1, PRIME) == 1
    assert pow(2, (PRIME - 1) // 2, PRIME) == 1


@pytest.mark.parametrize("server", [0, PRIME, 2 * PRIME])
def test_a_number_that_would_give_the_key_away_is_refused(server: int) -> None:
    challenge = Server("u", "p", 5, 7).challenge() | {"SRP_B": f"{server:x}"}

    with pytest.raises(ValueError, match="number"):
        SrpClient(POOL, secret=3).answer(challenge, "p", NOW)


def test_time_in_cognitos_form() -> None:
    assert timestamp(NOW) == "Wed Apr 1 04:05:06 UTC 2026"
    assert (
        timestamp(datetime(2026, 12, 31, 23, 0, 0, tzinfo=timezone(-timedelta(hours=2))))
        == "Fri Jan 1 01:00:00 UTC 2027"
    )
