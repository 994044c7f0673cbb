"""From the files of a folder to a site that works below its base path and is counted, or to the reasons why not."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from mlew.domain.site import START, Site, SiteFile
from mlew.mocks.sites.addresses import Place, outside_host, published, site_path
from mlew.mocks.sites.clean_addresses import clean_addresses
from mlew.mocks.sites.edits import edited
from mlew.mocks.sites.file_names import composed
from mlew.mocks.sites.file_types import CSS, HTML, JSON, MANIFEST, SCRIPT, left_out
from mlew.mocks.sites.finding import Finding
from mlew.mocks.sites.intake import Given, refusals, taken_in
from mlew.mocks.sites.manifests import is_manifest, rewritten_manifest
from mlew.mocks.sites.missing_files import missing_in_css, page_findings
from mlew.mocks.sites.page import Page
from mlew.mocks.sites.scripts import other_signs, root_signs
from mlew.mocks.sites.style_sheets import css_addresses, rewritten_css
from mlew.mocks.sites.surroundings import Surroundings, built_for
from mlew.mocks.sites.tracker_tags import FOLDER, TrackerTags, is_sdk, is_whole, tracker_tags
from mlew.mocks.tracking import Tracking

_MOST_OF_A_FILE = 10
"""Findings of one sort that are told of one file."""


class PreparedSite(NamedTuple):
    """`files`: empty if something is refused. `folders` as in `Pointer`. `title`: of the start page, may be ""."""

    files: Site
    folders: tuple[str, ...]
    title: str
    findings: tuple[Finding, ...]


def prepare_site(files: Sequence[tuple[str, bytes]], *, base: str, tracking: Tracking) -> PreparedSite:
    """`files`: paths below the folder and contents. `base`: `/m/<id>/`. The same files give the same bytes.

    Findings of weight "rebuild" are told, and the site is prepared all the same: who knows better may publish it.
    """
    left = tuple(Finding(rule, path) for path, _ in files if (rule := left_out(path)))
    taken = [(path, content) for path, content in files if not left_out(path)]
    refused = tuple(refusals(taken))
    if refused:
        return PreparedSite((), (), "", (*left, *refused))
    made = _Site([(composed(path), content) for path, content in taken], base, tracking).prepared()
    return made._replace(findings=(*left, *made.findings))


class _Site:
    def __init__(self, files: Sequence[tuple[str, bytes]], base: str, tracking: Tracking) -> None:
        self._base = base
        ours = f"{FOLDER}/"
        self._given, self._findings = taken_in(
            [(path, content) for path, content in files if not path.startswith(ours)]
        )
        self._known = frozenset(one.path for one in self._given)
        self._pages = [
            Page(one.path, one.text, base=base, known=self._known) for one in self._given if one.media == HTML
        ]
        self._tags = TrackerTags(base, tracking, for_sdk=any(is_sdk(tag) for page in self._pages for tag in page.tags))

    def prepared(self) -> PreparedSite:
        """All of it."""
        others = [self._file(one) for one in self._given if one.media != HTML]
        before = {one.path: one.content for one in self._given}
        changed = frozenset(file.path for file in others if file.content != before[file.path])
        pages = [self._page(page, changed) for page in self._pages]
        start = next(page for page in self._pages if page.path == START)
        return PreparedSite(
            files=tuple(sorted((*pages, *others, self._tags.file), key=lambda file: file.path)),
            folders=clean_addresses(self._known),
            title=start.title,
            findings=tuple(dict.fromkeys((*self._findings, *self._signs()))),
        )

    def _file(self, one: Given) -> SiteFile:
        place = Place.of(one.path, self._base)
        text = one.text
        if one.media == CSS:
            text = rewritten_css(text, lambda address: published(address, place, self._base))
        elif one.media in {JSON, MANIFEST} and is_manifest(one.path, text):
            text = rewritten_manifest(text, lambda address: published(address, place, self._base))
        content = one.content if text == one.text and not one.converted else text.encode()
        return SiteFile(path=one.path, content=content, media=one.media)

    def _page(self, page: Page, changed: frozenset[str]) -> SiteFile:
        skip = frozenset(tag.start for tag in tracker_tags(page))
        text = edited(page.text, [*self._tags.edits(page), *page.edits(skip=skip, changed=changed)])
        return SiteFile(path=page.path, content=text.encode(), media=HTML)

    def _signs(self) -> Iterator[Finding]:
        small = {path.casefold(): path for path in self._known}
        for page in self._pages:
            skip = {tag.start for tag in tracker_tags(page)}
            yield from islice(page_findings(page, self._known, small, skip), _MOST_OF_A_FILE * 10)
            if any(is_sdk(tag) for tag in page.tags):
                yield Finding("sdk", page.path)
        for one in self._given:
            if one.media == CSS:
                yield from self._of_css(one)
        yield from self._of_scripts()

    def _of_css(self, one: Given) -> Iterator[Finding]:
        place = Place.of(one.path, self._base)
        found = [css.value for css in css_addresses(one.text)]
        yield from (Finding("outside", host, what=one.path) for a in found if (host := outside_host(a, place)))
        missing = missing_in_css(one.path, (site_path(a, place, self._base) for a in found), self._known)
        yield from islice(missing, _MOST_OF_A_FILE)

    def _of_scripts(self) -> Iterator[Finding]:
        inline = [(page, script) for page in self._pages for script in page.scripts]
        own = [one for one in self._given if one.media == SCRIPT]
        built, routed = built_for(self._base, [one.text for one in own] + [script.text for _, script in inline])
        around = Surroundings(
            base=self._base,
            known=self._known,
            folders=frozenset(p.rpartition("/")[0] for path in self._known for p in _parents(path)),
            built_for_base=built,
            routed_for_base=routed,
            base_element=any(page.base_element for page in self._pages),
            one_page=sum(is_whole(page) for page in self._pages) == 1,
        )
        for one in own:
            yield from islice(root_signs(one.path, one.text, around), _MOST_OF_A_FILE)
            yield from islice(other_signs(one.path, one.text, around), _MOST_OF_A_FILE)
        for page, script in inline:
            ahead = page.line(script.start) - 1
            signs = (*root_signs(page.path, script.text, around), *other_signs(page.path, script.text, around))
            yield from (
                sign._replace(line=sign.line + ahead) if sign.line else sign for sign in signs[: _MOST_OF_A_FILE * 2]
            )
        for one in self._given:
            if one.media == JSON and not is_manifest(one.path, one.text) and _names_files(one.text, self._known):
                yield Finding("data-paths", one.path)


def _parents(path: str) -> Iterator[str]:
    """`a/b/c.js` → `a/b/c.js`, `a/b`."""
    while "/" in path:
        yield path
        path = path.rpartition("/")[0]


def _names_files(text: str, known: frozenset[str]) -> bool:
    """Whether a text in JSON is the path of a file, from the root."""
    try:
        left = [json.loads(text)]
    except (ValueError, RecursionError):
        return False
    while left:
        one = left.pop()
        if isinstance(one, str) and one.startswith("/") and one[1:] in known:
            return True
        left += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
    return False
