import pytest

from mlew.errors import Conflict, InputError, NotFound
from mlew.services.work import Stores
from tests.integration.adapters.samples import workshop


def test_a_stored_workshop_comes_back_as_it_was(stores: Stores, tenant: str) -> None:
    stores.workshops.create(workshop(tenant))
    assert stores.workshops.get("first") == workshop(tenant)


def test_an_id_is_taken_once(stores: Stores, tenant: str) -> None:
    stores.workshops.create(workshop(tenant))
    with pytest.raises(Conflict):
        stores.workshops.create(workshop(tenant, minutes=5).model_copy(update={"created_by": "another"}))
    assert stores.workshops.get("first").created_by == "facilitator"
    assert len(stores.workshops.page()[0]) == 1


def test_an_unknown_workshop_is_not_found(stores: Stores) -> None:
    with pytest.raises(NotFound):
        stores.workshops.get("nowhere")


def test_an_update_counts_up_the_revision_and_shows_in_the_list(stores: Stores, tenant: str) -> None:
    stores.workshops.create(workshop(tenant))
    improving = {"edition": "improvement", "edition_round": 3}
    running = workshop(tenant).model_copy(update={"state": "running", "phase": "define", **improving})
    assert stores.workshops.update(running).revision == 1
    assert stores.workshops.get("first") == running.model_copy(update={"revision": 1})
    [line], _ = stores.workshops.page()
    assert (line.state, line.phase, line.company) == ("running", "define", "サンプル商店")
    assert (line.edition, line.edition_round) == ("improvement", 3)


def test_of_two_updates_from_the_same_revision_the_second_stores_nothing(stores: Stores, tenant: str) -> None:
    stores.workshops.create(workshop(tenant))
    stores.workshops.update(workshop(tenant).model_copy(update={"state": "running"}))
    with pytest.raises(Conflict):
        stores.workshops.update(workshop(tenant).model_copy(update={"state": "failed"}))
    assert stores.workshops.get("first").state == "running"
    assert stores.workshops.page()[0][0].state == "running"


def test_what_was_never_created_cannot_be_updated(stores: Stores, tenant: str) -> None:
    with pytest.raises(Conflict):
        stores.workshops.update(workshop(tenant))
    assert stores.workshops.page() == ([], "")


def test_pages_are_newest_first_and_hold_every_workshop_once(stores: Stores, tenant: str) -> None:
    for number in range(7):
        stores.workshops.create(workshop(tenant, f"w-{number}", minutes=number * 10))
    found, cursor = stores.workshops.page(limit=3)
    while cursor:
        page, cursor = stores.workshops.page(limit=3, after=cursor)
        found += page
    assert [line.id for line in found] == [f"w-{number}" for number in reversed(range(7))]


def test_a_page_that_ends_with_the_last_workshop_has_no_cursor(stores: Stores, tenant: str) -> None:
    for number in range(4):
        stores.workshops.create(workshop(tenant, f"w-{number}"))
    _, cursor = stores.workshops.page(limit=2)
    assert stores.workshops.page(limit=2, after=cursor)[1] == ""


@pytest.mark.parametrize("cursor", ["x", "2026-04-01T03:00:00.000000Z#../x", "t#WORKSHOPS", "\n"])
def test_a_cursor_that_is_not_ours_is_refused(stores: Stores, cursor: str) -> None:
    with pytest.raises(InputError):
        stores.workshops.page(after=cursor)


@pytest.mark.parametrize("name", ["", "WORKSHOPS", "a#b", "../x", "a/b", "..", "あ", "a b", "a\n", "a" * 64, "-a"])
def test_what_is_no_id_is_refused(stores: Stores, tenant: str, name: str) -> None:
    with pytest.raises(InputError):
        stores.workshops.create(workshop(tenant).model_copy(update={"id": name}))
    with pytest.raises(InputError):
        stores.workshops.get(name)


def test_a_plan_that_is_too_large_for_a_record_is_refused(stores: Stores, tenant: str) -> None:
    large = workshop(tenant)
    large = large.model_copy(update={"plan": large.plan.model_copy(update={"sponsor": "あ" * 110_000})})
    with pytest.raises(InputError, match="KB"):
        stores.workshops.create(large)
