"""GenU's API: one contract for the adapter over HTTP and for the fake, then what only HTTP has."""

from collections.abc import Iterator

import pytest

from mlew.adapters.genu_http import HttpGenuSite
from mlew.errors import InputError, NotFound, SetupError
from mlew.ports.genu_site import GenuSite, Unsettled
from tests.fakes.genu_server import TOKEN, GenuServer, genu_server
from tests.fakes.genu_site import InMemoryGenuSite

CONTENT = {
    "title": "聞き取り",
    "description": "",
    "promptTemplate": "{{text:顧客}}",
    "inputExamples": [{"title": "例", "examples": {"顧客": "利用者"}}],
    "fixedModelId": "",
    "fileUpload": True,
}


@pytest.fixture
def server() -> Iterator[GenuServer]:
    with genu_server() as running:
        yield running


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
def http(server: GenuServer, pauses: list[float]) -> HttpGenuSite:
    return HttpGenuSite(f"{server.url}/api/", TOKEN, pause=pauses.append)


@pytest.fixture(params=["http", "fake"])
def site(request: pytest.FixtureRequest) -> GenuSite:
    chosen: GenuSite = InMemoryGenuSite() if request.param == "fake" else request.getfixturevalue("http")
    return chosen


def test_keeps_what_was_created_and_lists_the_newest_first(site: GenuSite) -> None:
    first = site.create(CONTENT)
    second = site.create({**CONTENT, "title": "発明"})

    assert [(case.id, case.title, case.shared) for case in site.mine()] == [
        (second, "発明", False),
        (first, "聞き取り", False),
    ]
    stored = site.content(first)
    assert {key: stored.get(key) or CONTENT[key] for key in CONTENT} == CONTENT


def test_lists_more_than_a_page(site: GenuSite) -> None:
    for number in range(65):
        site.create({**CONTENT, "title": f"t{number}"})

    assert [case.title for case in site.mine()] == [f"t{number}" for number in reversed(range(65))]


def test_updates_all_six_fields(site: GenuSite) -> None:
    identifier = site.create({**CONTENT, "description": "old"})

    site.update(identifier, {**CONTENT, "title": "新"})

    assert site.content(identifier)["title"] == "新"
    assert site.content(identifier).get("description", "") == ""


def test_sharing_flips(site: GenuSite) -> None:
    identifier = site.create(CONTENT)

    assert site.flip_shared(identifier)
    assert site.mine()[0].shared
    assert not site.flip_shared(identifier)


def test_a_use_case_that_is_not_there(site: GenuSite) -> None:
    with pytest.raises(NotFound):
        site.content("none/../x")


def test_sends_the_token_as_genu_does_and_says_nothing_about_an_empty_description(
    http: HttpGenuSite, server: GenuServer
) -> None:
    http.create(CONTENT)

    assert "description" not in server.items[0]
    assert server.asked == ["POST /usecases"]


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_reading_and_updating_are_tried_again(
    http: HttpGenuSite, server: GenuServer, pauses: list[float], status: int
) -> None:
    identifier = http.create(CONTENT)
    server.faults = [status, status]
    assert len(http.mine()) == 1
    server.faults = [-status]
    http.update(identifier, CONTENT)

    assert pauses == [1.0, 2.0, 1.0]


def test_what_must_not_happen_twice_is_left_open(http: HttpGenuSite, server: GenuServer, pauses: list[float]) -> None:
    server.faults = [-500]
    with pytest.raises(Unsettled):
        http.create(CONTENT)
    server.faults = [502]
    with pytest.raises(Unsettled):
        http.flip_shared("id-1")

    assert pauses == []
    assert len(server.items) == 1


def test_throttling_is_waited_out_whatever_was_asked(
    http: HttpGenuSite, server: GenuServer, pauses: list[float]
) -> None:
    server.faults = [429, 429]
    http.create(CONTENT)
    server.faults, server.retry_after = [429], "7"
    http.flip_shared("id-1")
    server.faults, server.retry_after = [429], "9999"
    http.mine()

    assert pauses == [1.0, 2.0, 7.0, 60.0]
    assert len(server.items) == 1


def test_gives_up_after_a_while(http: HttpGenuSite, server: GenuServer, pauses: list[float]) -> None:
    server.faults = [503] * 9

    with pytest.raises(SetupError, match="503"):
        http.mine()

    assert pauses == [1.0, 2.0, 4.0, 8.0]


def test_a_sign_in_that_is_over(server: GenuServer) -> None:
    site = HttpGenuSite(f"{server.url}/api", "old", pause=lambda _: None)

    with pytest.raises(SetupError, match="sign-in") as caught:
        site.mine()

    assert "--token-stdin" in caught.value.hint


@pytest.mark.parametrize(
    ("status", "error"), [(403, SetupError), (413, InputError), (400, SetupError), (302, SetupError)]
)
def test_refusals(http: HttpGenuSite, server: GenuServer, status: int, error: type[Exception]) -> None:
    server.faults = [status]

    with pytest.raises(error):
        http.mine()


def test_an_address_that_is_not_the_api(server: GenuServer) -> None:
    with pytest.raises(SetupError, match="something else"):
        HttpGenuSite(f"{server.url}/pages", TOKEN, pause=lambda _: None).mine()


def test_nobody_listens(pauses: list[float]) -> None:
    with genu_server() as gone:
        site = HttpGenuSite(f"{gone.url}/api", TOKEN, pause=pauses.append)

    with pytest.raises(SetupError, match="cannot be reached"):
        site.mine()
    with pytest.raises(Unsettled):
        site.create(CONTENT)


def test_no_token_over_an_open_line() -> None:
    with pytest.raises(InputError, match="not encrypted"):
        HttpGenuSite("http://genu.example/api", TOKEN, pause=lambda _: None).mine()
