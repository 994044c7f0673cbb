"""The report's own words: `words/<locale>.toml`; what a verdict says anywhere stands in `documents.verdict_words`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from mlew.documents.web_page.frame import text_of
from mlew.domain.base import Locale

Words = Mapping[str, str]


@cache
def words(locale: Locale) -> Words:
    """Key → text."""
    return MappingProxyType(tomllib.loads(text_of("mlew.decision.report", "words", f"{locale}.toml")))
