"""What a step of the workshop asks a model: data and text in both languages, one file a step."""

import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationError, model_validator

from mlew.domain.base import Edition, Locale, Model
from mlew.domain.workshop import PHASES, Phase
from mlew.errors import NotFound, SetupError

Part = Literal["day0"] | Edition
"""What a step belongs to: the hour of preparation, or one of the two editions."""
PARTS: tuple[Part, ...] = ("day0", "practice", "improvement")
_SHARED = ("frame", "points_of_view")
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Label = Annotated[Text, StringConstraints(pattern=r"^[^\n()\[\]{}?*+^$|\\:]+$")]
"""Also the label of a form field elsewhere, where these half-width signs would be read as syntax."""
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class InputSpec(Model):
    """A fenced block of the prompt. Not `required`: left out when there is nothing to say."""

    name: Identifier
    required: bool = True


class InputText(Model):
    """`about`: what the input is, told to the model in front of it."""

    label: Label
    about: Text


class Correction(Model):
    """What facilitators often ask for. `label` for a list to choose from, `text` is sent as it stands."""

    id: str = Field(pattern=r"^[a-z][a-z-]*$")
    label: Label
    text: Text


class StepText(Model):
    """Everything of a step that is language. `rules` are those of the method and of quality, a few sentences each."""

    title: Text
    description: Text
    role: Text
    task: Text
    output: Text
    rules: tuple[Text, ...] = Field(min_length=1)
    inputs: dict[Identifier, InputText]
    corrections: tuple[Correction, ...] = Field(min_length=1)


class Definition(Model):
    """A step. `order` within its phase; `inputs` in the order of the prompt, the steadiest first (prompt cache).

    `attachments`: pictures may come with it. `genu`: False for what only this product can do with the answer.
    `version`: "<id>@<hash>" over all text that reaches the model.
    """

    id: Identifier
    phase: Phase
    edition: Part
    order: int = 1
    tool: Identifier
    attachments: bool = False
    genu: bool = True
    inputs: tuple[InputSpec, ...]
    ja: StepText
    en: StepText
    version: str

    @model_validator(mode="after")
    def _both_languages_alike(self) -> "Definition":
        names = [i.name for i in self.inputs]
        for locale, text in (("ja", self.ja), ("en", self.en)):
            if list(text.inputs) != names:
                raise ValueError(f"{self.id} [{locale}]: inputs {list(text.inputs)} instead of {names}")
            labels = [i.label for i in text.inputs.values()]
            if len(set(labels)) < len(labels):
                raise ValueError(f"{self.id} [{locale}]: two inputs have the same label")
        if [c.id for c in self.ja.corrections] != [c.id for c in self.en.corrections]:
            raise ValueError(f"{self.id}: corrections differ between ja and en")
        if len(self.ja.rules) != len(self.en.rules):
            raise ValueError(f"{self.id}: rules differ between ja and en")
        return self

    def text(self, locale: Locale) -> StepText:
        """Its language part."""
        return self.ja if locale == "ja" else self.en


@cache
def load(step: str) -> Definition:
    """The definition of a step. Raises NotFound for an unknown step."""
    known = steps()
    if step not in known:
        raise NotFound(f"There is no step '{step}'.", hint=f"Steps: {', '.join(sorted(known))}.")
    return parse(_read("definitions", step), shared="".join(_read("shared", name) for name in _SHARED))


@cache
def all_definitions() -> tuple[Definition, ...]:
    """Every step, in the order of the workshop: edition, phase, order within the phase."""
    return tuple(
        sorted(
            (load(step) for step in steps()),
            key=lambda d: (PARTS.index(d.edition), PHASES.index(d.phase), d.order, d.id),
        )
    )


@cache
def shared_definitions() -> tuple[Definition, ...]:
    """The steps that GenU's users take too, in the same order."""
    return tuple(definition for definition in all_definitions() if definition.genu)


@cache
def steps() -> frozenset[str]:
    """Ids of all steps that have a file."""
    names = (entry.name for entry in (files("usecases") / "definitions").iterdir())
    return frozenset(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


def parse(content: str, *, shared: str = "") -> Definition:
    """A definition from its TOML; `shared`: text of the files that all prompts use, part of the version.

    Raises SetupError if a part is missing or the languages do not match.
    """
    try:
        data = tomllib.loads(content)
        digest = hashlib.sha256((content + "\0" + shared).encode()).hexdigest()[:12]
        return Definition.model_validate({**data, "version": f"{data.get('id', '?')}@{digest}"})
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise SetupError(f"A step's definition cannot be used: {error}") from error


def _read(folder: str, name: str) -> str:
    return (files("usecases") / folder / f"{name}.toml").read_text(encoding="utf-8")
