"""Routers that make screens out of the address, and were not told where the site stands.

What each leaves in minified code was read off builds of its current version.
"""

import re

from mlew.mocks.sites.surroundings import Surroundings

_REACT, _REACT_BY_HASH = re.compile("__reactRouterVersion"), "hash history"
_VUE, _VUE_BY_HASH = re.compile(r"\bRouterView\b"), re.compile(r"\blocation\.host\s*\?")
_TANSTACK = re.compile("__TSR_index")
_READS_PATH = re.compile(r"\blocation\b[^;]{0,40}\bpathname\b|\bpathname\b[^;]{0,40}\blocation\b")
_BY_HASH = re.compile(r"""addEventListener\(\s*["'`]hashchange|\bonhashchange\s*=|\blocation\.hash\b""")
_FROM_PAGE = re.compile(r"""\bbaseURI\b|querySelector\(\s*["'`]base\b|getElementsByTagName\(\s*["'`]base["'`]""")


def router_sign(text: str, around: Surroundings) -> re.Match[str] | None:
    """Where a router shows that takes `/` for its base; None if there is none, or it was told better."""
    if around.routed_for_base:
        return None
    by_page = around.base_element and _FROM_PAGE.search(text) is not None
    if react := _REACT.search(text):
        return None if _REACT_BY_HASH in text else react
    if vue := _VUE.search(text):
        return None if by_page or _VUE_BY_HASH.search(text) else vue
    if tanstack := _TANSTACK.search(text):
        return tanstack
    return None if by_page or around.built_for_base else _own_router(text, around)


def _own_router(text: str, around: Surroundings) -> re.Match[str] | None:
    if not around.one_page or "pushState" not in text or _BY_HASH.search(text):
        return None
    return _READS_PATH.search(text)
