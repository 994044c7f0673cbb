"""Taking out of customers' words what no mock may show, and fitting them into their places."""

from typing import Any

from mlew.domain.mock_limits import DEFAULT_WIDTH, EDITOR_WIDTH, WIDTHS, cut
from mlew.domain.mock_wording import contact, filler, markup, personal_name, without_hidden

_CODED = {"input", "icon", "tone", "theme", "course", "part", "form", "type", "accent", "id", "to", "day"}
_TURNS = 20


def clean(text: str, most: int, *, plain: bool = True) -> str:
    """Without markup, contacts, names, filler and invisible characters; "" if it cannot be had without."""
    text = " ".join(without_hidden(text).split()) if plain else without_hidden(text)
    for _ in range(_TURNS):
        found = markup(text, plain=plain) or contact(text) or personal_name(text) or filler(text)
        if not found:
            return cut(text.strip(), most)
        text = text.replace(found, " ") if found in text else ""
    return ""


def cleaned(draft: dict[str, Any], left_out: str) -> dict[str, Any]:
    """The draft with all its texts clean; `left_out` stands where nothing is left of one."""
    result: dict[str, Any] = _cleaned(draft, "", left_out, editor=False)
    return result


def _cleaned(value: Any, name: str, left_out: str, *, editor: bool) -> Any:
    if isinstance(value, dict):
        editor = value.get("part") == "editor"
        return {
            key: inner if key in _CODED else _cleaned(inner, key, left_out, editor=editor and key == "text")
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_cleaned(inner, name, left_out, editor=editor) for inner in value]
    if not isinstance(value, str) or not value.strip():
        return value
    if editor:
        return clean(value, EDITOR_WIDTH, plain=False) or left_out
    kept = "\n".join(filter(None, (clean(line, EDITOR_WIDTH) for line in value.split("\n"))))
    return cut(kept, WIDTHS.get(name, DEFAULT_WIDTH)) or left_out
