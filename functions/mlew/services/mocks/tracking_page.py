"""A mock that stays where it is hosted: it gets a key and links, and is counted like the others."""

import html
import re
from typing import NamedTuple
from urllib.parse import urlsplit

from mlew.domain.mock import Mock
from mlew.domain.workshop import Workshop
from mlew.errors import Conflict, InputError
from mlew.services.mocks.changing import bring_back, change_mock
from mlew.services.mocks.destroying import shut
from mlew.services.mocks.ensuring import ensure_mock
from mlew.services.mocks.hosting import hosted
from mlew.services.mocks.links import population_links
from mlew.services.work import Work

_LONGEST_ADDRESS = 500
_BESIDE_ADDRESSES = re.compile(r"[\s\x00-\x1f\x7f\\<>\"'`]")
_OWN_MACHINE = ("localhost", "127.0.0.1")


class PageTags(NamedTuple):
    """What the page has to hold: `plain`, or `sdk` in place of the MLEW SDK's script where a page uses that."""

    plain: str
    sdk: str


def track_page(work: Work, workshop: Workshop, pair: str, page: str, *, by: str) -> Mock:
    """Count `page` as the pair's mock. Called again it may name another address; key, links and numbers stay.

    Raises InputError for what is no address or pair, Conflict if a site of the pair is hosted here, or if somebody
    destroys the mock at this moment.
    """
    address = checked_page(page)
    mock = ensure_mock(work, workshop, pair, "site")
    if mock.version:
        raise Conflict.told("site.counted-here", pair=pair, mock=mock.id)
    mocks, hosting = work.stores.mocks, hosted(work.hosting)
    mock = bring_back(mocks, mock)
    hosting.keys.add_key(mock.key, mock.id, workshop.plan.time_zone, [])
    now = work.clock.now()
    mock = change_mock(mocks, mock, page=address, state="live", failure="", published_at=now, published_by=by)
    if mock.state == "destroyed":
        shut(hosting, mock)
        raise Conflict.told("mock.destroyed", pair=pair)
    population_links(work, workshop, mock)
    return mock


def checked_page(page: str) -> str:
    """`page` as it is; raises InputError if a browser could not open it from elsewhere."""
    try:
        parts = urlsplit(page)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        parts, host = urlsplit(""), ""
    here = host in _OWN_MACHINE or host.endswith(".localhost")
    if (
        not host
        or len(page) > _LONGEST_ADDRESS
        or _BESIDE_ADDRESSES.search(page)
        or "@" in parts.netloc
        or not (parts.scheme == "https" or (parts.scheme == "http" and here))
    ):
        raise InputError.told("site.no-page", page=page[:80])
    return page


def page_tags(work: Work, mock: Mock) -> PageTags:
    """With the mock's key, which is public in its page."""
    host, key = html.escape(hosted(work.hosting).addresses().ours), html.escape(mock.key)
    return PageTags(
        plain=f'<script src="{host}/sdk/tracker.js" data-key="{key}" data-endpoint="{host}/v1/events" defer></script>',
        sdk=f'<script src="{host}/sdk/mlew-tracker.js?key={key}"></script>',
    )
