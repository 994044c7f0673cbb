"""Numbers as people read them, exact both ways."""

import math
import re
import unicodedata

_EXACT = re.compile(r"[-+]?(?:\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?|inf)", re.IGNORECASE)


def figure(value: float) -> str:
    """With commas for thousands and every digit that matters: 1,234.5."""
    if math.isfinite(value) and value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,}"


def read_figure(text: str) -> float | None:
    """The number that stands alone in `text`, full-width digits and a trailing percent sign allowed."""
    plain = unicodedata.normalize("NFKC", text).strip().rstrip("%").strip()
    return float(plain.replace(",", "")) if _EXACT.fullmatch(plain) else None
