"""The secret of an emulator's root key, and the token of its own paths that follows from it."""

import hashlib
import hmac
import secrets
from pathlib import Path


def root_secret(home: Path) -> str:
    """The secret kept in `home`, readable for its owner only; made at the first call."""
    path = home / "secret"
    if not path.exists():
        new = home / "secret.new"
        new.touch(mode=0o600)
        new.write_text(secrets.token_hex(20), encoding="ascii")
        new.replace(path)
    return path.read_text(encoding="ascii")


def admin_token(home: Path) -> str:
    """What `/_ministack/…` and `/_mlew/…` ask for. Functions know neither this nor the secret."""
    return hmac.new(root_secret(home).encode(), b"admin", hashlib.sha256).hexdigest()
