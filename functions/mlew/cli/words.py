"""Everything the command line says to people, in Japanese and English: `texts/*.toml`.

A key is `<table>.<name>`; each has `ja` and `en`, with the same placeholders (a test compares them).
"""

import tomllib
from functools import cache
from importlib import resources

from mlew.domain.base import Locale

LANGUAGES: tuple[Locale, ...] = ("ja", "en")


class Words:
    """The texts of one language."""

    def __init__(self, language: Locale) -> None:
        self.language: Locale = language

    def __call__(self, key: str, **values: object) -> str:
        """The text with its placeholders filled in. Raises KeyError for a key that nobody has written."""
        text = texts()[key][self.language]
        return text.format(**values) if values else text

    def has(self, key: str) -> bool:
        """Whether the key exists (for keys made of data, such as names of errors)."""
        return key in texts()


@cache
def texts() -> dict[str, dict[Locale, str]]:
    """All texts by key."""
    found: dict[str, dict[Locale, str]] = {}
    for file in resources.files("mlew.cli").joinpath("texts").iterdir():
        if file.name.endswith(".toml"):
            for table, entries in tomllib.loads(file.read_text(encoding="utf-8")).items():
                _flatten(table, entries, found)
    return found


def _flatten(prefix: str, entries: dict[str, object], found: dict[str, dict[Locale, str]]) -> None:
    if "en" in entries and "ja" in entries:
        found[prefix] = {language: str(entries[language]) for language in LANGUAGES}
        return
    for name, value in entries.items():
        if not isinstance(value, dict):
            raise TypeError(f"texts: '{prefix}.{name}' needs both .ja and .en")
        _flatten(f"{prefix}.{name}", value, found)
