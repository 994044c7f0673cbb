"""From a definition and inputs to the text that a model gets. The same in, the same out."""

from collections.abc import Iterable, Mapping, Sequence

from mlew.domain.base import Locale, Model
from mlew.errors import InputError
from usecases.definition import Definition, StepText
from usecases.fence import fence
from usecases.frame import Frame, frame

REQUESTS = "requests"
"""Name of the input that holds what people asked for when they asked again."""


class Prompt(Model):
    """`system` does not depend on the inputs, so it can be cached; `text` is the turn of the user."""

    system: str
    text: str


def render(
    definition: Definition, locale: Locale, inputs: Mapping[str, str], *, corrections: Sequence[str] = ()
) -> Prompt:
    """The prompt of a step. `inputs`: name → text, blank ones are left out; `corrections`: ids of ready ones.

    Raises InputError if a required input is missing or blank, or an input or correction is not of this step.
    """
    text = definition.text(locale)
    given = {name: value for name, value in inputs.items() if value.strip()}
    _refuse_unfit(definition, text, given, inputs)
    return Prompt(
        system=_system(definition, text, frame(locale)),
        text=_text(definition, text, frame(locale), given, _sentences(definition, text, corrections)),
    )


def _refuse_unfit(definition: Definition, text: StepText, given: Mapping[str, str], inputs: Mapping[str, str]) -> None:
    for spec in definition.inputs:
        if spec.required and spec.name not in given:
            raise InputError(
                f"{definition.id}: the input '{spec.name}' ({text.inputs[spec.name].label}) is missing or empty.",
                hint="Finish the phase that leaves it, or write it in the discovery folder.",
            )
    known = [spec.name for spec in definition.inputs]
    for name in inputs:
        if name not in known:
            raise InputError(f"{definition.id}: takes no input '{name}', only {', '.join(known)}.")


def _sentences(definition: Definition, text: StepText, corrections: Sequence[str]) -> list[str]:
    ready = {c.id: c.text for c in text.corrections}
    for correction in corrections:
        if correction not in ready:
            raise InputError(f"{definition.id}: no correction '{correction}'.", hint=f"There are: {', '.join(ready)}.")
    return [ready[c] for c in dict.fromkeys(corrections)]


def _system(definition: Definition, text: StepText, shared: Frame) -> str:
    heads = shared.headings
    return _joined(
        _section(heads.role, text.role),
        _section(heads.ground_rules, _bullets(shared.ground_rules)),
        _section(heads.rules, _bullets(text.rules)),
        _section(heads.output, text.output),
        _section(
            heads.inputs,
            _joined(shared.material, shared.requests, *([shared.pictures] if definition.attachments else [])),
        ),
        shared.language,
        shared.form,
    )


def _text(
    definition: Definition, text: StepText, shared: Frame, given: Mapping[str, str], corrections: Sequence[str]
) -> str:
    blocks = {
        spec.name: f"{text.inputs[spec.name].label} – {text.inputs[spec.name].about}\n"
        + fence(spec.name, given[spec.name])
        for spec in definition.inputs
        if spec.name in given
    }
    asked_again = [_section(shared.headings.corrections, _bullets(corrections))] if corrections else []
    wishes = [blocks.pop(REQUESTS)] if REQUESTS in blocks else []
    return _joined(
        _section(shared.headings.task, text.task),
        _section(shared.headings.inputs, _joined(*blocks.values())),
        *asked_again,
        *wishes,
        shared.check,
    )


def _section(heading: str, body: str) -> str:
    return f"## {heading}\n{body}"


def _bullets(entries: Iterable[str]) -> str:
    return "\n".join(f"- {entry}" for entry in entries)


def _joined(*parts: str) -> str:
    return "\n\n".join(parts)
