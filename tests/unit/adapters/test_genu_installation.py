"""Where GenU's API and users are, from its own pages."""

from collections.abc import Iterator

import pytest

from mlew.adapters.genu_installation import Installation, find_installation
from mlew.errors import InputError, SetupError
from tests.fakes.genu_server import GenuServer, genu_server

NOTHING = Installation(api_url="")


@pytest.fixture
def server() -> Iterator[GenuServer]:
    with genu_server() as running:
        yield running


def test_found_in_the_script_of_the_start_page(server: GenuServer) -> None:
    found = find_installation(server.url, given=NOTHING, sign_in=True)

    assert found == Installation(
        api_url=f"{server.url}/api/", user_pool="ap-northeast-1_AbCdEf123", client_id="4k0pqexample"
    )


def test_settings_may_stand_in_one_object(server: GenuServer, monkeypatch: pytest.MonkeyPatch) -> None:
    script = 'const e={VITE_APP_API_ENDPOINT:"https://a.example/api/",VITE_APP_USER_POOL_ID:`us-east-1_x`};baseURL:"https://b.example"'
    monkeypatch.setattr(server, "bundle", lambda: script)

    given = Installation(api_url="", client_id="abc")
    assert find_installation(f"{server.url}/", given=given, sign_in=True) == Installation(
        api_url="https://a.example/api/", user_pool="us-east-1_x", client_id="abc"
    )


def test_what_is_given_is_not_looked_up() -> None:
    given = Installation(api_url="https://a.example/api", user_pool="us-east-1_x", client_id="abc")

    assert find_installation("https://nowhere.invalid", given=given, sign_in=True) == given
    only_api = find_installation("https://nowhere.invalid", given=given, sign_in=False)
    assert only_api == Installation(api_url="https://a.example/api")


def test_pages_that_say_nothing(server: GenuServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "bundle", lambda: 'userPoolId:"not a pool",baseURL:"/relative"')

    with pytest.raises(SetupError) as caught:
        find_installation(server.url, given=NOTHING, sign_in=True)

    assert all(option in caught.value.hint for option in ("--api-url", "--user-pool", "--client-id"))


@pytest.mark.parametrize("url", ["genu.example", "ftp://genu.example", "http://genu.example", "https://", "https://[x"])
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(InputError):
        find_installation(url, given=NOTHING, sign_in=False)


def test_a_site_that_is_not_there() -> None:
    with genu_server() as gone:
        url = gone.url

    with pytest.raises(SetupError, match="cannot be reached"):
        find_installation(url, given=NOTHING, sign_in=False)
