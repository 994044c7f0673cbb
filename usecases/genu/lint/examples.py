"""Input examples: buttons that fill boxes."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from usecases.genu.javascript import to_text
from usecases.genu.lint.fields import kind
from usecases.genu.lint.finding import Finding
from usecases.genu.lint.subject import Example, Subject, truthy


def check(subject: Subject) -> Iterator[Finding]:
    """Title, keys and values of each, and all of them together."""
    nodes = subject.root.get("inputExamples")
    for item in nodes.items if nodes else ():
        title, values = item.get("title"), item.get("examples")
        if item.value is not None and not truthy(title.value if title else None):
            yield subject.finding("example-untitled", title or item)
        if item.value is not None and (values is None or not isinstance(values.value, dict)):
            yield subject.finding("example-without-values", values or item)
    for example in subject.examples:
        yield from _keys(subject, example)
        yield from _values(subject, example)
        missing = [label for label in filled(subject) if label not in example.values]
        if missing:
            yield subject.finding("examples-uneven", example.node, labels=" / ".join(missing))


def filled(subject: Subject) -> tuple[str, ...]:
    """Labels that any example sets."""
    return tuple(label for label in subject.labels if any(label in e.values for e in subject.examples))


def near(key: str, subject: Subject, taken: dict[str, Any]) -> str | None:
    """The one label that a key probably means: the same but for blanks, width or composition."""
    found = [label for label in subject.labels if label not in taken and _folded(label) == _folded(key)]
    return found[0] if len(found) == 1 and key else None


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def _keys(subject: Subject, example: Example) -> Iterator[Finding]:
    for key, node in example.keys.items():
        if key in subject.labels or key == "":
            continue
        label = near(key, subject, example.values)
        if label is not None:
            yield subject.finding("example-key-differs", node, key=key, label=label)
        else:
            yield subject.finding("example-key-unknown", node, key=key)


def _values(subject: Subject, example: Example) -> Iterator[Finding]:
    for key, node in example.values.items():
        if key not in subject.labels:
            continue
        if not isinstance(node.value, str):
            yield subject.finding(
                "example-value-type", node, label=key, found=kind(node.value), sent=to_text(node.value)
            )
        if node.value == "":
            yield subject.finding("example-wipes", node, label=key)
        else:
            yield from _option(subject, key, example)


def _option(subject: Subject, key: str, example: Example) -> Iterator[Finding]:
    boxes = [box for box in subject.boxes if box.label == key]
    value = to_text(example.values[key].value)
    if boxes and all(box.type == "select" and box.choices and value not in box.choices for box in boxes):
        choices = " / ".join(boxes[0].choices)
        yield subject.finding("example-option-unknown", example.values[key], label=key, value=value, options=choices)
