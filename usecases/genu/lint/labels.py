"""Labels: GenU makes a regular expression of each placeholder, and a key of each label."""

from collections.abc import Iterator

from usecases.genu.lint.finding import Finding
from usecases.genu.lint.subject import Subject
from usecases.genu.placeholder import NO_LABEL, Field
from usecases.genu.regexp import Match, PatternError, TooComplex
from usecases.genu.regexp.units import from_units, to_units
from usecases.genu.substitution import pattern_of

_PROTOTYPE = "__proto__"
_FILLED = "\ue000"


def check(subject: Subject) -> Iterator[Finding]:
    """As keys, then as expressions."""
    for number, box in enumerate(subject.boxes):
        at = subject.first(box).start
        text = subject.first(box).text
        if box.label == NO_LABEL and text != f"{{{{{box.type}}}}}":
            yield subject.in_template("label-nolabel", at, text=text)
        elif box.label == _PROTOTYPE:
            yield subject.in_template("label-proto", at)
        elif box.label == "":
            yield subject.in_template("label-empty", at, text=text)
        elif box.label != box.label.strip() or "\n" in box.label:
            yield subject.in_template("label-blank", at, label=box.label)
        earlier = next((b for b in subject.boxes[:number] if b.label == box.label), None)
        if earlier is not None:
            yield subject.in_template("label-shared", at, label=box.label, one=earlier.type, other=box.type)
    yield from _expressions(subject)


def damaged(subject: Subject) -> dict[Field, str]:
    """Fields whose expression does not do what is meant → the rule that says how."""
    return {field: identifier for field, identifier, _ in _damage(subject)}


def _expressions(subject: Subject) -> Iterator[Finding]:
    for field, identifier, fact in _damage(subject):
        placeholder = subject.first(field)
        yield subject.in_template(identifier, placeholder.start, text=placeholder.text, found=fact)


def _damage(subject: Subject) -> Iterator[tuple[Field, str, str]]:
    """GenU's replacements one after the other, each compared with the replacement of the placeholder's very text."""
    prompt = to_units(subject.template)
    for box in subject.boxes:
        for field in subject.fields:
            if field.label != box.label:
                continue
            sought = to_units(field.sought)
            try:
                actual = list(pattern_of(field).matches(prompt))
            except (PatternError, TooComplex) as error:
                yield field, "label-hangs", str(error)
            else:
                yield from _compared(field, prompt, sought, actual)
            prompt = prompt.replace(sought, "" if field.type == "form" else _FILLED)


def _compared(field: Field, prompt: str, sought: str, actual: list[Match]) -> Iterator[tuple[Field, str, str]]:
    spans = [(match.start, match.end) for match in actual]
    meant = [(at, at + len(sought)) for at in _places(prompt, sought)]
    if any(span not in spans for span in meant):
        yield field, "label-lost", ""
    wrong = next((span for span in spans if span not in meant), None)
    if wrong is not None:
        yield field, "label-elsewhere", from_units(prompt[wrong[0] : wrong[1]])


def _places(text: str, sought: str) -> Iterator[int]:
    at = text.find(sought)
    while at >= 0:
        yield at
        at = text.find(sought, at + len(sought))
