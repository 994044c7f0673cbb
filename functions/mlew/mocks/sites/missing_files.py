"""What pages and style sheets name and the site does not have."""

import re
from collections.abc import Iterable, Iterator

from mlew.mocks.sites.addresses import outside_host
from mlew.mocks.sites.finding import Finding
from mlew.mocks.sites.page import Page

_OTHER_MOCK = re.compile(r"m/[a-z0-9]{16}/")


def page_findings(
    page: Page, known: frozenset[str], by_small_name: dict[str, str], skip: set[int]
) -> Iterator[Finding]:
    """Files that are missing, hosts that would have to be asked, and own pages in a frame.

    `skip`: starts of tags that do not stay as they are.
    """
    for one in page.references:
        if one.start in skip:
            continue
        host = outside_host(one.address, page.place)
        if host:
            if one.loaded:
                yield Finding("outside", host, what=page.path)
            continue
        target = page.target(one.address)
        if target is None:
            continue
        if one.tag in {"iframe", "frame"}:
            yield Finding("framed", page.path, page.line(one.start))
        if other := _OTHER_MOCK.match(target):
            yield Finding("other-base", page.path, page.line(one.start), f"/{other[0]}")
        elif _is_missing(target, known):
            yield Finding("missing", page.path, page.line(one.start), _named(target, by_small_name))


def missing_in_css(path: str, targets: Iterable[str | None], known: frozenset[str]) -> Iterator[Finding]:
    """The same for a style sheet."""
    yield from (Finding("missing", path, what=one) for one in targets if one is not None and _is_missing(one, known))


def _is_missing(target: str, known: frozenset[str]) -> bool:
    """Addresses without a file's ending are pages, or screens that a script makes."""
    name = target.rpartition("/")[2]
    return "." in name and target not in known


def _named(target: str, by_small_name: dict[str, str]) -> str:
    other = by_small_name.get(target.casefold())
    return f"{target} ({other}?)" if other else target
