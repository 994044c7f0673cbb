"""Keys that fit the labels, texts as values, nothing that wipes what people paste."""

from typing import Any

from usecases.genu.javascript import to_text
from usecases.genu.lint import placeholders
from usecases.genu.lint.examples import near
from usecases.genu.lint.subject import Subject

_UNCLEAR = ("placeholder-brace", "placeholder-swallowed", "placeholder-misspelt", "placeholder-unknown")
"""While these stand, a key without a field may belong to a field that only needs mending."""


def repaired_examples(subject: Subject) -> dict[str, Any]:
    """The content with examples in which what is certain is mended."""
    content: dict[str, Any] = dict(subject.root.value)
    entries = content.get("inputExamples")
    if not isinstance(entries, list) or not subject.template:
        return content
    certain = not any(finding.rule in _UNCLEAR for finding in placeholders.check(subject))
    entries = [_keyed(entry, subject, certain=certain) for entry in entries]
    unused = [label for label in subject.labels if all(_values(e).get(label, "") == "" for e in entries)]
    content["inputExamples"] = [
        {**entry, "examples": {k: v for k, v in _values(entry).items() if k not in unused}} if _values(entry) else entry
        for entry in entries
    ]
    return content


def _values(entry: Any) -> dict[str, Any]:
    values = entry.get("examples") if isinstance(entry, dict) else None
    return values if isinstance(values, dict) else {}


def _keyed(entry: Any, subject: Subject, *, certain: bool) -> Any:
    values = _values(entry)
    kept: dict[str, Any] = {}
    for key, value in values.items():
        label = key if key in subject.labels else near(key, subject, {**values, **kept})
        if label is not None or key == "" or not certain:
            text = isinstance(value, (int, float))
            kept[key if label is None else label] = to_text(value) if text and label is not None else value
    return {**entry, "examples": kept} if values else entry
