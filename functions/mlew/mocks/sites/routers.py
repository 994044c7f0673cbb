"""Routers that make screens out of the address, and were not told where the site stands.

What each leaves in minified code was read off builds of its current version.
"""

import re
from typing import NamedTuple

from mlew.mocks.sites.surroundings import Surroundings

_REACT, _REACT_BY_HASH = re.compile("__reactRouterVersion"), "hash history"
_VUE, _VUE_BY_HASH = re.compile(r"\bRouterView\b"), re.compile(r"\blocation\.host\s*\?")
_TANSTACK = re.compile("__TSR_index")
_READS_PATH = re.compile(r"\blocation\b[^;]{0,40}\bpathname\b|\bpathname\b[^;]{0,40}\blocation\b")
_BY_HASH = re.compile(r"""addEventListener\(\s*["'`]hashchange|\bonhashchange\s*=|\blocation\.hash\b""")
_FROM_PAGE = re.compile(r"""\bbaseURI\b|querySelector\(\s*["'`]base\b|getElementsByTagName\(\s*["'`]base["'`]""")
_ROOT_PATH = re.compile(
    r"""(?:[!=]==?|\bcase\b|\b(?:startsWith|get|has)\()\s*["'`]/|["'`]/[\w/:*.-]*["'`]\s*[!=]==?"""
    r"""|[{,]\s*["'`]/[\w/:*.-]*["'`]\s*:"""
)
"""A path from `/` that something is compared with, or looked up by: `=== "/about"`, `case "/":`, `{"/": start}`."""


class RouterSign(NamedTuple):
    """`rule`: of a finding."""

    rule: str
    found: re.Match[str]


def router_sign(text: str, around: Surroundings) -> RouterSign | None:
    """Where a router shows that takes `/` for its base, or may do so; None if there is none, or it was told better."""
    if known := _known_router(text, around):
        return RouterSign("root-router", known)
    if own := _own_router(text, around):
        return RouterSign("root-router" if _ROOT_PATH.search(text) else "reads-path", own)
    return None


def _known_router(text: str, around: Surroundings) -> re.Match[str] | None:
    if around.routed_for_base:
        return None
    if react := _REACT.search(text):
        return None if _REACT_BY_HASH in text else react
    if vue := _VUE.search(text):
        return None if _by_page(text, around) or _VUE_BY_HASH.search(text) else vue
    return _TANSTACK.search(text)


def _own_router(text: str, around: Surroundings) -> re.Match[str] | None:
    is_known = any(sign.search(text) for sign in (_REACT, _VUE, _TANSTACK))
    told = around.routed_for_base or around.built_for_base or _by_page(text, around)
    if is_known or told or not around.one_page or "pushState" not in text or _BY_HASH.search(text):
        return None
    return _READS_PATH.search(text)


def _by_page(text: str, around: Surroundings) -> bool:
    return around.base_element and _FROM_PAGE.search(text) is not None
