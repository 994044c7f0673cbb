"""What the index tells, as data: the same for the page and for Markdown."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from mlew.domain.base import Locale, Model
from mlew.domain.workshop import Phase, phase_name
from usecases.definition import Definition, Part, Text
from usecases.genu.boxes import boxes_of
from usecases.genu.builder import all_in_one_name, file_name, steps_of
from usecases.genu.format import UseCase
from usecases.genu.step import GenuStep, genu_step

_SECOND_ROUND = ("previous", "correction", "requests")


class Told(Model):
    """A short heading with its text."""

    title: Text
    text: Text


class PartText(Model):
    """`minutes`: how long it takes, in words; `first`: for whom its first file is the one to take."""

    name: Text
    minutes: Text
    about: Text
    first: Text


class IndexText(Model):
    """One language of the page."""

    title: Text
    lead: Text
    language: Text
    start: Text
    take: Text
    take_this: Text
    how: Text
    map: Text
    map_note: Text
    map_text: Text
    gap: Text
    when: Text
    fill: Text
    keep: Text
    all: Text
    all_text: Text
    tips_heading: Text
    footer: Text
    columns: tuple[Text, ...]
    fillings: dict[str, Text]
    parts: dict[Part, PartText]
    steps: tuple[Told, ...]
    tips: tuple[Told, ...]


class Field(Model):
    """`kind`: paste, attach, typed or select; `how`: the same in words."""

    label: str
    kind: str
    how: str


class Station(Model):
    """One use case. `fields`: without those that only a second round needs."""

    file: str
    number: int
    short: str
    phase: Phase
    phase_name: str
    title: str
    about: str
    use: str
    keep: str
    fields: tuple[Field, ...]


class Line(Model):
    """A part with its stations and the use case that holds all of them."""

    part: Part
    text: PartText
    stations: tuple[Station, ...]
    all_in_one: str


@cache
def index_text(locale: Locale) -> IndexText:
    """Texts of one language."""
    data = tomllib.loads((files("usecases.genu.index") / "index.toml").read_text(encoding="utf-8"))[locale]
    return IndexText.model_validate(data)


def lines(built: Mapping[str, UseCase], locale: Locale, parts: Iterable[Part]) -> tuple[Line, ...]:
    """The parts asked for, with the use cases that were built."""
    said = index_text(locale)
    return tuple(
        Line(
            part=part,
            text=said.parts[part],
            stations=tuple(station for station in _stations(part, locale) if station.file in built),
            all_in_one=all_in_one_name(part),
        )
        for part in parts
    )


def _stations(part: Part, locale: Locale) -> list[Station]:
    found = []
    for number, definition in enumerate(steps_of(part), 1):
        step, text = genu_step(definition.id), definition.text(locale)
        found.append(
            Station(
                file=file_name(definition, step),
                number=number,
                short=step.text(locale).short,
                phase=definition.phase,
                phase_name=phase_name(definition.phase, locale),
                title=text.title,
                about=text.description,
                use=step.text(locale).use,
                keep=step.text(locale).keep,
                fields=_to_fill(definition, step, locale),
            )
        )
    return found


def _to_fill(definition: Definition, step: GenuStep, locale: Locale) -> tuple[Field, ...]:
    said = index_text(locale).fillings
    kinds = (
        (box.label, "attach" if box.name in step.attachments else box.filling)
        for box in boxes_of(definition, step, locale)
        if box.name not in _SECOND_ROUND
    )
    return tuple(Field(label=label, kind=kind, how=said[kind]) for label, kind in kinds)
