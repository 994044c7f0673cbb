"""A page as a reader gets it: its words in order, without what is hidden."""

import re
from html.parser import HTMLParser

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Written(HTMLParser):
    """Elements, attributes and words; each element closed where it should be."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self._open: list[str] = []
        self._words: list[str] = []
        self._in_article: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            return
        self._words.append(data)
        if "article" in self._open:
            self._in_article.append(data)

    @property
    def text(self) -> str:
        """Of the page."""
        return _joined(self._words)

    @property
    def article(self) -> str:
        """Of the mocks alone, without what explains the page."""
        return _joined(self._in_article)


def read_page(page: str) -> Written:
    """Parse it; fails if it is broken."""
    return Written(page)


def _joined(words: list[str]) -> str:
    return re.sub(r"[\s\N{NO-BREAK SPACE}]+", " ", "".join(words))
