"""Double braces that GenU does not take for a field, or for another one than was meant."""

import re
import unicodedata
from collections.abc import Iterator

from usecases.genu.lint.finding import Finding
from usecases.genu.lint.subject import Subject
from usecases.genu.placeholder import TYPES, Placeholder

_BY_FOLDED = {kind.casefold(): kind for kind in TYPES}
_OUTPUT_TAG = re.compile(r"</?output>")
_CUT = re.compile(r"[^:：{}]*")


def check(subject: Subject) -> Iterator[Finding]:
    """Each pair of opening braces in the template."""
    for placeholder in subject.placeholders:
        yield from _candidate(subject, placeholder)
    for at in _outside(subject):
        identifier = "placeholder-brace" if meant(_CUT.match(subject.template, at + 2)) else "braces-open"
        yield subject.in_template(identifier, at, text=subject.template[at : at + 30])
    for tag in _OUTPUT_TAG.finditer(subject.template):
        yield subject.in_template("output-tag", tag.start(), tag=tag.group())


def corrected(placeholder: Placeholder) -> str | None:
    """A misspelt type put right: `{{ Text：x}}` → `{{text:x}}`. None if no type was meant."""
    inner = placeholder.text[2:-2]
    found = _CUT.match(inner)
    kind = meant(found)
    if placeholder.field is not None or kind is None or found is None or "{" in inner:
        return None
    rest = inner[found.end() :]
    return f"{{{{{kind}{':' if rest else ''}{rest[1:]}}}}}"


def meant(text: re.Match[str] | None) -> str | None:
    """The type that somebody wanted to write."""
    return _BY_FOLDED.get(unicodedata.normalize("NFKC", text.group()).strip().casefold()) if text else None


def _candidate(subject: Subject, placeholder: Placeholder) -> Iterator[Finding]:
    inner = placeholder.text.rfind("{{", 1)
    if inner > 0 and meant(_CUT.match(placeholder.text, inner + 2)):
        swallowed = placeholder.text[inner:]
        yield subject.in_template("placeholder-swallowed", placeholder.start, text=placeholder.text, inner=swallowed)
    elif placeholder.field is None:
        right = corrected(placeholder)
        if right is not None:
            yield subject.in_template("placeholder-misspelt", placeholder.start, text=placeholder.text, right=right)
        else:
            yield subject.in_template("placeholder-unknown", placeholder.start, text=placeholder.text)


def _outside(subject: Subject) -> Iterator[int]:
    spans = [(p.start, p.end) for p in subject.placeholders]
    for found in re.finditer(r"\{\{+", subject.template):
        if not any(start <= found.start() < end for start, end in spans):
            yield found.start()
