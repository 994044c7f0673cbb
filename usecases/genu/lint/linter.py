"""All rules over one file."""

from collections.abc import Callable, Iterator

from usecases.genu.lint import (
    attachments,
    choices,
    examples,
    fields,
    file,
    labels,
    models,
    placeholders,
    retrieval,
    saving,
    values,
)
from usecases.genu.lint.finding import Finding
from usecases.genu.lint.rulebook import GenuVersion, rule
from usecases.genu.lint.subject import Subject
from usecases.genu.source import Source

_FAMILIES: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    fields.check,
    saving.check,
    placeholders.check,
    labels.check,
    choices.check,
    retrieval.check,
    examples.check,
    values.check,
    models.check,
    attachments.check,
)


def lint(source: Source, version: GenuVersion = 4) -> tuple[Finding, ...]:
    """Everything that is wrong, in the order of the file. Never raises for what a file holds."""
    found = list(file.check(source))
    root = file.use_case(source)
    if root is not None:
        subject = Subject(source, root, version)
        found += [finding for check in _FAMILIES for finding in check(subject)]
    kept = [finding for finding in found if version in rule(finding.rule).versions]
    return tuple(sorted(kept, key=lambda f: (f.line, f.column, f.rule)))
