"""`fixedModelId`: what each version of GenU makes of it."""

from collections.abc import Iterator

from usecases.genu.lint.finding import Finding
from usecases.genu.lint.subject import Subject, truthy


def check(subject: Subject) -> Iterator[Finding]:
    """Anything but "" needs to be known to the installation."""
    node = subject.root.get("fixedModelId")
    if node is not None and truthy(node.value) and isinstance(node.value, str):
        identifier = "model-ignored" if subject.version == 4 else "model-fixed"
        yield subject.finding(identifier, node, model=node.value)
