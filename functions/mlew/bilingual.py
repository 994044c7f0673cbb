"""Texts in Japanese and English that stand in TOML files: `[table] name = { ja = "…", en = "…" }`.

A key is `<table>.<name>`.
"""

from typing import Literal

Locale = Literal["ja", "en"]
LANGUAGES: tuple[Locale, ...] = ("ja", "en")
Texts = dict[str, dict[Locale, str]]


def texts_in(folder: str) -> Texts:
    """All texts of the TOML files in a folder below `mlew`. Raises TypeError for a text that lacks a language."""
    import tomllib  # noqa: PLC0415 – most functions never say anything to people, and none when it starts
    from importlib import resources  # noqa: PLC0415

    found: Texts = {}
    for file in sorted(resources.files("mlew").joinpath(folder).iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            for table, entries in tomllib.loads(file.read_text(encoding="utf-8")).items():
                _flatten(table, entries, found)
    return found


def _flatten(prefix: str, entries: dict[str, object], found: Texts) -> None:
    if "en" in entries and "ja" in entries:
        found[prefix] = {language: str(entries[language]) for language in LANGUAGES}
        return
    for name, value in entries.items():
        if not isinstance(value, dict):
            raise TypeError(f"texts: '{prefix}.{name}' needs both .ja and .en")
        _flatten(f"{prefix}.{name}", value, found)
