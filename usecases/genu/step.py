"""What GenU's form of a step has beyond its definition: boxes, attachments, examples, use. One file a step."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import Field, ValidationError

from mlew.domain.base import Locale, Model
from mlew.errors import SetupError
from usecases.definition import Definition, Identifier, InputText, Text, load

Role = Literal["results", "paste", "typed", "view"]
"""Where an input of the definition comes from: part of the pasted results of former steps; pasted by itself or
attached; typed in a few words; chosen as a point of view."""
BY_ITSELF = ("previous", "requests")
"""Inputs that every step takes and the form asks for in the same way."""


class StepWords(Model):
    """One language. `short`: a word for the step; `use`: when in the workshop; `keep`: what to do with the answer;
    `notes`: on the form of the answer; `extras`: typed boxes that no input of the definition has; `again`: id of the
    correction that an example shows; `typed`: trade → what its example writes into the typed boxes.
    """

    short: Text
    use: Text
    keep: Text
    notes: tuple[Text, ...] = ()
    again: str
    extras: dict[Identifier, InputText] = Field(default_factory=dict)
    typed: dict[Identifier, dict[Identifier, Text]] = Field(default_factory=dict)


class GenuStep(Model):
    """`slug`: part of the file's name; `attachments`: inputs that may be attached under their own ASCII names.

    `record`: a workshop's own results come with it (`usecases.genu.workshop`).
    """

    slug: str = Field(pattern=r"^[a-z][a-z-]*$")
    attachments: tuple[Identifier, ...] = ()
    pair: bool = False
    record: bool = False
    inputs: dict[Identifier, Role]
    ja: StepWords
    en: StepWords

    def text(self, locale: Locale) -> StepWords:
        """Its language part."""
        return self.ja if locale == "ja" else self.en


@cache
def genu_step(step: str) -> GenuStep:
    """The form of a step. Raises SetupError if it does not fit the definition."""
    content = (files("usecases.genu") / "steps" / f"{step}.toml").read_text(encoding="utf-8")
    return parse_step(content, load(step))


def parse_step(content: str, definition: Definition) -> GenuStep:
    """A form from its TOML. Raises SetupError if it does not fit the definition."""
    try:
        found = GenuStep.model_validate(tomllib.loads(content))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise SetupError(f"{definition.id}: the form for GenU cannot be used: {error}") from error
    expected = [spec.name for spec in definition.inputs if spec.name not in BY_ITSELF]
    if sorted(found.inputs) != sorted(expected):
        raise SetupError(f"{definition.id}: the form for GenU has {list(found.inputs)} instead of {expected}")
    return found


@cache
def answer_form(step: str, locale: Locale) -> str:
    """The Markdown that an answer shall look like, as `mlew.documents` writes and reads it."""
    return (files("usecases.genu") / "forms" / f"{step}.{locale}.md").read_text(encoding="utf-8").strip("\n")
