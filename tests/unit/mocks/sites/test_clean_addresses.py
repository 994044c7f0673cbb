"""What the edge has to know of a site's pages."""

import json

import pytest

from mlew.mocks.sites.clean_addresses import clean_addresses


def many(form: str) -> list[str]:
    return ["index.html", *(form.format(f"page-{n}") for n in range(300))]


@pytest.mark.parametrize(
    ("paths", "known"),
    [
        (["index.html", "a.css", "assets/a.js"], ()),
        (["index.html", "about/index.html", "docs/はじめに/index.html"], ("about", "docs/はじめに")),
        (["index.html", "about.html", "docs/a.html"], ("about.html", "docs/a.html")),
        (["index.html", "about.html", "about/index.html"], ("about",)),
        (many("{}/index.html"), ("*",)),
        (many("{}.html"), ("*.html",)),
        ([*many("{}.html"), "docs/index.html"], ("docs", "*.html")),
        ([*many("{}/index.html"), "about.html"], ("*", "about.html")),
        ([*many("{}/index.html"), *many("other-{}.html")], ("*", "*.html")),
    ],
)
def test_the_list_fits_what_the_edge_can_keep(paths: list[str], known: tuple[str, ...]) -> None:
    assert clean_addresses(paths) == known
    assert len(json.dumps(known, ensure_ascii=False).encode()) < 900
