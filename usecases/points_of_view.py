"""From whose eyes Invent looks: four ready points of view, or one in the team's own words (METHOD, Invent)."""

import tomllib
from functools import cache
from importlib.resources import files

from mlew.domain.base import Locale, Model
from mlew.domain.invention import PointOfView
from usecases.definition import Label, Text


class PointOfViewText(Model):
    """`name` is shown to people and kept with each invention; `text` goes to the model."""

    name: Label
    text: Text


class _Sheet(Model):
    """One language. `free`: told to the model after a point of view in somebody's own words."""

    free: Text
    ready: dict[PointOfView, PointOfViewText]


def point_of_view_text(key_or_free_text: str, locale: Locale) -> str:
    """What the model is told. Free text ("a mother of two") is kept as it stands, followed by how to use it."""
    ready = _ready(key_or_free_text, locale)
    return f"{ready.name}\n{ready.text}" if ready else f"{key_or_free_text.strip()}\n{_sheet(locale).free}"


def point_of_view_name(key_or_free_text: str, locale: Locale) -> str:
    """What people read: the name of a ready one, else their own words."""
    ready = _ready(key_or_free_text, locale)
    return ready.name if ready else key_or_free_text.strip()


def _ready(key: str, locale: Locale) -> PointOfViewText | None:
    return next((text for name, text in _sheet(locale).ready.items() if name == key.strip()), None)


@cache
def _sheet(locale: Locale) -> _Sheet:
    content = (files("usecases") / "shared" / "points_of_view.toml").read_text(encoding="utf-8")
    return _Sheet.model_validate(tomllib.loads(content)[locale])
