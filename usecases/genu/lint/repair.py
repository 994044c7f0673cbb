"""`--fix`: what can be mended without asking anybody."""

from collections import Counter
from typing import Any

from mlew.domain.base import Model
from usecases.genu.format import render
from usecases.genu.json_tree import Node
from usecases.genu.lint.file import use_case
from usecases.genu.lint.linter import lint
from usecases.genu.lint.repair_examples import repaired_examples
from usecases.genu.lint.repair_shape import canonical
from usecases.genu.lint.repair_template import repaired_template
from usecases.genu.lint.rulebook import GenuVersion, rule
from usecases.genu.lint.subject import Subject
from usecases.genu.source import Source

_ROUNDS = 5
"""One repair can make room for the next; more rounds than this never were needed."""


class Repaired(Model):
    """`text`: the whole new file; `fixed`: rule → how many findings are gone."""

    text: str
    fixed: dict[str, int]


def repair(source: Source, version: GenuVersion = 4) -> Repaired | None:
    """None if there is nothing that can be mended: then the file stays as it is, layout included."""
    before = lint(source, version)
    root = use_case(source)
    if root is None or not source.decodes or not any(rule(finding.rule).fix for finding in before):
        return None
    text = render(canonical(root.value))
    for _ in range(_ROUNDS):
        mended = _round(text, version)
        if mended == text:
            break
        text = mended
    after = Counter(finding.rule for finding in lint(Source(source.name, text.encode()), version))
    gone = Counter(finding.rule for finding in before) - after
    return Repaired(text=text, fixed=dict(sorted(gone.items()))) if gone else None


def _round(text: str, version: GenuVersion) -> str:
    content = repaired_template(_subject(text, version))
    return render(repaired_examples(_subject(render(content), version)))


def _subject(text: str, version: GenuVersion) -> Subject:
    source = Source("repaired.json", text.encode())
    root: Node | Any = source.parsed
    return Subject(source, root, version)
