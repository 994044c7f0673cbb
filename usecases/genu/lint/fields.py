"""The six fields and their types. GenU checks none of them."""

from collections.abc import Iterator
from typing import Any

from usecases.genu.format import FIELDS
from usecases.genu.json_tree import Node
from usecases.genu.lint.finding import Finding
from usecases.genu.lint.subject import Subject, truthy

REQUIRED = ("title", "promptTemplate")
EXPECTED: dict[str, type] = {
    "title": str,
    "description": str,
    "promptTemplate": str,
    "inputExamples": list,
    "fixedModelId": str,
    "fileUpload": bool,
}
_KINDS: dict[type, str] = {
    str: "string",
    bool: "boolean",
    int: "number",
    float: "number",
    list: "array",
    dict: "object",
    type(None): "null",
}


def check(subject: Subject) -> Iterator[Finding]:
    """Of the file's object, and of each example."""
    for key in FIELDS:
        yield from _field(subject, key, subject.root.get(key))
    for member in subject.root.members:
        if member.key not in FIELDS and not member.overruled:
            yield subject.finding("field-unknown", member.key_node, key=member.key)
    examples = subject.root.get("inputExamples")
    for item in examples.items if examples else ():
        if item.value is None:
            yield subject.finding("type-wrong", item, key="inputExamples", found=kind(None), expected=kind({}))
            continue
        title = item.get("title")
        if title is not None and isinstance(title.value, (dict, list)):
            yield subject.finding("type-wrong", title, key="title", found=kind(title.value), expected=kind(""))
        elif title is not None and truthy(title.value) and not isinstance(title.value, str):
            yield subject.finding("type-kept", title, key="title", found=kind(title.value))


def _field(subject: Subject, key: str, node: Node | None) -> Iterator[Finding]:
    value, expected = node.value if node else None, EXPECTED[key]
    if key in REQUIRED and not truthy(value):
        yield subject.finding("required-missing", node or subject.root, key=key)
    elif node is None or (not truthy(value) and not isinstance(value, expected)):
        yield subject.finding("field-missing", node or subject.root, key=key)
    elif isinstance(value, expected):
        return
    elif key == "fileUpload":
        yield subject.finding("upload-not-boolean", node, found=kind(value))
    elif key == "description" and not isinstance(value, (dict, list)):
        yield subject.finding("type-kept", node, key=key, found=kind(value))
    else:
        yield subject.finding("type-wrong", node, key=key, found=kind(value), expected=_KINDS[expected])


def kind(value: Any) -> str:
    """What JSON calls it."""
    return _KINDS[type(value)]
