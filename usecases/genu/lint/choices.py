"""Lists to choose from: `{{select:label:a,b}}`."""

from collections.abc import Iterator

from usecases.genu.lint.finding import Finding
from usecases.genu.lint.subject import Subject
from usecases.genu.placeholder import Field
from usecases.genu.substitution import hindrances

_RULES = {
    "select-without-options": "select-without-options",
    "option-empty": "option-empty",
    "option-twice": "option-twice",
}


def check(subject: Subject) -> Iterator[Finding]:
    """Of every list."""
    for block in hindrances(subject.template, rag=True):
        if block.hindrance in _RULES:
            at = subject.first(block.field).start
            yield subject.in_template(_RULES[block.hindrance], at, label=block.field.label)
    for box in subject.boxes:
        if box.type == "select":
            yield from _options(subject, box)
    yield from _repeated(subject)


def _options(subject: Subject, box: Field) -> Iterator[Finding]:
    at = subject.first(box).start
    blank = next((option for option in box.choices if option.strip() and option != option.strip()), None)
    if blank is not None:
        yield subject.in_template("option-blank", at, label=box.label, option=blank)
    first, *others = box.choices or ("",)
    colon = ":" in first and "://" not in first and not any(":" in option for option in others)
    if others and colon:
        yield subject.in_template("select-colon", at, label=box.label, option=first)


def _repeated(subject: Subject) -> Iterator[Finding]:
    for placeholder in subject.placeholders:
        field = placeholder.field
        if field is None or field.type != "select":
            continue
        first = next(f for f in subject.fields if f.type == "select" and f.label == field.label)
        if field.options != first.options:
            yield subject.in_template(
                "select-repeated", placeholder.start, text=placeholder.text, first=subject.first(first).text
            )
