"""`mlew mocks track`."""

import pytest

from tests.fakes import FakeHosting
from tests.unit.cli.terminal import Terminal

PAGE = "https://trial.example.com/start"


@pytest.fixture
def room(running: Terminal) -> Terminal:
    """A deployment that hosts mocks; none is made yet."""
    running.hosting = FakeHosting()
    return running


def test_the_tags_go_to_the_output_whole(room: Terminal) -> None:
    said = room("mocks", "track", "--pair", "a", "--url", PAGE)
    assert said.code == 0
    [mock] = room.stores.mocks.list("w1")
    assert f'<script src="https://mocks.example/sdk/mlew-tracker.js?key={mock.key}"></script>' in said.out.splitlines()
    assert "https://mocks.example/sdk/tracker.js" in said.out
    assert f"a: {PAGE}" in said.out
    data = room("mocks", "track", "--pair", "a", "--url", PAGE, "--json").data
    assert (data["address"], data["id"]) == (PAGE, mock.id)
    assert set(data["script"]) == {"plain", "sdk"}


def test_from_then_on_it_is_a_mock_like_the_others(room: Terminal) -> None:
    room("mocks", "track", "--pair", "a", "--url", PAGE)
    assert PAGE in room("mocks", "list").out
    assert room("mocks", "open").out.strip() == f"{PAGE}?preview=1"
    links = room("mocks", "links", "--json").data["links"]
    assert [link["address"].startswith(f"{PAGE}?t=") for link in links] == [True, True]
    assert room("mocks", "passcode", "set").code == 2


def test_the_pair_has_to_be_named_if_there_are_several(room: Terminal) -> None:
    said = room("mocks", "track", "--url", PAGE)
    assert said.code == 2
    assert "--pair a / --pair b" in said.err


def test_an_address_that_is_none_is_refused(room: Terminal) -> None:
    assert room("mocks", "track", "--pair", "a", "--url", "trial.example.com").code == 2
