"""Signs that a script works at the root of a host only.

A script cannot be rewritten safely, so what shows these signs is built anew for its base path. Taken from what bundlers
leave in minified code; each sign is one that breaks the site when it is there.
"""

import re
from collections.abc import Iterator

from mlew.mocks.sites.finding import Finding
from mlew.mocks.sites.routers import router_sign
from mlew.mocks.sites.surroundings import Surroundings

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
_SHOWN = 60


def root_signs(path: str, text: str, around: Surroundings) -> Iterator[Finding]:
    """Why a script needs the root, or may need it, with lines; nothing if it does not."""
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
    if sign := router_sign(text, around):
        yield _at(sign.rule, path, text, sign.found)


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


def _at(rule: str, path: str, text: str, found: re.Match[str]) -> Finding:
    return Finding(rule, path, _line(text, found), " ".join(found[0].split())[:_SHOWN])


def _line(text: str, found: re.Match[str]) -> int:
    return text.count("\n", 0, found.start()) + 1
