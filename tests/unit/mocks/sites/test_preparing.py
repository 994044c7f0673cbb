"""From the files of a folder to a site below its base path."""

import json

import pytest

from mlew.domain.site import site_version
from tests.unit.mocks.sites.made_elsewhere import BASE, KEY, PNG, TAG, TOP, page, prepared, rules, text_of, vite


def test_a_bundlers_site_is_moved_below_its_base() -> None:
    site = prepared(vite())
    start = text_of(site, "index.html")
    assert f'src="{BASE}assets/index-B1c2D3e4.js"' in start
    assert f'href="{BASE}logo.svg"' in start
    assert text_of(site, "assets/index-A1b2C3d4.css") == f"body{{background:url({BASE}assets/back-Z9y8X7w6.png)}}"
    manifest = json.loads(text_of(site, "manifest.webmanifest"))
    assert manifest == {"start_url": BASE, "icons": [{"src": f"{BASE}logo.svg"}], "name": "Trial"}
    assert (site.title, site.folders, rules(site)) == ("Trial", (), set())
    assert {file.path: file.media for file in site.files}["logo.svg"] == "image/svg+xml"


@pytest.mark.parametrize("base", [BASE, "./"])
def test_a_site_that_was_built_for_it_works_too(base: str) -> None:
    site = prepared(vite(base=base, script=f'const base="{BASE}";history.pushState(0,"",base);location.pathname'))
    assert rules(site) == set()
    assert f'src="{BASE}assets/index-B1c2D3e4.js"' in text_of(site, "index.html")
    assert BASE + BASE[1:] not in text_of(site, "index.html")


def test_a_site_that_was_built_for_another_mock_has_to_be_built_again() -> None:
    site = prepared(vite(base="/m/fedcba9876543210/"))
    assert {(f.rule, f.what) for f in site.findings if f.weight == "rebuild"} == {
        ("other-base", "/m/fedcba9876543210/")
    }


def test_the_same_files_are_the_same_version_in_any_order() -> None:
    files = vite()
    again = dict(reversed(files.items()))
    assert site_version(prepared(files).files) == site_version(prepared(again).files)


def test_a_site_of_several_pages_keeps_its_clean_addresses() -> None:
    site = prepared(
        {
            "index.html": page('<a href="/about">a</a><a href="/docs/">d</a><a href="contact.html">c</a>'),
            "about.html": page('<img src="/img/a.png"><a href="/">home</a>'),
            "docs/index.html": page('<a href="../about">a</a><img src="../img/a.png">'),
            "contact.html": page(),
            "img/a.png": PNG,
        }
    )
    assert f'<a href="{BASE}about">a</a><a href="{BASE}docs/">d</a><a href="contact.html">' in text_of(
        site, "index.html"
    )
    assert f'<img src="{BASE}img/a.png"><a href="{BASE}">home</a>' in text_of(site, "about.html")
    assert '<a href="../about">a</a><img src="../img/a.png">' in text_of(site, "docs/index.html")
    assert site.folders == ("docs", "about.html", "contact.html")
    assert rules(site) == set()
    assert all(TAG in text_of(site, file.path) for file in site.files if file.path.endswith(".html"))


def test_what_is_put_in_stands_before_every_script_and_all_else_stays() -> None:
    head, body = '<script>let a = "</b>";</script>', "<p title='a>b'>日本語 &amp; <br/></p><!-- <img src=\"/x\"> -->"
    before = page(body, head)
    assert text_of(prepared({"index.html": before}), "index.html") == before.replace("<head>", f"<head>{TOP}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<!doctype html><p>x", f"<!doctype html>{TOP}<p>x"),
        ("<!-- <head> --><!DOCTYPE html>\n<HTML lang=ja>\n<p>x",
         f"<!-- <head> --><!DOCTYPE html>\n<HTML lang=ja>{TOP}\n<p>x"),
        ("<p>x</p>", f"{TOP}<p>x</p>"),
        ("", TOP),
        ("<head><meta name=robots content='noindex, nofollow'>",
         f"<head>{TAG}<meta name=robots content='noindex, nofollow'>"),
    ],
)  # fmt: skip
def test_pages_without_a_head_are_counted_too(before: str, after: str) -> None:
    assert text_of(prepared({"index.html": before}), "index.html") == after


