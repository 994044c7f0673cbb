"""A step's prompt template: the definition's sentences with GenU's placeholders where the inputs go."""

from collections.abc import Iterable

from mlew.domain.base import Locale
from usecases.definition import Definition
from usecases.fence import fence
from usecases.frame import frame
from usecases.genu.boxes import Box, boxes_of, option
from usecases.genu.step import GenuStep, answer_form
from usecases.genu.words import words
from usecases.points_of_view import ready_points_of_view
from usecases.prompt import bullets, paragraphs, section


def step_template(definition: Definition, step: GenuStep, locale: Locale) -> str:
    """One message with everything: GenU has no system prompt of a use case's own."""
    text, shared, heads = definition.text(locale), frame(locale), frame(locale).headings
    return paragraphs(
        section(heads.role, text.role),
        section(heads.ground_rules, bullets(shared.ground_rules)),
        section(heads.rules, bullets(text.rules)),
        section(heads.output, text.output),
        section(heads.material, material_rules(locale, attachments=bool(step.attachments))),
        how_to_answer(definition, step, locale),
        section(heads.task, paragraphs(text.task, *_missing(definition, step, locale))),
        section(heads.inputs, paragraphs(*_blocks(definition, step, locale))),
        shared.check,
    )


def material_rules(locale: Locale, *, attachments: bool) -> str:
    """Inputs are data, requests are not, and the language of the answer."""
    shared = frame(locale)
    said = [shared.material, shared.requests, *([shared.pictures] if attachments else []), shared.language]
    return paragraphs(*said)


def how_to_answer(definition: Definition, step: GenuStep, locale: Locale) -> str:
    """The form of the answer in place of the tool that the model has elsewhere."""
    said, notes = words(locale), step.text(locale).notes
    form = f"<form>\n{answer_form(definition.id, locale)}\n</form>"
    told = [f"{said.form_notes}\n{bullets(notes)}"] if notes else []
    return section(said.form_heading, paragraphs(said.form, *told, form))


def meanings(sentence: str, entries: Iterable[tuple[str, str]], locale: Locale) -> str:
    """What the options of a list mean."""
    colon = "：" if locale == "ja" else ": "
    return f"{sentence}\n{bullets(f'{name}{colon}{meaning}' for name, meaning in entries)}"


def view_meanings(locale: Locale) -> str:
    """The ready points of view as the model is told of them."""
    ready = ready_points_of_view(locale).values()
    return meanings(words(locale).views, ((view.name, view.text) for view in ready), locale)


def block(box: Box, *told: str, boxes: Iterable[Box] = ()) -> str:
    """What the box is for, what else is `told`, and its placeholder – or those of `boxes` – between tags."""
    placeholders = "\n".join(one.placeholder for one in boxes or [box])
    return "\n".join([f"{box.label} – {box.about}", *told, fence(box.name, placeholders)])


def view_block(view: Box, own: Box, locale: Locale) -> str:
    """The list of ready points of view and the box for people's own."""
    return block(view, view_meanings(locale), f"{own.label} – {own.about}", boxes=[view, own])


def _blocks(definition: Definition, step: GenuStep, locale: Locale) -> list[str]:
    boxes = {box.name: box for box in boxes_of(definition, step, locale)}
    said = words(locale)
    blocks: list[str] = []
    for name, box in boxes.items():
        if name == ("record" if step.record else "results"):
            blocks.append(block(box, said.results_use, bullets(_parts(definition, step, locale))))
        elif name in step.attachments:
            blocks.append(block(box, said.attached.format(name=name, files=said.attachments[name])))
        elif name == "point_of_view":
            blocks.append(view_block(box, boxes["own_view"], locale))
        elif name == "requests":
            ready = ((option(c.label), c.text) for c in definition.text(locale).corrections)
            corrections = meanings(said.corrections.format(none=said.none), ready, locale)
            blocks.append(block(box, corrections, boxes=[boxes["correction"], box]))
        elif name not in ("own_view", "correction"):
            blocks.append(block(box))
    return blocks


def _parts(definition: Definition, step: GenuStep, locale: Locale) -> list[str]:
    inputs = definition.text(locale).inputs
    told = {"results", "paste"} if step.record else {"results"}
    return [f"{inputs[name].label} – {inputs[name].about}" for name, role in step.inputs.items() if role in told]


def _missing(definition: Definition, step: GenuStep, locale: Locale) -> list[str]:
    if step.record:  # either the record or what is pasted will do
        return []
    needed = [box for box in boxes_of(definition, step, locale) if box.required]
    said = words(locale)
    attached = any(box.name in step.attachments for box in needed)
    sentence = said.missing_attached if attached else said.missing
    return [sentence.format(fields=said.either.join(box.label for box in needed))] if needed else []
