"""The index: one page without outside requests that hands out every file and says what to paste where."""

import json
import re
from base64 import b64decode
from html.parser import HTMLParser
from itertools import pairwise
from typing import get_args

import pytest

from mlew.domain.base import Locale
from usecases.definition import PARTS
from usecases.genu.dist import dist_files, use_cases
from usecases.genu.format import UseCase
from usecases.genu.index.markdown import index_markdown
from usecases.genu.index.page import index_page

LOCALES: tuple[Locale, ...] = get_args(Locale)
VOID = {"meta", "link", "br", "img", "input", "hr", "circle", "path"}

both_languages = pytest.mark.parametrize("locale", LOCALES)


class Page(HTMLParser):
    """Elements with their attributes; fails on tags that do not match."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return dist_files()


@both_languages
def test_every_use_case_can_be_taken_from_the_page_itself(pages: dict[str, str], locale: Locale) -> None:
    links = [a for a in Page(pages[f"{locale}/index.html"]).all("a") if "download" in a]

    taken = {a["download"]: b64decode(a["href"].partition("base64,")[2]).decode() for a in links}
    assert taken == {name.split("/")[1]: text for name, text in pages.items() if re.match(rf"{locale}/.+\.json", name)}
    assert all(a["aria-label"] for a in links)


@both_languages
def test_nothing_is_loaded_from_elsewhere(pages: dict[str, str], locale: Locale) -> None:
    page = Page(pages[f"{locale}/index.html"])

    assert not re.search(r"https?://|url\(|@import", pages[f"{locale}/index.html"])
    assert page.all("script") == page.all("link") == page.all("img") == []
    (policy,) = (m["content"] for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy


@both_languages
def test_the_page_can_be_read_aloud_and_on_a_phone(pages: dict[str, str], locale: Locale) -> None:
    page = Page(pages[f"{locale}/index.html"])

    assert page.all("html")[0]["lang"] == locale
    assert any("width=device-width" in m.get("content", "") for m in page.all("meta"))
    headings = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))
    ids = [a["id"] for _, a in page.elements if "id" in a]
    assert len(set(ids)) == len(ids)
    for svg in page.all("svg"):
        assert svg.get("aria-hidden") == "true" or (
            svg["role"] == "img" and set(svg["aria-labelledby"].split()) <= set(ids)
        )


@both_languages
def test_the_page_says_which_file_comes_first_and_what_goes_where(pages: dict[str, str], locale: Locale) -> None:
    html, markdown = pages[f"{locale}/index.html"], pages[f"{locale}/index.md"]

    cards = html.split('<ul class="cards">')[1].split("</ul>")[0]
    assert re.findall(r'download="([^"]+)"', cards) == [
        "day0-1-readiness.json", "practice-1-listen.json", "improvement-1-listen.json",
    ]  # fmt: skip
    for said in {
        "ja": ("これまでの結果", "執筆", "顧客シート"),
        "en": ("Results so far", "writing use case", "Customer sheet"),
    }[locale]:
        assert said in html
        assert said in markdown


@both_languages
def test_markdown_links_every_file_that_lies_beside_it(pages: dict[str, str], locale: Locale) -> None:
    linked = set(re.findall(r"\]\(([^)]+)\)", pages[f"{locale}/index.md"]))

    assert linked == {name.split("/")[1] for name in pages if re.match(rf"{locale}/.+\.json", name)}


def test_text_from_elsewhere_is_no_markup() -> None:
    built = {name: UseCase.model_validate(json.loads(u.to_json())) for name, u in use_cases("en").items()}
    hostile = '<script>alert("x")</script> & "more"'

    html = index_page(built, "en", PARTS, about=hostile)

    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert hostile in index_markdown(built, "en", PARTS, about=hostile)