def test_a_piece_of_a_page_stays_as_it_is() -> None:
    site = prepared({"index.html": page(), "parts/card.html": "<div>card</div>"})
    assert text_of(site, "parts/card.html") == "<div>card</div>"


def test_a_tracker_that_is_there_is_connected_and_not_put_in_again() -> None:
    own = (
        '<script src="https://old.example/m/x/tracker.js" data-key="old" data-endpoint="https://old.example/v1" defer>'
    )
    site = prepared({"index.html": page("<button data-track='go'>x</button>", f"{own}</script>{own}</script>")})
    start = text_of(site, "index.html")
    assert start.count(TAG) == 1
    assert "old" not in start
    assert "data-track='go'" in start
    assert rules(site) == set()


def test_pages_of_the_mlew_sdk_report_here() -> None:
    sdk = '<script src="https://sdk.example/mlew-tracker.js" integrity="sha384-x" crossorigin></script>'
    site = prepared({"index.html": page(head=sdk), "b.html": page()})
    loaded = f'<script src="{BASE}mlew/mlew-tracker.js?key={KEY}">'
    assert loaded in text_of(site, "index.html")
    assert "Tracker(" not in text_of(site, "index.html")
    assert f"{loaded}</script><script>new MLEWTracker.Tracker(" in text_of(site, "b.html")
    assert [file.path for file in site.files if file.path.startswith("mlew/")] == ["mlew/mlew-tracker.js"]
    assert rules(site) == {"sdk"}


def test_files_in_our_folder_are_ours() -> None:
    site = prepared({"index.html": page(), "mlew/tracker.js": "alert(1)"})
    assert "alert" not in text_of(site, "mlew/tracker.js")


def test_a_checksum_that_is_wrong_now_goes_and_others_stay() -> None:
    head = (
        '<link rel="stylesheet" href="/a.css" integrity="sha384-a"><link rel="stylesheet" href="/b.css" '
        'integrity="sha384-b"><script src="/c.js" integrity=sha384-c></script>'
    )
    start = text_of(
        prepared(
            {"index.html": page(head=head), "a.css": "a{b:url(/p.png)}", "b.css": "a{}", "c.js": "", "p.png": PNG}
        ),
        "index.html",
    )
    assert 'integrity=""' in start
    assert "sha384-a" not in start
    assert "sha384-b" in start
    assert "sha384-c" in start


def test_data_with_paths_is_told_of() -> None:
    files: dict[str, str | bytes] = {
        "index.html": page(),
        "a.png": PNG,
        "menu.json": '{"dishes": [{"picture": "/a.png"}]}',
    }
    assert rules(prepared(files)) == {"data-paths"}
    assert text_of(prepared(files), "menu.json") == files["menu.json"]


def test_what_is_named_and_not_there_is_told_of_with_the_name_that_was_meant() -> None:
    body = '<img src="Photo.PNG"><a href="/screen/of/script">s</a><a href="gone.html">x</a><img srcset="a.png 1x">'
    site = prepared({"index.html": page(body), "photo.png": PNG, "a.css": "@import 'none.css';"})
    missing = {(f.where, f.what) for f in site.findings if f.rule == "missing"}
    assert missing == {
        ("index.html", "Photo.PNG (photo.png?)"), ("index.html", "gone.html"), ("index.html", "a.png"),
        ("a.css", "none.css"),
    }  # fmt: skip


def test_other_hosts_are_told_of_where_something_is_loaded_from_them() -> None:
    site = prepared(
        {
            "index.html": page(
                '<a href="https://link.example/">out</a><img src="//pictures.example/a.png">'
                '<form action="https://form.example/send"></form><iframe src="own.html"></iframe>',
                '<link rel="stylesheet" href="https://fonts.example/css?a&amp;b"><link rel=canonical href="https://me.example/">',
            ),
            "own.html": page(),
            "a.css": "@namespace svg url(http://www.w3.org/2000/svg);@font-face{src:url(https://files.example/a.woff2)}",
            "a.js": 'fetch("https://api.example/v1"); const link = "https://docs.example/";import("https://cdn.example/x.js")',
        }
    )
    assert {f.where for f in site.findings if f.rule == "outside"} == {
        "pictures.example", "form.example", "fonts.example", "files.example", "api.example", "cdn.example",
    }  # fmt: skip
    assert "framed" in rules(site)
