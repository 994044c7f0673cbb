"""The renderer's own words, in both languages: `words/<area>.<locale>.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from mlew.domain.base import Locale
from mlew.domain.screen_parts import PartKind

Words = Mapping[str, str]


@cache
def words(area: str, locale: Locale) -> Words:
    """Key → text. Empty if the area has no words of its own."""
    file = files("mlew.mocks").joinpath("words", f"{area}.{locale}.toml")
    return MappingProxyType(tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {})


@cache
def part_words(kind: PartKind, locale: Locale) -> Words:
    """Words that all parts share, and those of one kind. A wizard's pages are forms."""
    built_on = words("form", locale) if kind == "wizard" else {}
    return MappingProxyType({**words("parts", locale), **built_on, **words(kind, locale)})
