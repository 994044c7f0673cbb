"""From a definition and inputs to the text that a model gets. The same in, the same out."""

from collections.abc import Iterable, Mapping

from mlew.domain.base import Locale, Model
from mlew.errors import InputError
from usecases.definition import Definition
from usecases.fence import fence
from usecases.frame import frame


class Prompt(Model):
    """`system` does not depend on the inputs, so it can be cached; `text` is the turn of the user."""

    system: str
    text: str


def render(definition: Definition, locale: Locale, inputs: Mapping[str, str]) -> Prompt:
    """The prompt of a step. `inputs`: name → text; blank ones are left out.

    Raises InputError if a required input is missing or blank, or if the step takes no input of that name.
    """
    given = _given(definition, locale, inputs)
    return Prompt(system=_system(definition, locale), text=_text(definition, locale, given))


def _given(definition: Definition, locale: Locale, inputs: Mapping[str, str]) -> dict[str, str]:
    known = [spec.name for spec in definition.inputs]
    for name in inputs:
        if name not in known:
            raise InputError(f"{definition.id}: takes no input '{name}', only {', '.join(known)}.")
    given = {name: inputs[name] for name in known if inputs.get(name, "").strip()}
    for spec in definition.inputs:
        if spec.required and spec.name not in given:
            label = definition.text(locale).inputs[spec.name].label
            raise InputError(
                f"{definition.id}: the input '{spec.name}' ({label}) is missing or empty.",
                hint="Finish the phase that leaves it, or write it into the discovery folder.",
            )
    return given


def _system(definition: Definition, locale: Locale) -> str:
    text, shared = definition.text(locale), frame(locale)
    heads = shared.headings
    material = [shared.material, shared.requests, *([shared.pictures] if definition.attachments else [])]
    return paragraphs(
        section(heads.role, text.role),
        section(heads.ground_rules, bullets(shared.ground_rules)),
        section(heads.rules, bullets(text.rules)),
        section(heads.output, text.output),
        section(heads.material, paragraphs(*material)),
        paragraphs(shared.language, shared.form),
    )


def _text(definition: Definition, locale: Locale, given: Mapping[str, str]) -> str:
    text, shared = definition.text(locale), frame(locale)
    blocks = [
        f"{text.inputs[name].label} – {text.inputs[name].about}\n{fence(name, content)}"
        for name, content in given.items()
    ]
    return paragraphs(
        section(shared.headings.task, text.task),
        *([section(shared.headings.inputs, paragraphs(*blocks))] if blocks else []),
        shared.check,
    )


def section(heading: str, body: str) -> str:
    """A heading with what stands below."""
    return f"## {heading}\n{body}"


def bullets(entries: Iterable[str]) -> str:
    """One line each."""
    return "\n".join(f"- {entry}" for entry in entries)


def paragraphs(*parts: str) -> str:
    """A blank line between."""
    return "\n\n".join(parts)
