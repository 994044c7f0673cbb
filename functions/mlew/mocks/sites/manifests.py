"""Addresses in web app manifests and import maps."""

import json
from collections.abc import Callable
from typing import Any

_NAMES_ADDRESSES = frozenset({"start_url", "scope", "src", "url", "action"})

Change = Callable[[str], str | None]


def rewritten_manifest(text: str, change: Change) -> str:
    """The manifest with other addresses; as it is if it cannot be read, or nothing changes."""
    return _rewritten(text, lambda given: _in_manifest(given, change))


def rewritten_import_map(text: str, change: Change) -> str:
    """The same for `imports` and `scopes`; written so that it can stand in a page."""
    made = _rewritten(text, lambda given: _in_map(given, change))
    return text if made == text else made.replace("</", "<\\/")


def is_manifest(path: str, text: str) -> bool:
    """Whether a file is a manifest, by its name and by what it holds."""
    name = path.rpartition("/")[2].lower()
    return name.endswith(".webmanifest") or (name in {"manifest.json", "site.json"} and '"icons"' in text)


def _rewritten(text: str, change: Callable[[Any], Any]) -> str:
    try:
        given = json.loads(text)
        made = change(given)
    except (ValueError, RecursionError):
        return text
    return text if made == given else json.dumps(made, ensure_ascii=False, indent=2)


def _in_manifest(given: Any, change: Change) -> Any:
    if isinstance(given, list):
        return [_in_manifest(one, change) for one in given]
    if isinstance(given, dict):
        return {
            key: (change(value) or value)
            if key in _NAMES_ADDRESSES and isinstance(value, str)
            else _in_manifest(value, change)
            for key, value in given.items()
        }
    return given


def _in_map(given: Any, change: Change) -> Any:
    if not isinstance(given, dict):
        return given
    scopes = given.get("scopes")
    made = dict(given)
    if isinstance(given.get("imports"), dict):
        made["imports"] = _mapped(given["imports"], change)
    if isinstance(scopes, dict):
        made["scopes"] = {(change(scope) or scope): _mapped(inside, change) for scope, inside in scopes.items()}
    return made


def _mapped(entries: Any, change: Change) -> Any:
    if not isinstance(entries, dict):
        return entries
    return {
        (change(name) or name) if name.startswith("/") else name: (change(to) or to)
        if isinstance(to, str) and to.startswith("/")
        else to
        for name, to in entries.items()
    }
