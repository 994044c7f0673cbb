"""What cannot be published, and what is left out."""

import pytest

from mlew.mocks.sites.contents import media_of
from mlew.mocks.sites.finding import RULES
from tests.unit.mocks.sites.made_elsewhere import PNG, page, prepared, rules

START = {"index.html": page()}
MB = 1024 * 1024


@pytest.mark.parametrize(
    "path",
    ["../x.css", "a/../x.css", "./x.css", "/x.css", "a//x.css", "a\\x.css", "a\n.css", "a\u202e.css", " a.css",
     "a /x.css", "\ud800.css", "*.css", "v1/events/x.css", "a/v1/x.css", "x" * 401 + ".css"],
)  # fmt: skip
def test_hostile_names_are_refused(path: str) -> None:
    site = prepared({**START, path: "a{}"})
    assert rules(site) == {"name-hostile"}
    assert not site.files


@pytest.mark.parametrize("twice", [("A.css", "a.css"), ("が.css", "か\u3099.css"), ("dir/a.css", "DIR/a.css")])
def test_names_that_some_systems_take_for_one_are_refused(twice: tuple[str, str]) -> None:
    assert rules(prepared({**START, **dict.fromkeys(twice, "a{}")})) == {"name-twice"}


def test_names_are_published_as_browsers_ask_for_them() -> None:
    assert "img/が.png" in {file.path for file in prepared({**START, "img/か\u3099.png": PNG}).files}


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        (".env", "secret-left-out"),
        (".env.production", "secret-left-out"),
        ("certs/server.pem", "secret-left-out"),
        ("id_rsa", "secret-left-out"),
        (".DS_Store", "hidden-left-out"),
        ("app.js.map", "map-left-out"),
        ("_redirects", "type-left-out"),
        ("api.php", "type-left-out"),
        ("app.js.gz", "type-left-out"),
    ],
)
def test_what_is_no_part_of_a_site_is_left_out(path: str, rule: str) -> None:
    site = prepared({**START, path: "x"})
    assert rules(site) == {rule}
    assert {file.path for file in site.files} == {"index.html", "mlew/tracker.js"}


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.png", b"<html>"),
        ("a.png", b"version https://git-lfs.github.com/spec/v1\n"),
        ("a.woff2", PNG),
        ("a.js", b"MZ\x90\0\0\0"),
        ("a.html", b"\0" * 10),
        ("a.mp4", b"RIFF1234"),
        ("a.wasm", b"x"),
        ("a.pdf", b"<html>"),
    ],
)
def test_files_that_are_not_what_they_are_called_are_refused(path: str, content: bytes) -> None:
    assert rules(prepared({**START, path: content})) == {"content-wrong"}


@pytest.mark.parametrize(
    ("path", "content", "media"),
    [
        ("a.png", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("a.jpg", b"RIFF1234WEBP", "image/webp"),
        ("a.avif", b"\0\0\0\x20ftypavif", "image/avif"),
        ("a.ico", PNG, "image/png"),
        ("a.mp3", b"ID3", "audio/mpeg"),
        ("a.woff", b"wOFF", "font/woff"),
        ("A.HTM", b"<p>", "text/html"),
        ("a.css", b"", "text/css"),
    ],
)
def test_files_are_served_as_what_they_are(path: str, content: bytes, media: str) -> None:
    assert media_of(path, content) == media


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("-----BEGIN RSA PRIVATE KEY-----\n" + "A" * 64, True),
        ("const k='-----BEGIN PRIVATE KEY-----\\n" + "b/" * 32 + "'", True),
        ("k = '-----BEGIN PRIVATE KEY-----'; // what a library looks for", False),
        ("id: 'AKIA" + "A2B3C4D5" * 2 + "'", True),
        ("id: 'AKIA" + "IOSFODNN7" + "EXAMPLE'", False),
        ("const x = 'AKIArectangle'", False),
    ],
)
def test_keys_are_not_published(text: str, refused: bool) -> None:
    site = prepared({**START, "a.js": f"// one\n{text}"})
    assert [(f.rule, f.where, f.line) for f in site.findings] == ([("secret-inside", "a.js", 2)] if refused else [])
    assert "BEGIN" not in repr(site.findings)


def test_ten_megabytes_are_a_file_and_no_more() -> None:
    assert rules(prepared({**START, "a.bmp": b"BM" + b"x" * (10 * MB - 2)})) == set()
    assert rules(prepared({**START, "a.bmp": b"BM" + b"x" * (10 * MB - 1)})) == {"too-large"}


def test_fifty_megabytes_are_a_site_and_no_more() -> None:
    nine = b"BM" + b"\0" * (9 * MB)
    assert rules(prepared({**START, **{f"{n}.bmp": nine for n in range(6)}})) == {"all-too-large"}


def test_a_thousand_files_are_a_site_and_no_more() -> None:
    assert rules(prepared({**START, **{f"{n}.css": "" for n in range(1_000)}})) == {"too-many"}


def test_a_site_has_a_start_page() -> None:
    assert rules(prepared({"home.html": page()})) == {"no-start"}


def test_a_project_that_is_not_built_is_no_site() -> None:
    site = prepared({"index.html": page('<script type="module" src="/src/main.tsx?v=1"></script>')})
    assert [(f.rule, f.what) for f in site.findings] == [("not-built", "/src/main.tsx")]


def test_every_rule_has_a_text() -> None:
    from mlew.cli.words import texts  # noqa: PLC0415 – the texts stand with the command line

    told = {key.removeprefix("sites.finding.") for key in texts() if key.startswith("sites.finding.")}
    assert told == set(RULES)
