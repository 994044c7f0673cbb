"""One HTML page of a site made elsewhere: what it loads and says, and the same page below its base path."""

import html
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from mlew.domain.site import START
from mlew.mocks.sites.addresses import Place, published, site_path
from mlew.mocks.sites.edits import Edit
from mlew.mocks.sites.html_tags import Attribute, Tag, tags
from mlew.mocks.sites.manifests import rewritten_import_map
from mlew.mocks.sites.page_links import REFRESH, Sort, sort_of
from mlew.mocks.sites.source_sets import rewritten_sources, source_addresses
from mlew.mocks.sites.style_sheets import css_addresses, rewritten_css

_SCRIPT_TYPES = frozenset({"", "module", "text/javascript", "application/javascript", "text/ecmascript"})


class Reference(NamedTuple):
    """`address` as the page has it, without character references. `start`: of its tag."""

    address: str
    start: int
    tag: str
    loaded: bool


class InlineScript(NamedTuple):
    """`start`: its place in the page."""

    text: str
    start: int


class Page:
    """`known`: paths of all files of the site. `place`: what its addresses are relative to."""

    def __init__(self, path: str, text: str, *, base: str, known: frozenset[str]) -> None:
        self.path = path
        self.text = text
        self._base = base
        self._known = known
        self.tags = tuple(tags(text))
        self.base_element = next((t for t in self.tags if t.name == "base" and t.attribute("href")), None)
        self._own = Place.of(path, base)
        self.place = self._own
        if self.base_element:
            self.place = self._own.moved(html.unescape(self.base_element.value("href")), base)

    @cached_property
    def title(self) -> str:
        """ "" if it has none."""
        found = next((tag.inner for tag in self.tags if tag.name == "title"), "")
        return " ".join(html.unescape(found).split())

    @cached_property
    def scripts(self) -> tuple[InlineScript, ...]:
        """Scripts in the page, and what its elements do on events."""
        written = [
            InlineScript(tag.inner, tag.end)
            for tag in self.tags
            if tag.name == "script" and not tag.attribute("src") and tag.value("type").lower() in _SCRIPT_TYPES
        ]
        handlers = [
            InlineScript(html.unescape(one.value), one.start)
            for tag in self.tags
            for one in tag.attributes
            if sort_of(tag, one.name) == "handler"
        ]
        return (*written, *handlers)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """All that the page names by address, in its order."""
        return tuple(self._references())

    def edits(self, *, skip: frozenset[int], changed: frozenset[str]) -> list[Edit]:
        """Changes that make it work below the base path.

        `skip`: starts of tags that somebody else replaces. `changed`: files whose checksum in the page is wrong now.
        """
        found = [edit for tag in self.tags if tag.start not in skip for edit in self._of_tag(tag)]
        return found + [edit for tag in self.tags if tag.start not in skip for edit in self._unchecked(tag, changed)]

    def line(self, position: int) -> int:
        """The line of a place in the text."""
        return bisect_left(self._breaks, position) + 1

    @cached_property
    def _breaks(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.text)]

    def _references(self) -> Iterator[Reference]:
        for tag in self.tags:
            for one in tag.attributes:
                sort, value = sort_of(tag, one.name), html.unescape(one.value)
                for address in _addresses(sort, value):
                    yield Reference(address, tag.start, tag.name, sort not in {"address", "refresh"})
            if tag.name == "style":
                yield from (Reference(css.value, tag.start, tag.name, True) for css in css_addresses(tag.inner))

    def _of_tag(self, tag: Tag) -> Iterator[Edit]:
        for one in tag.attributes:
            if not one.value:
                continue
            place = self._own if tag is self.base_element else self.place
            change = self._changing(place, whole=self.path == START and not self.base_element and _is_file(tag))
            yield from _of_attribute(sort_of(tag, one.name), one, change, self._names_a_file)
        if tag.name == "style":
            yield from self._inner(tag, rewritten_css(tag.inner, self._changing(self.place)))
        if tag.name == "script" and tag.value("type").lower() == "importmap":
            yield from self._inner(tag, rewritten_import_map(tag.inner, self._changing(self.place)))

    def _unchecked(self, tag: Tag, changed: frozenset[str]) -> Iterator[Edit]:
        checksum = tag.attribute("integrity")
        if checksum and self.target(html.unescape(tag.value("src") or tag.value("href"))) in changed:
            yield Edit(checksum.start, checksum.end, "" if checksum.quote else '""')

    def target(self, address: str) -> str | None:
        """Path of the site's file that an address of this page means; None if it is none of this site."""
        return site_path(address, self.place, self._base)

    def _changing(self, place: Place, *, whole: bool = False) -> Callable[[str], str | None]:
        return lambda address: published(address, place, self._base, whole=whole)

    def _names_a_file(self, value: str) -> bool:
        return value.partition("?")[0].partition("#")[0].lstrip("/") in self._known

    def _inner(self, tag: Tag, text: str) -> Iterator[Edit]:
        if text != tag.inner:
            yield Edit(tag.end, tag.end + len(tag.inner), text)


def _is_file(tag: Tag) -> bool:
    """The start page is shown at other addresses too, where a relative path would lead elsewhere."""
    return tag.name not in {"a", "area", "form", "base"}


def _addresses(sort: Sort, value: str) -> Iterator[str]:
    if sort in {"address", "loaded"}:
        yield value
    elif sort == "sources":
        yield from (value[start:end] for start, end in source_addresses(value))
    elif sort == "style":
        yield from (one.value for one in css_addresses(value))
    elif sort == "refresh" and (found := REFRESH.match(value)):
        yield found[1].strip()


def _of_attribute(
    sort: Sort, one: Attribute, change: Callable[[str], str | None], names_a_file: Callable[[str], bool]
) -> Iterator[Edit]:
    value = html.unescape(one.value)
    if sort == "" and value.startswith("/") and names_a_file(value):
        sort = "address"  # such as data-src, or the picture of a preview
    new: str | None = None
    if sort in {"address", "loaded"}:
        new = change(value)
    elif sort == "sources":
        new = rewritten_sources(value, change)
    elif sort == "style":
        new = rewritten_css(value, change)
    elif sort == "refresh" and (found := REFRESH.match(value)) and (to := change(found[1])) is not None:
        new = value[: found.start(1)] + to + value[found.end(1) :]
    if new is None or new == value:
        return
    if value == one.value and one.quote and one.quote not in new:
        yield Edit(one.start, one.end, new)
    else:
        quote = "" if one.quote else '"'
        yield Edit(one.start, one.end, f"{quote}{html.escape(new)}{quote}")
