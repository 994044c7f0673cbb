"""A page as a browser would read it: its elements, and where its links lead."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import normpath

from mlew.domain.site import START, Site

_LINKS = ("href", "src", "srcset", "action", "poster", "data", "formaction", "ping", "background", "cite")


@dataclass
class Element:
    """A start tag."""

    tag: str
    attributes: dict[str, str]


@dataclass
class Page:
    """`path` in the site; `texts`: what stands between tags."""

    path: str
    elements: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def shape(self) -> set[tuple[str, str]]:
        """Every element with every attribute name that it has."""
        return {(e.tag, name) for e in self.elements for name in ("", *e.attributes)}

    def links(self) -> list[str]:
        """Every address that an attribute holds."""
        return [e.attributes[name] for e in self.elements for name in _LINKS if name in e.attributes]

    def ids(self) -> set[str]:
        """Of all elements."""
        return {e.attributes["id"] for e in self.elements if "id" in e.attributes}


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self._page = page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"{tag} in {self._page.path} has an attribute twice: {names}"
        self._page.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self._page.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment in {self._page.path}: {data[:80]}")


def pages(site: Site) -> list[Page]:
    """All HTML of a site."""
    return [_read(file.path, file.content.decode()) for file in site if file.path.endswith(".html")]


def _read(path: str, text: str) -> Page:
    page = Page(path)
    reader = _Reader(page)
    reader.feed(text)
    reader.close()
    return page


def lost_links(site: Site) -> list[str]:
    """Addresses that lead out of the site, or to a page or place in it that does not exist."""
    read = {page.path: page for page in pages(site)}
    paths = {file.path for file in site}
    return [
        f"{page.path}: {link}" for page in read.values() for link in page.links() if not _found(page, link, read, paths)
    ]


def _found(page: Page, link: str, read: dict[str, Page], paths: set[str]) -> bool:
    address, _, place = link.partition("#")
    if ":" in address or "?" in address or address.startswith(("/", "\\")) or not (address or place):
        return False
    folder = page.path.rpartition("/")[0]
    aim = normpath(f"{folder}/{address}" if folder else address) if address else page.path
    if address.endswith("/") or aim == ".":
        aim = START if aim == "." else f"{aim}/{START}"
    return aim in paths and (not place or place in read[aim].ids())
