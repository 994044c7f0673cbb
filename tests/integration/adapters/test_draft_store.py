import pytest

from mlew.domain.artifact import Usage
from mlew.errors import InputError
from mlew.ports.draft_store import DraftKey, StoredDraft
from mlew.services.work import Stores

KEY = DraftKey(step="invent", cell="a.Q3.0", round=1)


def draft(text: str = "最初") -> StoredDraft:
    return StoredDraft(
        draft={"name": text, "list": [1, {"x": None}]}, model="m", prompt="invent@1", usage=Usage(calls=1)
    )


def test_a_finished_draft_comes_back_as_it_was(stores: Stores) -> None:
    assert stores.drafts.get("w", KEY) is None
    assert stores.drafts.put("w", KEY, draft()) == draft()
    assert stores.drafts.get("w", KEY) == draft()


def test_the_first_draft_wins(stores: Stores) -> None:
    stores.drafts.put("w", KEY, draft("first"))
    assert stores.drafts.put("w", KEY, draft("second")) == draft("first")
    assert stores.drafts.get("w", KEY) == draft("first")


@pytest.mark.parametrize(
    "other",
    [
        DraftKey(step="invent", cell="a.Q3.0", round=2),
        DraftKey(step="invent", cell="a.Q3.1", round=1),
        DraftKey(step="refine", cell="a.Q3.0", round=1),
    ],
)
def test_rounds_cells_and_steps_are_apart(stores: Stores, other: DraftKey) -> None:
    stores.drafts.put("w", KEY, draft())
    assert stores.drafts.get("w", other) is None
    assert stores.drafts.get("v", KEY) is None


def test_exhausted_conversations_are_counted_beside_the_draft(stores: Stores) -> None:
    assert stores.drafts.exhausted("w", KEY) == 0
    stores.drafts.exhaust("w", KEY)
    stores.drafts.exhaust("w", KEY)
    assert stores.drafts.exhausted("w", KEY) == 2
    assert stores.drafts.get("w", KEY) is None
    stores.drafts.put("w", KEY, draft())
    stores.drafts.exhaust("w", KEY)
    assert stores.drafts.exhausted("w", KEY) == 3
    assert stores.drafts.get("w", KEY) == draft()


@pytest.mark.parametrize("cell", ["", "a#b", "../x", "a/b", "あ"])
def test_a_cell_cannot_leave_its_place(stores: Stores, cell: str) -> None:
    key = DraftKey(step="invent", cell=cell, round=1)
    with pytest.raises(InputError):
        stores.drafts.put("w", key, draft())
    with pytest.raises(InputError):
        stores.drafts.get("w", key)
