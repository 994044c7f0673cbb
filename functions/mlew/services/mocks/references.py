"""What a page or a style sheet refers to: links to follow, and files that a browser loads."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

_ATTRIBUTES = {"href", "src", "poster", "action"}
_IN_CSS = re.compile(r"""url\(\s*["']?([^"')\s]+)["']?\s*\)|@import\s+["']([^"']+)["']""")
_FETCHED = ("http", "https")


def references(url: str, media: str, body: bytes) -> frozenset[str]:
    """Whole addresses without fragment and query; those of other schemes (mailto:, data:) are left out."""
    text = body.decode("utf-8", errors="replace")
    kind = media.partition(";")[0].strip()
    found = _in_html(text) if kind == "text/html" else _in_css(text) if kind == "text/css" else iter(())
    whole = (urldefrag(urljoin(url, one)).url.partition("?")[0] for one in found)
    return frozenset(one for one in whole if urlsplit(one).scheme in _FETCHED)


def _in_html(text: str) -> Iterator[str]:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    yield from reader.found


def _in_css(text: str) -> Iterator[str]:
    for by_url, by_import in _IN_CSS.findall(text):
        yield by_url or by_import


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.found += [value for name, value in attrs if name in _ATTRIBUTES and value]
        self.found += [one.split()[0] for one in (given.get("srcset") or "").split(",") if one.strip()]
