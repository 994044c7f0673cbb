"""GenU's use cases: one for each step, and one for all steps of a part whose examples choose the step."""

from mlew.domain.base import Locale
from usecases.definition import Definition, Part, shared_definitions
from usecases.fence import fence
from usecases.frame import frame
from usecases.genu.boxes import Box, boxes_of
from usecases.genu.examples import examples_of
from usecases.genu.format import InputExample, UseCase
from usecases.genu.step import BY_ITSELF, GenuStep, genu_step
from usecases.genu.template import block, how_to_answer, material_rules, step_template, view_block
from usecases.genu.words import words
from usecases.prompt import bullets, paragraphs, section


def steps_of(part: Part) -> tuple[Definition, ...]:
    """The steps of Day0 or of an edition, in order."""
    return tuple(d for d in shared_definitions() if d.edition == part)


def file_name(definition: Definition, step: GenuStep) -> str:
    """`practice-1-listen.json`."""
    return f"{definition.edition}-{_number(definition)}-{step.slug}.json"


def step_title(definition: Definition, locale: Locale) -> str:
    """The title in GenU, which tells part and order."""
    said = words(locale)
    return said.title.format(
        product=said.product,
        part=said.parts[definition.edition],
        number=_number(definition),
        title=definition.text(locale).title,
    )


def step_use_case(
    definition: Definition, step: GenuStep, locale: Locale, examples: list[InputExample] | None = None
) -> UseCase:
    """The use case of one step, with the ready examples if none are given."""
    return UseCase(
        title=step_title(definition, locale),
        description=f"{definition.text(locale).description} {_to_fill(definition, step, locale)}".strip(),
        prompt_template=step_template(definition, step, locale),
        input_examples=examples_of(definition, step, locale) if examples is None else examples,
        file_upload=bool(step.attachments),
    )


def all_in_one(part: Part, locale: Locale, *, record: str = "") -> UseCase:
    """All steps of a part: an example fills the box that says how to do the step, and nothing that is pasted.

    `record`: a workshop's own results, made harmless, to stand in the template.
    """
    said, shared, heads = words(locale), frame(locale), frame(locale).headings
    definitions = steps_of(part)
    boxes = _common_boxes(definitions, locale)
    blocks = [block(boxes[name]) for name in ("subject", "results", "material") if name in boxes]
    if record:
        told = said.boxes["record"]
        blocks.insert(1, f"{told.label} – {told.about}\n{fence('record', record)}")
    if "point_of_view" in boxes:
        blocks.append(view_block(boxes["point_of_view"], boxes["own_view"], locale))
    blocks += [block(boxes[name]) for name in ("pair", "previous", "requests") if name in boxes]
    guide = boxes["guide"]
    return UseCase(
        title=said.all_title.format(product=said.product, part=said.parts[part]),
        description=said.all_description,
        prompt_template=paragraphs(
            section(heads.ground_rules, bullets(shared.ground_rules)),
            section(heads.material, material_rules(locale, attachments=True)),
            section(guide.label, f"{said.steer}\n\n<step>\n{guide.placeholder}\n</step>"),
            section(heads.inputs, paragraphs(*blocks)),
            shared.check,
        ),
        input_examples=[_choice(definition, guide.label, locale) for definition in definitions],
        file_upload=True,
    )


def all_in_one_name(part: Part) -> str:
    """`practice-all-in-one.json`."""
    return f"{part}-all-in-one.json"


def _common_boxes(definitions: tuple[Definition, ...], locale: Locale) -> dict[str, Box]:
    own = {
        name: Box(name=name, label=text.label, about=text.about, filling="paste")
        for name, text in words(locale).boxes.items()
        if name in ("guide", "material", "previous", "requests")
    }
    return {box.name: box for d in definitions for box in boxes_of(d, genu_step(d.id), locale)} | own


def _choice(definition: Definition, guide: str, locale: Locale) -> InputExample:
    step, text, heads = genu_step(definition.id), definition.text(locale), frame(locale).headings
    inputs = [entry for name, entry in text.inputs.items() if name not in BY_ITSELF]
    material = [f"{entry.label} – {entry.about}" for entry in (*inputs, *step.text(locale).extras.values())]
    written = paragraphs(
        section(heads.role, text.role),
        section(heads.rules, bullets(text.rules)),
        section(heads.output, text.output),
        how_to_answer(definition, step, locale),
        section(words(locale).material_of, bullets(material)),
        section(heads.task, text.task),
    )
    return InputExample(title=f"{_number(definition)}. {text.title}", examples={guide: written})


def _to_fill(definition: Definition, step: GenuStep, locale: Locale) -> str:
    said = words(locale)
    needed = [
        said.fill_attached.format(name=box.label, files=said.attachments[box.name])
        if box.name in step.attachments
        else box.label
        for box in boxes_of(definition, step, locale)
        if box.required or box.name in step.attachments
    ]
    return said.fill.format(fields=said.and_more.join(needed)) if needed else ""


def _number(definition: Definition) -> int:
    return [d.id for d in steps_of(definition.edition)].index(definition.id) + 1
