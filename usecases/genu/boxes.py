"""The boxes of a step's form in GenU, in the order in which people see them."""

from typing import Literal

from mlew.domain.base import Locale, Model
from usecases.definition import Definition, Identifier, InputText, Label, Text
from usecases.genu.placeholder import select_box, text_box
from usecases.genu.step import GenuStep
from usecases.genu.words import words
from usecases.points_of_view import ready_points_of_view

Filling = Literal["paste", "typed", "select"]
"""What people paste or say in their own words, no example touches; typed and selected ones every example sets."""


class Box(Model):
    """`name`: how the prompt calls what stands in it; `required`: without it there is nothing to do."""

    name: Identifier
    label: Label
    about: Text
    filling: Filling
    options: tuple[Label, ...] = ()
    required: bool = False

    @property
    def placeholder(self) -> str:
        """As it stands in the template."""
        return select_box(self.label, self.options) if self.options else text_box(self.label)


def boxes_of(definition: Definition, step: GenuStep, locale: Locale) -> tuple[Box, ...]:
    """Subject, record, results, the step's own, point of view, pair, last result, requests."""
    shared, own = words(locale).boxes, definition.text(locale).inputs
    found = [_box("subject", shared["subject"], "typed")]
    if step.record:
        found.append(_box("record", shared["record"], "typed"))
    if "results" in step.inputs.values():
        found.append(_box("results", shared["results"], "paste", required=True))
    for spec in definition.inputs:
        role = step.inputs.get(spec.name)
        if role in ("paste", "typed"):
            found.append(_box(spec.name, own[spec.name], role, required=spec.required))
    found += [_box(name, text, "typed") for name, text in step.text(locale).extras.items()]
    if "view" in step.inputs.values():
        found.append(_box("point_of_view", own["point_of_view"], "select", options=view_options(locale)))
        found.append(_box("own_view", shared["own_view"], "typed"))
    if step.pair:
        found.append(_box("pair", shared["pair"], "typed"))
    found.append(_box("previous", own["previous"], "paste"))
    found.append(_box("correction", shared["correction"], "select", options=correction_options(definition, locale)))
    found.append(_box("requests", own["requests"], "paste"))
    return tuple(found)


def view_options(locale: Locale) -> tuple[str, ...]:
    """Names of the ready points of view, and one for people's own."""
    return (*(view.name for view in ready_points_of_view(locale).values()), words(locale).own)


def correction_options(definition: Definition, locale: Locale) -> tuple[str, ...]:
    """None first, then the ready ones. GenU splits options at commas."""
    return (words(locale).none, *(option(c.label) for c in definition.text(locale).corrections))


def option(label: str) -> str:
    """A label as an option of a list."""
    return label.replace(", ", " – ")


def _box(name: str, text: InputText, filling: Filling, *, options: tuple[str, ...] = (), required: bool = False) -> Box:
    return Box(name=name, label=text.label, about=text.about, filling=filling, options=options, required=required)
