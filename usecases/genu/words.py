"""What the builder says around a step's own sentences, in both languages: `words.toml`."""

import tomllib
from functools import cache
from importlib.resources import files

from mlew.domain.base import Locale, Model
from usecases.definition import Identifier, InputText, Label, Part, Text


class Trade(Model):
    """A customer that examples are about; `pair`: name of the pair that works on it."""

    title: Text
    subject: Text
    pair: Text


class GenuWords(Model):
    """One language. Templates hold the names of their values in braces; `boxes`: fields of no definition's own."""

    product: Text
    parts: dict[Part, Text]
    title: Text
    all_title: Text
    all_description: Text
    fill: Text
    fill_attached: Text
    and_more: str
    none: Label
    own: Label
    unused: Text
    again: Text
    results_use: Text
    attached: Text
    attachments: dict[Identifier, Text]
    corrections: Text
    missing: Text
    missing_attached: Text
    either: str
    form: Text
    form_notes: Text
    form_heading: Text
    views: Text
    steer: Text
    material_of: Text
    of_workshop: Text
    workshop: Text
    of_pair: Text
    of_team: Text
    shortened: Text
    boxes: dict[Identifier, InputText]
    trades: dict[Identifier, Trade]


@cache
def words(locale: Locale) -> GenuWords:
    """The words of one language."""
    content = (files("usecases.genu") / "words.toml").read_text(encoding="utf-8")
    return GenuWords.model_validate(tomllib.loads(content)[locale])
