"""Addresses in a site's files: where they lead when the site stands at a root, and below its base path."""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

_ROOT = "http://site.invalid/"
_TAKEN_OUT = re.compile(r"[\t\n\r]")
_AROUND = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_REMEMBERED = 10_000
"""Pages name the same addresses over and over."""
_LOADS = ("http:", "https:", "ws:", "wss:")


class Place(NamedTuple):
    """What addresses of one file are relative to. `root`: the site as it was made; `base`: its path when published."""

    root: str
    base: str

    @staticmethod
    def of(path: str, base: str) -> "Place":
        """Of a file at this path of a site that is published below `base` (`/m/<id>/`)."""
        return Place(urljoin(_ROOT, path), urljoin(_ROOT, base) + path)

    def moved(self, address: str, base: str) -> "Place":
        """As a page's `<base href>` has it."""
        there = published(address, self, base) or address
        try:
            return Place(urljoin(self.root, plain(address)), urljoin(self.base, plain(there)))
        except ValueError:
            return self


def plain(address: str) -> str:
    """As browsers read it: without breaks and blanks around it, a backslash is a slash."""
    tidy = _TAKEN_OUT.sub("", address).strip(_AROUND)
    if tidy.lower().startswith(_LOADS) or not _SCHEME.match(tidy):
        path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", tidy, re.DOTALL).groups()  # type: ignore[union-attr]
        return f"{path.replace(chr(92), '/')}{mark}{rest}"
    return tidy


@lru_cache(_REMEMBERED)
def outside_host(address: str, place: Place) -> str:
    """The host that an address leads to, if it is another site's; "" if it stays here or loads nothing."""
    tidy = plain(address)
    if _SCHEME.match(tidy) and not tidy.lower().startswith(_LOADS):
        return ""
    try:
        whole = urlsplit(urljoin(place.root, tidy))
        return "" if whole.hostname == urlsplit(_ROOT).hostname else whole.netloc.rpartition("@")[2]
    except ValueError:
        return ""


@lru_cache(_REMEMBERED)
def site_path(address: str, place: Place, base: str) -> str | None:
    """Path below the site's root of what is named here; None for other sites, fragments, and no addresses.

    A site that was built for its base path names its files below that.
    """
    tidy = plain(address)
    if not tidy or tidy.startswith("#") or outside_host(tidy, place):
        return None
    if _SCHEME.match(tidy) and not tidy.lower().startswith(_LOADS):
        return None
    try:
        path = unquote(urlsplit(urljoin(place.root, tidy)).path)
    except ValueError:
        return None
    return path[len(base) :] if _is_below(path, base) else path.lstrip("/")


@lru_cache(_REMEMBERED)
def published(address: str, place: Place, base: str, *, whole: bool = False) -> str | None:
    """What to write instead, so that it leads to the same file below `base`; None if it may stay.

    `whole`: write relative ones as a path too (a start page that is shown at other addresses).
    """
    tidy = plain(address)
    if site_path(tidy, place, base) is None:
        return None
    try:
        wanted, now = urlsplit(urljoin(place.root, tidy)), urlsplit(urljoin(place.base, tidy))
    except ValueError:
        return None
    if now.netloc != urlsplit(_ROOT).netloc or _SCHEME.match(tidy):
        return None
    path = wanted.path if _is_below(wanted.path, base) else base + wanted.path.lstrip("/")
    if now.path == path and not (whole and not tidy.startswith(("/", "?"))):
        return None
    return path + re.match(r"[^?#]*(.*)", tidy, re.DOTALL)[1]  # type: ignore[index]


def _is_below(path: str, base: str) -> bool:
    return path.startswith(base) or path == base.rstrip("/")
