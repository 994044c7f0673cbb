"""Text in other encodings becomes UTF-8, or is refused."""

import codecs

import pytest

from tests.unit.mocks.sites.made_elsewhere import TOP, page, prepared, rules, text_of

BODY = "<p>表示ソース、予約能力 ~ \\ あ</p>"  # holds characters whose second byte is a backslash in Shift_JIS


@pytest.mark.parametrize(
    ("label", "codec"),
    [("Shift_JIS", "cp932"), ("euc-jp", "euc_jp"), ("ISO-2022-JP", "iso2022_jp"), ("x-sjis", "cp932")],
)
@pytest.mark.parametrize(
    "meta", ['<meta charset="{}">', '<meta http-equiv="Content-Type" content="text/html; charset={}">']
)
def test_japanese_pages_become_utf_8(label: str, codec: str, meta: str) -> None:
    text = page(BODY + '<a href="/b.html">b</a>', meta.format(label))
    site = prepared({"index.html": text.encode(codec), "b.html": page()})
    expected = text.replace(label, "utf-8").replace("<head>", f"<head>{TOP}")
    assert text_of(site, "index.html").replace("/m/0123456789abcdef/b.html", "/b.html") == expected
    assert rules(site) == {"converted"}


def test_scripts_that_name_none_are_read_as_their_pages() -> None:
    start = page("", '<meta charset="shift_jis"><script src="a.js"></script>') + "日本語"
    site = prepared({"index.html": start.encode("cp932"), "a.js": "alert('表示')".encode("cp932")})
    assert text_of(site, "a.js") == "alert('表示')"


def test_a_style_sheet_may_name_its_own() -> None:
    site = prepared({"index.html": page(), "a.css": '@charset "Shift_JIS";a{content:"表"}'.encode("cp932")})
    assert text_of(site, "a.css") == '@charset "utf-8";a{content:"表"}'


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_utf_16_is_told_by_its_mark(mark: bytes) -> None:
    codec = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    site = prepared({"index.html": mark + page(BODY).encode(codec)})
    assert text_of(site, "index.html") == page(BODY).replace("<head>", f"<head>{TOP}")


def test_a_mark_of_utf_8_goes() -> None:
    site = prepared({"index.html": page().encode("utf-8-sig"), "a.js": b"\xef\xbb\xbfalert()"})
    assert text_of(site, "index.html").startswith("<!doctype")
    assert text_of(site, "a.js") == "alert()"
    assert rules(site) == set()


def test_a_page_in_utf_8_that_says_otherwise_is_what_it_is() -> None:
    site = prepared({"index.html": page("日本語", '<meta charset="shift_jis">')})
    assert "日本語" in text_of(site, "index.html")


@pytest.mark.parametrize("head", ["", '<meta charset="klingon">', '<meta charset="euc-jp">', '<meta charset="hex">'])
def test_what_cannot_be_told_is_refused(head: str) -> None:
    site = prepared({"index.html": page("", head).encode() + b"\x83\xff\xfe"})
    assert [(f.rule, f.where) for f in site.findings] == [("encoding-unknown", "index.html")]
