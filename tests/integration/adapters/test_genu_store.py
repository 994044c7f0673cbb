import pytest

from mlew.errors import InputError, NotFound
from mlew.services.work import Stores

FILES = {"practice-2-define.json": '{"title": "問い"}\n', "index.html": "<!doctype html>", "index.md": ""}


def test_files_come_back_in_their_order(stores: Stores) -> None:
    stores.genu.put("w", FILES)

    assert stores.genu.names("w") == list(FILES)
    assert {name: stores.genu.get("w", name) for name in FILES} == FILES


def test_newer_files_replace_all_of_the_older(stores: Stores) -> None:
    stores.genu.put("w", FILES)
    stores.genu.put("w", {"index.md": "新"})

    assert stores.genu.names("w") == ["index.md"]
    assert stores.genu.get("w", "index.md") == "新"
    with pytest.raises(NotFound):
        stores.genu.get("w", "index.html")


def test_a_workshop_that_no_phase_has_ended_in_has_none(stores: Stores) -> None:
    assert stores.genu.names("w") == []
    with pytest.raises(NotFound):
        stores.genu.get("w", "index.md")


@pytest.mark.parametrize("name", ["../w2/index.md", "", "索引.html", "a/b.json"])
def test_names_that_cannot_be_kept_are_refused(stores: Stores, name: str) -> None:
    with pytest.raises(InputError):
        stores.genu.put("w", {name: ""})
    assert stores.genu.names("w") == []
    with pytest.raises(NotFound):
        stores.genu.get("w", name)
