"""What GenU refuses to create, and what DynamoDB refuses to store."""

import re
from collections.abc import Iterator

from usecases.genu.format import STORED_BYTES, imported, stored_bytes
from usecases.genu.lint.finding import Finding
from usecases.genu.lint.subject import Subject

_BLANK = re.compile("[ 　]+")
_LARGE = STORED_BYTES // 2


def check(subject: Subject) -> Iterator[Finding]:
    """Create is disabled, or saving fails without a message."""
    for key, identifier in (("title", "title-blank"), ("promptTemplate", "template-blank")):
        node = subject.root.get(key)
        if node is not None and isinstance(node.value, str) and _BLANK.fullmatch(node.value):
            yield subject.finding(identifier, node)
    if subject.template and not subject.uploads and not _BLANK.fullmatch(subject.template):
        if not subject.placeholders:
            yield subject.in_template("template-without-field", 0)
        elif not subject.boxes:
            yield subject.in_template("template-without-box", 0)
    size = stored_bytes(imported(subject.root.value))
    if size > _LARGE:
        identifier = "item-too-large" if size > STORED_BYTES else "item-large"
        yield subject.finding(identifier, subject.root, size=f"{size:,}", limit=f"{STORED_BYTES:,}")
    for example in subject.examples:
        if "" in example.keys:
            yield subject.finding("example-key-empty", example.keys[""])
