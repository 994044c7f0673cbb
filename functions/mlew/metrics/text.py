"""Strings out of a public page: whatever they hold, they can be stored, shown and sent on."""

import re

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters except tab and line ends, and those that turn the direction of what follows."""


def cleaned(value: str, longest: int) -> str:
    """Without characters nobody sees, halves of characters and blanks around it; cut to `longest` characters."""
    whole = value[: 2 * longest].encode("utf-8", "replace").decode()
    return _UNSEEN.sub("", whole).strip()[:longest]


def page_of(value: str, longest: int) -> str:
    """A page by its path below the mock: no host, no query; a hash only if it is a route. "/" if nothing is left."""
    path, _, fragment = re.sub(r"^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*", "", value[: 10 * longest]).partition("#")
    path = re.sub(r"^/m/[a-z0-9]+(?=/|$)", "", path.partition("?")[0])
    route = fragment.partition("?")[0] if fragment.startswith(("/", "!/")) else ""
    return cleaned(f"{path}#{route}" if route else path, longest) or "/"
