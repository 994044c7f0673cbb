"""Everything the command line says to people, in Japanese and English: `texts/*.toml`.

A key is `<table>.<name>`; each has `ja` and `en`, with the same placeholders (a test compares them).
"""

from functools import cache

from mlew import bilingual
from mlew.bilingual import Locale, Texts, texts_in

LANGUAGES = bilingual.LANGUAGES


class Words:
    """The texts of one language."""

    def __init__(self, language: Locale) -> None:
        self.language: Locale = language

    def __call__(self, key: str, **values: object) -> str:
        """The text with its placeholders filled in. Raises KeyError for a key that nobody has written."""
        text = texts()[key][self.language]
        return text.format(**values)

    def has(self, key: str) -> bool:
        """Whether the key exists (for keys made of data, such as names of errors)."""
        return key in texts()


@cache
def texts() -> Texts:
    """All texts by key."""
    return texts_in("cli/texts")
