"""Which file the edge answers an address with."""

import json
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infra.constructs.edge_source import LARGEST, api_source, mocks_source
from tests.unit.edge.edge_function import Answer, EdgeFunction, request

MOCK, OTHER, SITE, GONE = "a" * 16, "b" * 16, "c" * 16, "d" * 16
VERSION, LATER = "0123456789abcdef", "fedcba9876543210"


def values(**pointers: dict[str, Any]) -> dict[str, str]:
    return {key: json.dumps(pointer) for key, pointer in pointers.items()}


STORE = {
    MOCK: json.dumps({"v": VERSION, "o": "spec", "l": "ja"}),
    OTHER: json.dumps({"v": LATER, "o": "spec", "l": "en"}),
    SITE: json.dumps({"v": VERSION, "o": "site", "l": "en", "f": ["about", "docs/はじめに"]}),
    GONE: json.dumps({"gone": 1, "l": "ja"}),
}
MOCKS = EdgeFunction(mocks_source("spec"), STORE)
SITES = EdgeFunction(mocks_source("site"), STORE)


def status(answer: Answer) -> int:
    """0 if it goes on to the origin."""
    return int(answer.get("statusCode", 0))


@pytest.mark.parametrize("source", [mocks_source("spec"), mocks_source("site"), api_source()])
def test_cloudfront_takes_the_size(source: str) -> None:
    assert len(source.encode()) <= LARGEST


def test_no_value_is_left_to_fill_in() -> None:
    assert "@" not in mocks_source("spec").replace("@media", "")


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "/index.html"),
        ("/style.css", "/style.css"),
        ("/try/", "/try/index.html"),
        ("/try/step.html", "/try/step.html"),
        ("/%E5%86%99%E7%9C%9F.png", "/%E5%86%99%E7%9C%9F.png"),
    ],
)
def test_an_address_of_a_mock_is_a_file_of_its_version(path: str, file: str) -> None:
    assert MOCKS.get(f"/m/{MOCK}{path}")["uri"] == f"/sites/{MOCK}/{VERSION}{file}"


@pytest.mark.parametrize("path", ["", "/try", "/try/again"])
def test_a_folder_gets_its_slash_and_keeps_the_code(path: str) -> None:
    answer = MOCKS.get(f"/m/{MOCK}{path}", query="t=abc234defg&other=x")
    assert status(answer) == 302
    assert answer["headers"]["location"]["value"] == f"/m/{MOCK}{path}/?t=abc234defg"


def test_another_version_needs_another_pointer_only() -> None:
    moved = EdgeFunction(MOCKS.source, {**STORE, MOCK: json.dumps({"v": LATER, "o": "spec", "l": "ja"})})
    assert moved.get(f"/m/{MOCK}/")["uri"] == f"/sites/{MOCK}/{LATER}/index.html"


def test_a_destroyed_mock_is_gone_in_its_language() -> None:
    answer = MOCKS.get(f"/m/{GONE}/", language="en")
    assert status(answer) == 410
    assert 'lang="ja"' in answer["body"]
    assert "終了しました" in answer["body"]


@pytest.mark.parametrize(
    ("language", "words"), [("ja-JP,en", "見つかりません"), ("de", "not found"), ("", "not found")]
)
def test_an_unknown_mock_is_not_found_in_the_visitors_language(language: str, words: str) -> None:
    answer = MOCKS.get(f"/m/{'e' * 16}/", language=language)
    assert status(answer) == 404
    assert words in answer["body"]


def test_a_store_that_does_not_answer_is_no_missing_mock() -> None:
    assert "thrown" in EdgeFunction(MOCKS.source, None).get(f"/m/{MOCK}/")


def test_a_distribution_serves_its_own_kind_only() -> None:
    assert status(MOCKS.get(f"/m/{SITE}/")) == 404
    assert status(SITES.get(f"/m/{MOCK}/")) == 404


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "/index.html"),
        ("/assets/app-1a2b3c4d.js", "/assets/app-1a2b3c4d.js"),
        ("/settings", "/index.html"),
        ("/settings/profile/", "/index.html"),
        ("/about/", "/about/index.html"),
        ("/" + quote("docs/はじめに/"), "/" + quote("docs/はじめに/") + "index.html"),
    ],
)
def test_screens_of_a_site_are_its_start_page_unless_it_has_a_page_there(path: str, file: str) -> None:
    assert SITES.get(f"/m/{SITE}{path}")["uri"] == f"/sites/{SITE}/{VERSION}{file}"


