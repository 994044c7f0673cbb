"""One of a few words, read from what people wrote."""

from mlew.documents.defect import defect
from mlew.documents.figures import read_figure
from mlew.documents.words import Words
from mlew.domain.base import Locale


def read_choice(
    words: Words, written: str, locale: Locale, *, line: int, field: str, default: str | None = None
) -> str:
    """The key. Nothing written gives the default. Raises InputError naming what can be written."""
    key = words.key(written)
    if key is None and default is not None and not written.strip():
        return default
    if key is None:
        raise defect(locale, "unknown-word", line, field=field, text=written, choices=words.spoken(locale))
    return key


def read_number(written: str, locale: Locale, *, line: int, field: str, default: float, example: str) -> float:
    """The number. Nothing written gives the default. Raises InputError if it is no number."""
    if not written.strip():
        return default
    number = read_figure(written)
    if number is None:
        raise defect(locale, "no-number", line, field=field, text=written, example=example)
    return number
