"""Signs that a script works at the root of a host only.

A script cannot be rewritten safely, so what shows these signs is built anew for its base path. Taken from what bundlers
and routers leave in minified code; each sign is one that breaks the site when it is there.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mlew.mocks.sites.finding import Finding

_LITERAL = re.compile(r"""(["'`])/(?![/*])([^"'`\\\s<>{}$]{1,300})(\1|\$\{)""")
_LOADER = re.compile(r"""\b\w+\.p\s*=\s*(["'`])/\1|(?<=return)\s*(["'`])/\2\s*\+""")
_PRELOAD = re.compile(r"vite:preloadError|__vite__mapDeps")
_LOCATION = re.compile(
    r"""\blocation(?:\.href)?\s*=(?!=)\s*["'`]/(?!/)|\blocation\.(?:assign|replace)\(\s*["'`]/(?!/)"""
)
_WORKER = re.compile(r"""serviceWorker\.register\(\s*["'`]/(?!/)""")
_ANY_WORKER = re.compile(r"serviceWorker\.register\(")
_ASKS = re.compile(r"""\b(?:fetch|axios(?:\.\w+)?|\$\.(?:get|post|ajax|getJSON))\(\s*["'`](/(?!/)[^"'`\s?#$]*)""")
_OUTSIDE = re.compile(
    r"""(?:\b(?:fetch|import|WebSocket|EventSource|importScripts|sendBeacon|axios(?:\.\w+)?)\(|\bfrom)\s*"""
    r"""["'`](?:https?|wss?):(?://)([^/"'`\s?#]+)"""
)
_FROM_PAGE = re.compile(r"""\bbaseURI\b|querySelector\(\s*["'`]base\b|getElementsByTagName\(\s*["'`]base["'`]""")
_KNOWS_BASE = re.compile(r"\bbase:\s*new URL\(")
_BY_HASH = re.compile(r"""hashchange|hash history|location\.hash|includes\(\s*["'`]#["'`]\s*\)""")
_ROUTER = re.compile(r"""__reactRouterVersion|\bhistory:\s*\w+\(["'`]/["'`]\)""")
_READS_PATH = re.compile(r"\blocation\b[^;]{0,40}\bpathname\b|\bpathname\b[^;]{0,40}\blocation\b")
_SHOWN = 60


class Surroundings(NamedTuple):
    """`known`: paths of the site's files, `folders` those that hold some. `built_for_base`: it knows where it stands.

    `base_element`: its pages say what addresses are relative to. `one_page`: a script makes all screens.
    """

    base: str
    known: frozenset[str]
    folders: frozenset[str]
    built_for_base: bool
    base_element: bool
    one_page: bool


def knows_its_base(text: str, base: str) -> bool:
    """Whether a script was built for its address, or finds out where it stands (SvelteKit's pages do)."""
    return base.rstrip("/") in text or _KNOWS_BASE.search(text) is not None


def root_signs(path: str, text: str, around: Surroundings) -> Iterator[Finding]:
    """Why a script needs the root, with lines; nothing if it does not."""
    for found in _LITERAL.finditer(text):
        if _means_a_file(found[2], around, unfinished=found[3] == "${"):
            yield _at("root-file", path, text, found)
    for found in _LOADER.finditer(text):
        if found[1] or _PRELOAD.search(text):
            yield _at("root-loader", path, text, found)
    for rule, pattern in (("root-location", _LOCATION), ("root-worker", _WORKER)):
        for found in pattern.finditer(text):
            if not text.startswith(around.base.rstrip("/"), found.end() - 1):
                yield _at(rule, path, text, found)
    yield from _router(path, text, around)


def other_signs(path: str, text: str, around: Surroundings) -> Iterator[Finding]:
    """What is good to know of a script: whom it asks, and that it keeps files."""
    hosts = dict.fromkeys(found[1].rpartition("@")[2] for found in _OUTSIDE.finditer(text))
    yield from (Finding("outside", host, what=path) for host in hosts)
    for found in _ASKS.finditer(text):
        if not found[1].startswith(around.base) and found[1].lstrip("/") not in around.known:
            yield Finding("asks-server", path, _line(text, found), found[1][:_SHOWN])
    if _ANY_WORKER.search(text):
        yield Finding("worker", path)


def _means_a_file(written: str, around: Surroundings, *, unfinished: bool) -> bool:
    if f"/{written}".startswith(around.base):
        return False
    name = written.partition("?")[0].partition("#")[0]
    if name in around.known:
        return True
    if not (unfinished or name.endswith("/")):
        return False
    folder = name.rpartition("/")[0]
    is_page = f"{folder}/index.html" in around.known
    return folder in around.folders and not (is_page and around.built_for_base)


def _router(path: str, text: str, around: Surroundings) -> Iterator[Finding]:
    """A script that makes screens out of the address, and knows no base path."""
    if around.built_for_base or (around.base_element and _FROM_PAGE.search(text)):
        return
    if _BY_HASH.search(text):
        return
    sign = _ROUTER.search(text)
    if not sign and around.one_page and "pushState" in text:
        sign = _READS_PATH.search(text)
    if sign:
        yield _at("root-router", path, text, sign)


def _at(rule: str, path: str, text: str, found: re.Match[str]) -> Finding:
    return Finding(rule, path, _line(text, found), " ".join(found[0].split())[:_SHOWN])


def _line(text: str, found: re.Match[str]) -> int:
    return text.count("\n", 0, found.start()) + 1
