"""The mark of what nobody has verified: （仮） or (assumed) at the end."""

import re

from mlew.domain.base import Locale

ASSUMED = r"[(（](?:仮定?|assumed)[)）]"
_END = re.compile(rf"\s*{ASSUMED}\s*$", re.IGNORECASE)


def assumed(written: str, is_assumed: bool, locale: Locale) -> str:
    """With the mark if it is an assumption."""
    if not is_assumed:
        return written
    return f"{written}（仮）" if locale == "ja" else f"{written} (assumed)".lstrip()


def read_assumed(written: str) -> tuple[str, bool]:
    """Without the mark, and whether it was there."""
    found = _END.search(written)
    return (written[: found.start()], True) if found else (written, False)
