"""The tracker in every page, once, and connected to this mock (docs/metrics.md)."""

import html
import re
from collections.abc import Iterator
from importlib.resources import files

from mlew.domain.site import SiteFile
from mlew.mocks.sites.edits import Edit
from mlew.mocks.sites.file_types import SCRIPT
from mlew.mocks.sites.html_tags import Tag
from mlew.mocks.sites.page import Page
from mlew.mocks.tracking import Tracking

TRACKER, DROP_IN = "tracker.js", "mlew-tracker.js"
FOLDER = "mlew"
"""Ours, in every published site."""
_SDK = re.compile(r"(?:^|/)mlew[-_.]?(?:tracker|sdk)[^/?#]*\.js(?:[?#]|$)", re.IGNORECASE)
_OURS = re.compile(r"(?:^|/)tracker(?:\.min)?\.js(?:[?#]|$)", re.IGNORECASE)
_NOINDEX = '<meta name="robots" content="noindex">'
_WHOLE_PAGE = frozenset({"!", "html", "head", "body", "title"})


class TrackerTags:
    """`for_sdk`: a page of the site is written for the MLEW SDK; then all get the drop-in, so that a session has one
    tracker and one format."""

    def __init__(self, base: str, tracking: Tracking, *, for_sdk: bool) -> None:
        self._name = DROP_IN if for_sdk else TRACKER
        key, endpoint = html.escape(tracking.key), html.escape(tracking.endpoint)
        if for_sdk:
            self._tag = f'<script src="{base}{FOLDER}/{DROP_IN}?key={key}">'
            self._start = "<script>new MLEWTracker.Tracker({applicationId:'mlew',applicationName:'mlew'})</script>"
        else:
            source = f"{base}{FOLDER}/{TRACKER}"
            self._tag = f'<script src="{source}" data-key="{key}" data-endpoint="{endpoint}" defer>'
            self._start = ""

    @property
    def file(self) -> SiteFile:
        """The script that the tags load."""
        content = files("mlew.mocks").joinpath("static", self._name).read_bytes()
        return SiteFile(path=f"{FOLDER}/{self._name}", content=content, media=SCRIPT)

    def edits(self, page: Page) -> list[Edit]:
        """Its own tracker's tags now load ours; a page without one gets one before all its scripts, and `noindex`."""
        present = tracker_tags(page)
        if not present and not is_whole(page):
            return []
        wanted = "" if any(_is_noindex(tag) for tag in page.tags) else _NOINDEX
        if not present:
            wanted += f"{self._tag}</script>{self._start}"
        place = _top(page)
        replaced = [Edit(t.start, t.end, "<script>" if n else self._tag) for n, t in enumerate(present)]
        return [Edit(place, place, wanted), *replaced]


def tracker_tags(page: Page) -> list[Tag]:
    """Tags that load a tracker of ours, or the MLEW SDK, from wherever."""
    return [tag for tag in page.tags if tag.name == "script" and (is_sdk(tag) or _is_tracker(tag))]


def is_sdk(tag: Tag) -> bool:
    """Whether it loads the MLEW SDK, or what takes its place."""
    return tag.name == "script" and bool(_SDK.search(html.unescape(tag.value("src"))))


def is_whole(page: Page) -> bool:
    """Whether it is a page, and not a piece of one that a script puts somewhere."""
    return page.path == "index.html" or any(tag.name in _WHOLE_PAGE for tag in page.tags)


def _is_tracker(tag: Tag) -> bool:
    return tag.attribute("data-key") is not None and bool(_OURS.search(html.unescape(tag.value("src"))))


def _is_noindex(tag: Tag) -> bool:
    return tag.name == "meta" and tag.value("name").lower() == "robots" and "noindex" in tag.value("content").lower()


def _top(page: Page) -> int:
    """Where the head begins, written or not: behind what may stand before it."""
    return max(_before_the_head(page), default=0)


def _before_the_head(page: Page) -> Iterator[int]:
    for tag in page.tags:
        if tag.name == "head":
            yield tag.end
            return
        if tag.name not in {"!", "html"}:
            return
        yield tag.end
