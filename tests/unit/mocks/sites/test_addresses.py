"""Addresses lead to the same file below the base path as they did at a root."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.mocks.sites.addresses import Place, outside_host, published, site_path
from tests.unit.mocks.sites.made_elsewhere import BASE, published_page

HERE = Place.of("docs/a.html", BASE)


@pytest.mark.parametrize(
    ("address", "new"),
    [
        ("/", BASE),
        ("/x.css?v=1#a", f"{BASE}x.css?v=1#a"),
        (" \n/x.css ", f"{BASE}x.css"),
        ("/\tx.css", f"{BASE}x.css"),
        ("\\x.css", f"{BASE}x.css"),
        ("../x.css", None),
        ("../../x.css", f"{BASE}x.css"),
        ("/../x.css", f"{BASE}x.css"),
        ("/docs/./b.html", f"{BASE}docs/b.html"),
        (f"{BASE}x.css", None),
        (BASE.rstrip("/"), None),
        ("x.css", None),
        ("?a=1", None),
        ("#top", None),
        ("", None),
        ("//cdn.example/x.css", None),
        ("/\\cdn.example/x.css", None),
        ("https://cdn.example/x.css", None),
        ("mailto:a@example.com", None),
        ("data:image/png;base64,/x/", None),
        ("javascript:location='/x'", None),
        ("//[", None),
        ("/日本 語.png", f"{BASE}日本 語.png"),
        ("/%2e%2e/x", f"{BASE}%2e%2e/x"),
    ],
)
def test_where_an_address_has_to_lead(address: str, new: str | None) -> None:
    assert published(address, HERE, BASE) == new


@given(
    st.lists(st.sampled_from(["a", "..", ".", "b.html", "", "日"]), min_size=1, max_size=6).map("/".join),
    st.sampled_from(["", "/", "?q=/x", "#/x"]),
    st.booleans(),
)
def test_every_address_stays_below_the_base(path: str, end: str, whole: bool) -> None:
    address = path + end
    if outside_host(address, HERE):
        return
    at_root = site_path(address, HERE, BASE)
    new = published(address, HERE, BASE, whole=whole)
    there = urljoin("https://host.example" + BASE + "docs/a.html", address if new is None else new)
    if at_root is not None:
        assert there.startswith(f"https://host.example{BASE}")
        assert there.partition("?")[0].partition("#")[0] == f"https://host.example{BASE}{at_root}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<img src=/a.png>", f'<img src="{BASE}a.png">'),
        ("<img src='/a.png'>", f"<img src='{BASE}a.png'>"),
        ('<img src="&#47;a.png?a=1&amp;b">', f'<img src="{BASE}a.png?a=1&amp;b">'),
        ('<img srcset="/a.png 1x, /b.png 2x">', f'<img srcset="{BASE}a.png 1x, {BASE}b.png 2x">'),
        ('<img srcset="data:image/png;base64,/a,b= 1x, /b.png">',
         f'<img srcset="data:image/png;base64,/a,b= 1x, {BASE}b.png">'),
        ('<form action="/send">', f'<form action="{BASE}send">'),
        ('<p style="background:url(/a.png)">', f'<p style="background:url({BASE}a.png)">'),
        ("<p style='background:url(\"/a.png\")'>", f"<p style='background:url(\"{BASE}a.png\")'>"),
        ("<style>@import '/a.css';</style>", f"<style>@import '{BASE}a.css';</style>"),
        ('<meta http-equiv="refresh" content="0; url=/b">', f'<meta http-equiv="refresh" content="0; url={BASE}b">'),
        ('<svg><use xlink:href="/i.svg#x"/></svg>', f'<svg><use xlink:href="{BASE}i.svg#x"/></svg>'),
        ('<object data="/a.pdf">', f'<object data="{BASE}a.pdf">'),
        ('<p data="/a.pdf" title="/b" href="/c">', f'<p data="/a.pdf" title="/b" href="{BASE}c">'),
        ('<a href="b">', '<a href="b">'),
        ('<img src="b.png">', f'<img src="{BASE}b.png">'),
        ('<script type="importmap">{"imports": {"a": "/a.js", "b": "./b.js"}}</script>',
         f'<script type="importmap">{{\n  "imports": {{\n    "a": "{BASE}a.js",\n    "b": "./b.js"\n  }}\n}}</script>'),
        ("<template><img src=/a.png></template>", f'<template><img src="{BASE}a.png"></template>'),
        ("<textarea><img src=/a.png></textarea>", "<textarea><img src=/a.png></textarea>"),
    ],
)  # fmt: skip
def test_addresses_of_a_start_page(before: str, after: str) -> None:
    assert before not in published_page() and after in published_page(before)


def test_attributes_of_any_name_that_hold_the_path_of_a_file() -> None:
    body = '<div data-src="/app.js" data-route="/other.js"></div>'
    head = '<meta property="og:image" content="/app.js">'
    made = published_page(body, head, app_js="")
    assert f'data-src="{BASE}app.js" data-route="/other.js"' in made
    assert f'content="{BASE}app.js"' in made


@pytest.mark.parametrize(("given_base", "written"), [("/", BASE), ("/app/", f"{BASE}app/"), ("app/", "app/")])
def test_a_base_element_moves_all_relative_addresses(given_base: str, written: str) -> None:
    made = published_page('<img src="a.png"><img src="/b.png">', f'<base href="{given_base}">')
    assert f'<base href="{written}">' in made
    assert f'<img src="a.png"><img src="{BASE}b.png">' in made
