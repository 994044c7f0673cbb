"""Ids, keys and codes that nobody can guess."""

import secrets
import string

_LETTERS = string.ascii_lowercase + string.digits


def random_text(length: int) -> str:
    """So many characters of [a-z0-9], each of 5.2 bits."""
    return "".join(secrets.choice(_LETTERS) for _ in range(length))
