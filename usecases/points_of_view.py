"""From whose eyes Invent looks: four ready points of view, or one in the team's own words (METHOD, Invent)."""

import tomllib
from functools import cache
from importlib.resources import files

from mlew.domain.base import Locale, Model
from mlew.domain.point_of_view import POINTS_OF_VIEW, PointOfView
from usecases.definition import Label, Text


class PointOfViewText(Model):
    """A ready one: who it is, and how this person looks at things."""

    name: Label
    text: Text


class _Sheet(Model):
    """One language. `free`: told to the model after a point of view in somebody's own words."""

    free: Text
    ready: dict[PointOfView, PointOfViewText]


def point_of_view_text(key_or_free_text: str, locale: Locale) -> str:
    """What the model is told. Free text ("a mother of two") is kept as it stands, followed by how to use it."""
    words, sheet = key_or_free_text.strip(), _sheet(locale)
    ready = next((text for key, text in sheet.ready.items() if key == words), None)
    return f"{ready.name}\n{ready.text}" if ready else f"{words}\n{sheet.free}"


def ready_points_of_view(locale: Locale) -> dict[PointOfView, PointOfViewText]:
    """The four, in METHOD's order."""
    ready = _sheet(locale).ready
    return {key: ready[key] for key in POINTS_OF_VIEW}


@cache
def _sheet(locale: Locale) -> _Sheet:
    content = (files("usecases") / "shared" / "points_of_view.toml").read_text(encoding="utf-8")
    return _Sheet.model_validate(tomllib.loads(content)[locale])
