"""Values of examples that do not arrive as they are: GenU takes them for replacement patterns, and fills them again."""

import re
from collections.abc import Iterator

from usecases.genu.javascript import to_text
from usecases.genu.lint.finding import Finding
from usecases.genu.lint.subject import Example, Subject
from usecases.genu.substitution import preview

_SIGN = re.compile(r"\$(?:[$&`']|[0-9]{1,2}|<)")


def check(subject: Subject) -> Iterator[Finding]:
    """Each example is sent twice: as it is, and with marks that are replaced by the values afterwards."""
    for example in subject.examples:
        given = {k: to_text(n.value) for k, n in example.values.items() if k in subject.labels and n.value != ""}
        if _arrives(subject, given, tuple(given)):
            continue
        found = [finding for key in given for finding in _value(subject, example, given, key)]
        yield from found or [subject.finding("value-placeholder", example.node, label=" / ".join(given), value="")]


def _value(subject: Subject, example: Example, given: dict[str, str], key: str) -> Iterator[Finding]:
    if _arrives(subject, given, (key,)):
        return
    node, text = example.values[key], given[key]
    sign = _SIGN.search(text)
    without = {**given, key: text.replace("$", "")}
    mended = _arrives(subject, without, (key,))
    index = sign.start() if sign and isinstance(node.value, str) else None
    if sign and (mended or not _arrives(subject, {**given, key: sign.group()}, (key,))):
        yield subject.finding("value-pattern", node, index, label=key, sign=sign.group())
    if not mended:
        yield subject.finding("value-placeholder", node, label=key, value=text)


def _arrives(subject: Subject, given: dict[str, str], real: tuple[str, ...]) -> bool:
    """Whether the values of `real` stand in the prompt as they are; the others are marks."""
    marks = {key: f"\ue001{number}\ue002" for number, key in enumerate(given)}
    plain = preview(subject.template, marks).prompt
    sent = preview(subject.template, {**marks, **{key: given[key] for key in real}}).prompt
    if plain is None or sent is None:
        return True
    parts = re.split("\ue001([0-9]+)\ue002", plain)
    keys = list(given)
    for number in range(1, len(parts), 2):
        key = keys[int(parts[number])]
        parts[number] = given[key] if key in real else marks[key]
    return "".join(parts) == sent
