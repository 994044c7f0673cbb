"""Placeholders of a template as GenU reads them: which are fields, which are only text.

There is no escape and nothing is trimmed. A candidate begins with two braces and ends at the first closing pair with
no closing brace in between; it is a field if what stands before the first colon is one of five types.
"""

import re
from functools import lru_cache
from typing import Literal, get_args

from mlew.domain.base import Model

FieldType = Literal["text", "form", "select", "retrieveKendra", "retrieveKnowledgeBase"]
TYPES: tuple[FieldType, ...] = get_args(FieldType)
BOXES: tuple[FieldType, ...] = ("text", "form", "select")
"""Types that show something to fill in; the others search with what the box of the same label holds."""
NO_LABEL = "NOLABEL"
"""GenU's own name for a field without a label; also the key of such a field in examples."""
CANDIDATE = re.compile(r"\{\{[^}]*\}\}")
SAFE = re.compile(r"[^\n()\[\]{}?*+^$|\\:,]+")
"""What a label or an option may consist of so that GenU finds it again whatever its type."""


class Placeholder(Model):
    """One candidate. `start`, `end`: where in the template; `field` None: GenU leaves it in the prompt as it is."""

    text: str
    start: int
    end: int
    field: "Field | None"


class Field(Model):
    """`options`: as written behind the label of a select, None if there is no second colon."""

    type: FieldType
    label: str
    options: str | None = None

    @property
    def choices(self) -> tuple[str, ...]:
        """What the list of a select offers."""
        return tuple(self.options.split(",")) if self.options else ()

    @property
    def sought(self) -> str:
        """The text that GenU looks for in the prompt – as a regular expression."""
        if self.label == NO_LABEL:
            return f"{{{{{self.type}}}}}"
        return (
            f"{{{{{self.type}:{self.label}:{self.options}}}}}" if self.options else f"{{{{{self.type}:{self.label}}}}}"
        )


@lru_cache(maxsize=32)
def placeholders(template: str) -> tuple[Placeholder, ...]:
    """All candidates, in their order."""
    return tuple(
        Placeholder(text=found.group(), start=found.start(), end=found.end(), field=_field(found.group()[2:-2]))
        for found in CANDIDATE.finditer(template)
    )


@lru_cache(maxsize=32)
def fields(template: str) -> tuple[Field, ...]:
    """Each type and label once, at its first occurrence: that one's options count."""
    first: dict[tuple[str, str], Field] = {}
    for placeholder in placeholders(template):
        if placeholder.field is not None:
            first.setdefault((placeholder.field.type, placeholder.field.label), placeholder.field)
    return tuple(first.values())


@lru_cache(maxsize=32)
def boxes(template: str) -> tuple[Field, ...]:
    """The fields that a participant fills in."""
    return tuple(field for field in fields(template) if field.type in BOXES)


def text_box(label: str) -> str:
    """`{{text:label}}`. Raises ValueError for a label that GenU would not find again."""
    return f"{{{{text:{_safe(label)}}}}}"


def select_box(label: str, options: tuple[str, ...]) -> str:
    """`{{select:label:a,b}}`. Raises ValueError for what GenU would not find again or not accept."""
    if not options or len(set(options)) < len(options):
        raise ValueError(f"select '{label}': at least one option, and none twice")
    return f"{{{{select:{_safe(label)}:{','.join(_safe(option) for option in options)}}}}}"


def _field(inner: str) -> Field | None:
    kind, colon, rest = inner.partition(":")
    known = next((t for t in TYPES if t == kind), None)
    if known is None:
        return None
    if not colon:
        return Field(type=known, label=NO_LABEL)
    if known != "select":
        return Field(type=known, label=rest)
    label, second, options = rest.partition(":")
    return Field(type=known, label=label, options=options if second else None)


def _safe(text: str) -> str:
    if not SAFE.fullmatch(text) or text != text.strip() or text in (NO_LABEL, "__proto__"):
        raise ValueError(
            f"'{text}' cannot be a label or an option in GenU: signs ( ) [ ] {{ }} ? * + ^ $ | \\ : , or blanks"
        )
    return text
