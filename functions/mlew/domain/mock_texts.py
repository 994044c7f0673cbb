"""Every text of a mock's draft, and the rules that hold for any of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mlew.domain.base import Locale
from mlew.domain.mock_draft import MockDraft
from mlew.domain.mock_limits import DEFAULT_WIDTH, EDITOR_WIDTH, LIST_LENGTHS, WIDTHS, width
from mlew.domain.mock_wording import contact, filler, hidden, markup, personal_name
from mlew.domain.violation import Violation, place, violation

_CODED = {"input", "icon", "tone", "theme", "course", "part", "form", "type", "accent", "id", "to", "day"}
"""Fields that hold no words; rules of their own look at them."""


@dataclass(frozen=True)
class Written:
    """One text of a draft. `where` for people and the model; `field`: the draft's name of it; `editor`: see limits."""

    where: str
    field: str
    text: str
    editor: bool = False


def written(draft: MockDraft, locale: Locale) -> Iterator[Written]:
    """All texts in the order of the draft, empty ones too."""
    content = draft.model_dump()
    landing, screens = content.pop("landing"), content.pop("screens")
    yield from _texts(content, place("brand", locale), "")
    yield from _texts(landing, place("landing", locale), "")
    for number, screen in enumerate(screens, 1):
        here = place("screen", locale, number)
        for found in _texts(screen, here, ""):
            editor = screen["part"] == "editor" and found.where == f"{here} · text"
            yield Written(found.where, found.field, found.text, editor) if editor else found


def _texts(value: object, here: str, path: str) -> Iterator[Written]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in _CODED:
                yield from _texts(inner, here, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _texts(inner, here, f"{path}[{number}]")
    elif isinstance(value, str):
        field = path.rsplit(".", 1)[-1].partition("[")[0]
        yield Written(f"{here} · {path}", field, value)


def text_violations(draft: MockDraft, locale: Locale) -> list[Violation]:
    """No filler, markup, hidden characters, contact or personal name; nothing longer than its place."""
    found: list[Violation] = []
    for entry in written(draft, locale):
        if entry.text:
            found += _of_text(entry, locale)
    return found


def _of_text(entry: Written, locale: Locale) -> Iterator[Violation]:
    for rule, what in (
        ("no-filler", filler(entry.text)),
        ("no-markup", markup(entry.text, plain=not entry.editor)),
        ("no-hidden-characters", hidden(entry.text)),
        ("no-contact", contact(entry.text)),
        ("no-personal-name", personal_name(entry.text)),
    ):
        if what:
            yield violation(rule, entry.where, locale, found=what[:60])
    most = EDITOR_WIDTH if entry.editor else WIDTHS.get(entry.field, DEFAULT_WIDTH)
    if width(entry.text) > most:
        yield violation("text-fits", entry.where, locale, half=most, full=most // 2)


def length_violations(draft: MockDraft, locale: Locale) -> list[Violation]:
    """No list is longer than its place can show."""
    return [
        violation("list-fits", where, locale, count=count, most=most)
        for where, count, most in _long_lists(draft.model_dump(), place("draft", locale), "")
    ]


def _long_lists(value: object, here: str, path: str) -> Iterator[tuple[str, int, int]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _long_lists(inner, here, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        name = path.rsplit(".", 1)[-1]
        most = LIST_LENGTHS.get(name)
        if most is not None and len(value) > most:
            yield f"{here} · {path}", len(value), most
        else:
            for number, inner in enumerate(value, 1):
                yield from _long_lists(inner, here, f"{path}[{number}]")
