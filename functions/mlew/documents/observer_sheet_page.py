"""The observer's sheet as one page for a phone: fill in, keep on the device, take away as CSV."""

import hashlib
import json
import tomllib
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from mlew.documents.observer_sheet_fields import Field, fields
from mlew.domain.base import Locale
from mlew.domain.iteration import Scene
from mlew.domain.observer_sheet import ObserverSheet


def sheet_page(sheet: ObserverSheet, locale: Locale) -> str:
    """HTML that needs no other file and no network. Its CSV reads back with `read_sheet_csv`.

    Records are kept by sheet: another mock's, or another version's of the script, are not mixed in.
    """
    words, found = _words(locale), fields(sheet, locale)
    style, code = _file("sheet.css"), _file("sheet.js")
    policy = f"default-src 'none'; style-src {_allowed(style)}; script-src {_allowed(code)}"
    return Template(_file("sheet.html")).substitute(
        {key: escape(words[key]) for key in _SAID},
        language=locale,
        policy=f"{policy}; base-uri 'none'; form-action 'none'",
        title=escape(words["title"]),
        subject=escape(sheet.title or sheet.pair),
        style=style,
        code=code,
        store=_store(sheet, found),
        file=escape(f"observations-{''.join(c for c in sheet.pair if c.isalnum() or c == '-') or 'pair'}.csv"),
        script_title=escape(words["script"]),
        script=_script(sheet, words),
        fields="\n".join(_place(number, field, sheet, words) for number, field in enumerate(found)),
    )


_SAID = ("saved", "remove", "sure", "change", "noscript", "save", "kept", "none", "download", "share", "where")


def _script(sheet: ObserverSheet, words: dict[str, str]) -> str:
    told = [(words["purpose"], sheet.script.purpose), (words["rule"], sheet.script.rule)]
    intro = "".join(f"<p><strong>{escape(name)}</strong><br>{_lines(text)}</p>" for name, text in told if text)
    return intro + "".join(_scene(n, scene, words) for n, scene in enumerate(sheet.script.scenes, 1))


def _scene(number: int, scene: Scene, words: dict[str, str]) -> str:
    watch = "".join(f"<li>{_lines(text)}</li>" for text in scene.watch)
    return (
        f"<p><strong>{number}. {_lines(scene.words)}</strong></p><p>{escape(words['task'])}: {_lines(scene.task)}</p>"
        + (f"<p>{escape(words['watch'])}</p><ul>{watch}</ul>" if watch else "")
        + (f"<p>{escape(words['target'])}: {_lines(scene.target)}</p>" if scene.target else "")
    )


def _place(number: int, field: Field, sheet: ObserverSheet, words: dict[str, str]) -> str:
    name, label = f"f{number}", escape(field.label)
    if field.kind == "yes_no":
        return _choices(number, field.label, [(words["yes"],) * 2, (words["no"],) * 2, ("", words["open"])], "")
    if field.kind == "population":
        populations = [(words["internal"],) * 2, (words["external"],) * 2]
        return _choices(number, field.label, populations, words[sheet.population])
    if field.kind == "text":
        control = f'<textarea id="{name}" name="{name}" data-column="{label}"></textarea>'
    else:
        number_like = field.kind in ("minutes", "number")
        hint = f' inputmode="decimal" placeholder="{escape(words["example"])}"' if number_like else ""
        needed = " required" if field.key == "tester" else ""
        control = f'<input type="text" id="{name}" name="{name}" data-column="{label}"{hint}{needed}>'
    return f'<div class="field"><label class="name" for="{name}">{label}</label>{control}</div>'


def _choices(number: int, label: str, choices: Sequence[tuple[str, ...]], chosen: str) -> str:
    made = "".join(
        f'<label><input type="radio" name="f{number}" value="{escape(value)}"{" checked" if value == chosen else ""}>'
        f"{escape(shown)}</label>"
        for value, shown in choices
    )
    shown = escape(label)
    return f'<fieldset data-column="{shown}"><legend>{shown}</legend><div class="choices">{made}</div></fieldset>'


def _store(sheet: ObserverSheet, found: Sequence[Field]) -> str:
    seen = json.dumps([sheet.pair, sheet.mock, [field.label for field in found]])
    return f"mlew-sheet-{hashlib.sha256(seen.encode()).hexdigest()[:16]}"


def _lines(text: str) -> str:
    return "<br>".join(map(escape, text.split("\n")))


def _allowed(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _words(locale: Locale) -> dict[str, str]:
    return tomllib.loads(_file(f"{locale}.toml"))


@cache
def _file(name: str) -> str:
    return files("mlew.documents").joinpath("observer_page", name).read_text(encoding="utf-8")
