"""What has to be known of a whole site to judge one of its scripts."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_FINDS_OUT = re.compile(r"\bbase:\s*new URL\(")
_NOT_FOR_ROUTES = re.compile(r"(?:\breturn|\.p\s*=)\s*$")


class Surroundings(NamedTuple):
    """`known`: paths of the site's files, `folders` those that hold some. `built_for_base`: a script names its path.

    `routed_for_base`: the path stands by itself, as it is told to a router, and not only before names of files.
    `base_element`: pages say what addresses are relative to. `one_page`: a script makes all screens.
    """

    base: str
    known: frozenset[str]
    folders: frozenset[str]
    built_for_base: bool
    routed_for_base: bool
    base_element: bool
    one_page: bool


def built_for(base: str, scripts: Iterable[str]) -> tuple[bool, bool]:
    """`built_for_base` and `routed_for_base`. A page that finds out where it stands counts (SvelteKit's do)."""
    bare = base.rstrip("/")
    alone = re.compile(rf"([\"'`]){re.escape(bare)}/?\1")
    built = routed = False
    for text in scripts:
        finds_out = _FINDS_OUT.search(text) is not None
        built = built or bare in text or finds_out
        routed = routed or finds_out or any(_is_for_routes(text, found.start()) for found in alone.finditer(text))
    return built, routed


def _is_for_routes(text: str, start: int) -> bool:
    """A bundler's own: what it puts before the names of parts that it loads."""
    return not _NOT_FOR_ROUTES.search(text[max(0, start - 12) : start])
