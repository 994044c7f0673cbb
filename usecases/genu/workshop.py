"""The use cases of a running workshop: each step comes with the workshop's own results, one example a pair."""

from collections.abc import Sequence

from mlew.domain.base import Line, Locale, Model
from usecases.definition import PARTS, Definition, Part
from usecases.genu.boxes import boxes_of
from usecases.genu.builder import all_in_one, all_in_one_name, file_name, step_use_case, steps_of
from usecases.genu.format import InputExample, UseCase, stored_bytes
from usecases.genu.harmless import harmless
from usecases.genu.index.markdown import index_markdown
from usecases.genu.index.page import index_page
from usecases.genu.record import Document, record_of
from usecases.genu.step import GenuStep, genu_step
from usecases.genu.words import words

MOST_BYTES = 200_000
"""Below half of what an item takes: people go on editing in GenU, and its lists stay long (GenU reads 1 MB a page)."""


class Standing(Model):
    """Where a pair, or the team, stands at a step. `values`: name of a box → what is known for it."""

    title: Line
    values: dict[str, str]
    documents: tuple[Document, ...]


class Progress(Model):
    """A workshop as GenU users shall get it. `standings`: step → one a pair; `everything`: all documents, in order."""

    name: Line
    date: Line
    locale: Locale
    standings: dict[str, tuple[Standing, ...]]
    everything: tuple[Document, ...]


def workshop_use_cases(
    progress: Progress, parts: Sequence[Part] = PARTS, *, most_bytes: int = MOST_BYTES
) -> dict[str, UseCase]:
    """File name → use case, none larger than `most_bytes` in DynamoDB."""
    found: dict[str, UseCase] = {}
    for part in parts:
        for definition in steps_of(part):
            step = genu_step(definition.id)
            standings = progress.standings.get(definition.id, ())
            found[file_name(definition, step)] = _named(
                _filled(definition, step, standings, progress.locale, most_bytes), progress
            )
        empty = stored_bytes(_named(all_in_one(part, progress.locale), progress).content())
        record = record_of(progress.everything, progress.locale, most_bytes - empty - 1_000)
        found[all_in_one_name(part)] = _named(all_in_one(part, progress.locale, record=record), progress)
    return found


def workshop_files(progress: Progress, parts: Sequence[Part] = PARTS) -> dict[str, str]:
    """File name → text, the index among them."""
    built = workshop_use_cases(progress, parts)
    about = _about(progress)
    return {
        **{name: use_case.to_json() for name, use_case in built.items()},
        "index.html": index_page(built, progress.locale, parts, about=about),
        "index.md": index_markdown(built, progress.locale, parts, about=about),
    }


def _filled(
    definition: Definition, step: GenuStep, standings: Sequence[Standing], locale: Locale, most_bytes: int
) -> UseCase:
    known = [standing for standing in standings if standing.documents]
    if not known:
        return step_use_case(definition, step, locale)
    recording = step.model_copy(update={"record": True})
    bare = step_use_case(definition, recording, locale, examples=[])
    room = (most_bytes - stored_bytes(bare.content()) - 2_000) // len(known)
    examples = [_example(definition, recording, standing, locale, room) for standing in known]
    return step_use_case(definition, recording, locale, examples=_alike(examples, locale))


def _example(definition: Definition, step: GenuStep, standing: Standing, locale: Locale, room: int) -> InputExample:
    boxes = [box for box in boxes_of(definition, step, locale) if box.filling != "paste"]
    labels = {box.name: box.label for box in boxes}
    values = {box.name: box.options[0] for box in boxes if box.options} | {"own_view": words(locale).unused}
    values |= standing.values
    examples = {labels[name]: harmless(value) for name, value in values.items() if name in labels and value.strip()}
    used = sum(len(label.encode()) + len(value.encode()) + 10 for label, value in examples.items())
    title = harmless(standing.title)
    left = room - used - len(title.encode()) - len(labels["record"].encode()) - 100
    examples[labels["record"]] = record_of(standing.documents, locale, left)
    return InputExample(title=title, examples=examples)


def _alike(examples: list[InputExample], locale: Locale) -> list[InputExample]:
    """All set the same boxes. Where pairs do not differ, one example is enough."""
    shared = set.intersection(*(set(example.examples) for example in examples))
    same = [
        example.model_copy(update={"examples": {k: v for k, v in example.examples.items() if k in shared}})
        for example in examples
    ]
    if len(same) > 1 and all(example.examples == same[0].examples for example in same):
        return [same[0].model_copy(update={"title": words(locale).of_team})]
    return same


def _named(use_case: UseCase, progress: Progress) -> UseCase:
    said = words(progress.locale)
    title = said.of_workshop.format(title=use_case.title, name=progress.name)
    return use_case.model_copy(update={"title": title, "description": f"{use_case.description} {_about(progress)}"})


def _about(progress: Progress) -> str:
    said = words(progress.locale)
    return said.workshop.format(name=progress.name, date=progress.date, record=said.boxes["record"].label)
