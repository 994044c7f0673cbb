"""What is edited."""

from typing import get_args

from mlew.documents import parse
from mlew.domain.base import Locale
from mlew.domain.journey import Journey

LOCALES: tuple[Locale, ...] = get_args(Locale)


def journey(text: str, locale: Locale = "en") -> Journey:
    """Parsed as a journey."""
    body = parse("journey", text, locale)
    assert isinstance(body, Journey)
    return body