@pytest.mark.parametrize(
    ("folders", "path", "file"),
    [
        (["about.html"], "/about", "/about.html"),
        (["about.html"], "/about/", "/about.html"),
        (["about.html"], "/other", "/index.html"),
        (["*"], "/any/", "/any/index.html"),
        (["*", "about.html"], "/about", "/about.html"),
        (["*.html"], "/any", "/any.html"),
        (["*.html", "docs"], "/docs/", "/docs/index.html"),
    ],
)
def test_pages_of_a_site_are_found_by_name(folders: list[str], path: str, file: str) -> None:
    sites = EdgeFunction(SITES.source, values(**{SITE: {"v": VERSION, "o": "site", "l": "en", "f": folders}}))
    assert sites.get(f"/m/{SITE}{path}")["uri"] == f"/sites/{SITE}/{VERSION}{file}"


def test_a_site_of_very_many_folders_has_no_screens_of_its_own() -> None:
    sites = EdgeFunction(SITES.source, values(**{SITE: {"v": VERSION, "o": "site", "l": "en", "f": ["*"]}}))
    assert sites.get(f"/m/{SITE}/any")["headers"]["location"]["value"] == f"/m/{SITE}/any/"


HOSTILE = [
    "/",
    "/index.html",
    "/favicon.ico",
    f"/sites/{MOCK}/{VERSION}/index.html",
    f"//m/{MOCK}/",
    f"/M/{MOCK}/",
    f"/m//{MOCK}/",
    f"/m/{MOCK}x/",
    f"/m/{MOCK.upper()}/",
    "/m/constructor/",
    "/m/__proto__/",
    f"/m/{MOCK}/../{OTHER}/index.html",
    f"/m/{MOCK}/%2e%2e/{OTHER}/index.html",
    f"/m/{MOCK}/.%2E/x.css",
    f"/m/{MOCK}/..%2f{OTHER}%2findex.html",
    f"/m/{MOCK}/..%5c{OTHER}/x.css",
    f"/m/{MOCK}/..\\{OTHER}/x.css",
    f"/m/{MOCK}/./x.css",
    f"/m/{MOCK}//x.css",
    f"/m/{MOCK}/a//",
    f"/m/{MOCK}/%00.css",
    f"/m/{MOCK}/%0d%0aSet-Cookie:x.css",
    f"/m/{MOCK}/%e0%a4.css",
    f"/m/{MOCK}/%zz.css",
    f"/m/{MOCK}/" + "x" * 2000 + ".css",
]


@pytest.mark.parametrize("distribution", [MOCKS, SITES], ids=["mocks", "sites"])
def test_hostile_addresses_are_not_found(distribution: EdgeFunction) -> None:
    asked = [uri.replace(MOCK, SITE) if distribution is SITES else uri for uri in HOSTILE]
    answers = distribution.answers(*(request(uri) for uri in asked))
    assert {uri: status(answer) for uri, answer in zip(asked, answers, strict=True)} == dict.fromkeys(asked, 404)


@settings(max_examples=15)
@given(
    st.lists(st.one_of(st.text(max_size=40), st.text("./%25eEfFcC\\\x00é日", max_size=30)), min_size=40, max_size=40)
)
def test_nothing_leads_out_of_the_mock(paths: list[str]) -> None:
    for distribution, mock in ((MOCKS, MOCK), (SITES, SITE)):
        for answer in distribution.answers(*(request(f"/m/{mock}/{path}") for path in paths)):
            assert "thrown" not in answer
            if status(answer) == 0:
                assert answer["uri"].startswith(f"/sites/{mock}/{VERSION}/")
                assert ".." not in answer["uri"].split("/")
            else:
                assert status(answer) in {302, 404}


def test_pages_of_the_edge_keep_the_strict_policy() -> None:
    for answer in (MOCKS.get("/x"), SITES.get(f"/m/{GONE}/")):
        policy = answer["headers"]["content-security-policy"]["value"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "<script" not in answer["body"]
        assert "style=" not in answer["body"]
        assert answer["headers"]["cache-control"]["value"] == "no-store"


def test_styles_of_these_pages_come_from_the_edge_too() -> None:
    answer = MOCKS.get("/edge.css")
    assert status(answer) == 200
    assert answer["headers"]["content-type"]["value"].startswith("text/css")
    assert "url(" not in answer["body"]


@pytest.mark.parametrize("uri", ["/v1/events", "//v1/events", "/v1//events", "/v1/events/"])
def test_slashes_too_many_before_the_api_do_not_matter(uri: str) -> None:
    assert EdgeFunction(api_source(), {}).get(uri)["uri"] == "/v1/events"


@pytest.mark.parametrize("uri", ["/v1/eventsx", "/m/a/v1/events", "/v1/unlock"])
def test_other_addresses_of_the_api_stay(uri: str) -> None:
    assert EdgeFunction(api_source(), {}).get(uri)["uri"] == uri
