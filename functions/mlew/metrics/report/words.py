"""The report's own words: `words/<locale>.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from mlew.domain.base import Locale

Words = Mapping[str, str]


@cache
def words(locale: Locale) -> Words:
    """Key → text."""
    file = files("mlew.metrics.report").joinpath("words", f"{locale}.toml")
    return MappingProxyType(tomllib.loads(file.read_text(encoding="utf-8")))
