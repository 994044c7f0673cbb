import pytest

from mlew.errors import Conflict, InputError, NotFound
from mlew.services.work import Stores
from tests.integration.adapters.samples import link, mock


def test_a_stored_mock_comes_back_as_it_was(stores: Stores) -> None:
    assert stores.mocks.create(mock()) == mock()
    assert stores.mocks.get("first", "a" * 16) == mock()
    assert stores.mocks.find("first", "a~spec~1") == mock()


def test_a_slot_is_taken_once_and_the_second_is_given_what_is_there(stores: Stores) -> None:
    stores.mocks.create(mock())
    assert stores.mocks.create(mock(letter="b")) == mock()
    assert stores.mocks.list("first") == [mock()]


def test_pairs_and_rounds_have_mocks_of_their_own(stores: Stores) -> None:
    later = mock(letter="c").model_copy(update={"round": 2})
    for one in (mock(pair="b", letter="b"), later, mock()):
        stores.mocks.create(one)
    assert [m.slot for m in stores.mocks.list("first")] == ["a~spec~1", "a~spec~2", "b~spec~1"]
    assert stores.mocks.list("other") == []


def test_what_is_not_there_is_not_found(stores: Stores) -> None:
    assert stores.mocks.find("first", "a~spec~1") is None
    with pytest.raises(NotFound):
        stores.mocks.get("first", "a" * 16)


def test_of_two_changes_of_one_mock_the_second_hears_of_the_first(stores: Stores) -> None:
    stores.mocks.create(mock())
    live = stores.mocks.update(mock().model_copy(update={"state": "live"}))
    assert live.revision == 1
    with pytest.raises(Conflict):
        stores.mocks.update(mock().model_copy(update={"state": "failed"}))
    assert stores.mocks.get("first", "a" * 16) == live


def test_what_was_never_created_cannot_be_changed(stores: Stores) -> None:
    with pytest.raises(Conflict):
        stores.mocks.update(mock())
    assert stores.mocks.list("first") == []


def test_links_come_back_in_the_order_in_which_they_were_made(stores: Stores) -> None:
    first, second = link("bbbbbbbbbb", tester="試す人"), link("aaaaaaaaaa", seconds=1)
    stores.mocks.add_links("first", [second, first])
    stores.mocks.add_links("first", [link("cccccccccc", letter="b")])
    assert stores.mocks.links("first", "a" * 16) == [first, second]
    assert stores.mocks.links("other", "a" * 16) == []


def test_a_link_that_is_there_stays_as_it_is(stores: Stores) -> None:
    stores.mocks.add_links("first", [link(tester="first")])
    stores.mocks.add_links("first", [link(tester="second", seconds=5)])
    assert stores.mocks.links("first", "a" * 16) == [link(tester="first")]


@pytest.mark.parametrize("slot", ["", "a", "a~spec", "a~spec~1~x", "a#~spec~1", "~~", "a~../x~1"])
def test_what_is_no_slot_is_refused(stores: Stores, slot: str) -> None:
    with pytest.raises(InputError):
        stores.mocks.find("first", slot)


@pytest.mark.parametrize("part", ["", "a#b", "a/b", "..", "あ"])
def test_a_mock_that_could_be_another_key_is_refused(stores: Stores, part: str) -> None:
    with pytest.raises(InputError):
        stores.mocks.links("first", part)
