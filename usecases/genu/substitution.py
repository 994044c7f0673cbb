"""The prompt exactly as GenU makes it from a template and what stands in its boxes, wrong replacements included.

GenU goes through the boxes in order; for each it turns the placeholders of that label into regular expressions, without
escaping them, and replaces them by the value as a replacement pattern. The same in GenU 4 and 5.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Literal

from mlew.domain.base import Model
from usecases.genu.javascript import to_text
from usecases.genu.placeholder import Field, boxes, fields
from usecases.genu.regexp import Pattern, PatternError, TooComplex, replace_all
from usecases.genu.regexp.units import from_units, to_units

Search = Callable[[Field, str], str]
"""(retrieve field, query) → JSON of the results, as GenU puts it into the prompt."""
Hindrance = Literal["rag-off", "retrieve-without-box", "select-without-options", "option-empty", "option-twice"]
_PROTOTYPE = "__proto__"
_INHERITED = "[object Object]"


class Block(Model):
    """A message of GenU that disables Execute."""

    hindrance: Hindrance
    field: Field


class Preview(Model):
    """`prompt` None: GenU throws while it makes the prompt (`hangs` says why), and its spinner never stops.

    `blocked`: why Execute cannot be pressed; `prompt` is then what would be sent if it could.
    """

    prompt: str | None
    hangs: str = ""
    blocked: tuple[Block, ...] = ()

    @property
    def sent(self) -> bool:
        """Whether anything reaches the model."""
        return self.prompt is not None and not self.blocked


def preview(template: str, given: Mapping[str, Any], search: Search | None = None) -> Preview:
    """`given`: label → value, as an example or a person enters it; `search` None: RAG is off (GenU's default)."""
    values = values_in_boxes(template, given)
    blocked = hindrances(template, rag=search is not None)
    try:
        return Preview(prompt=_prompt(template, values, search), blocked=blocked)
    except PatternError as error:
        return Preview(prompt=None, hangs=f"SyntaxError: {error}", blocked=blocked)
    except (TooComplex, TypeError) as error:
        return Preview(prompt=None, hangs=f"{error}", blocked=blocked)


def values_in_boxes(template: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """What the boxes hold after `given` was entered: "" where nothing was, a select's first option instead of ""."""
    values: dict[str, Any] = dict.fromkeys((box.label for box in boxes(template)), "") | dict(given)
    values[_PROTOTYPE] = _INHERITED
    for box in boxes(template):
        if box.type == "select" and box.options and values[box.label] == "":
            values[box.label] = box.choices[0]
    return values


def hindrances(template: str, *, rag: bool) -> tuple[Block, ...]:
    """Everything that disables Execute, but for attachments."""
    labels = {box.label for box in boxes(template)}
    found: list[Block] = []
    for field in fields(template):
        kinds: list[Hindrance] = []
        if field.type in ("retrieveKendra", "retrieveKnowledgeBase"):
            kinds += [] if rag else ["rag-off"]
            kinds += [] if field.label in labels else ["retrieve-without-box"]
        elif field.type == "select" and not field.choices:
            kinds.append("select-without-options")
        elif field.type == "select":
            kinds += ["option-empty"] if "" in field.choices else []
            kinds += ["option-twice"] if len(set(field.choices)) < len(field.choices) else []
        found += [Block(hindrance=kind, field=field) for kind in kinds]
    return tuple(found)


def pattern_of(field: Field) -> Pattern:
    """The expression that GenU makes of a field. Raises PatternError (GenU hangs) or TooComplex."""
    return _pattern(field.sought)


@lru_cache(maxsize=256)
def _pattern(text: str) -> Pattern:
    return Pattern(to_units(text))


def _prompt(template: str, values: Mapping[str, Any], search: Search | None) -> str:
    prompt = to_units(template)
    for box in boxes(template):
        for field in fields(template):
            if field.label == box.label:
                replacement = to_units(_replacement(field, values[field.label], search))
                prompt = replace_all(prompt, pattern_of(field), replacement)
    return from_units(prompt)


def _replacement(field: Field, value: Any, search: Search | None) -> str:
    if field.type in ("text", "select"):
        return to_text(value)
    if field.type == "form" or search is None:
        return ""
    if value is None:
        raise TypeError("TypeError: the search is given null")
    return search(field, to_text(value)) if isinstance(value, (str, list)) and value else ""
