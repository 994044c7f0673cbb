"""Ids of workshops: short enough to be read out, without letters that look alike."""

import secrets

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_LENGTH = 8


def new_workshop_id() -> str:
    """A random id such as "w-7mkq2xfd": 31⁸ ≈ 8.5 × 10¹¹ of them; the store refuses one that is taken."""
    return "w-" + "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
