import pytest

from mlew.domain.inputs import Finding, Picture, WorkshopInputs
from mlew.domain.solution import Solution
from mlew.errors import InputError, NotFound
from mlew.services.work import Stores

INPUTS = WorkshopInputs(
    pictures=(Picture(name="slide-1.png", media="png", source="顧客.pptx", width=10, height=10, byte_size=3),),
    solutions=(Solution(name="需要予測", origin="論文"),),
    prose="前書き\n",
    findings=(Finding(severity="warning", rule="r", file="solutions.md", message="…"),),
)
ORIGINALS = {"顧客 2026年.pptx": b"\x00\xff", "solutions.md": b"", "a/../b.md": b"1", "..": b"2", "50%.md": b"3"}


def test_inputs_pictures_and_files_come_back_as_they_were(stores: Stores) -> None:
    stores.inputs.put("w", INPUTS, {"slide-1.png": b"\x89PN"}, ORIGINALS)
    assert stores.inputs.get("w") == INPUTS
    assert stores.inputs.picture("w", "slide-1.png") == b"\x89PN"
    assert stores.inputs.originals("w") == ORIGINALS


def test_newer_inputs_replace_all_of_the_older(stores: Stores) -> None:
    stores.inputs.put("w", INPUTS, {"slide-1.png": b"\x89PN"}, ORIGINALS)
    stores.inputs.put("w", WorkshopInputs(prose="新"), {}, {"customer.md": b"#"})
    assert stores.inputs.get("w") == WorkshopInputs(prose="新")
    assert stores.inputs.originals("w") == {"customer.md": b"#"}
    with pytest.raises(NotFound):
        stores.inputs.picture("w", "slide-1.png")


def test_a_workshop_without_inputs_is_not_found(stores: Stores) -> None:
    with pytest.raises(NotFound):
        stores.inputs.get("w")
    with pytest.raises(NotFound):
        stores.inputs.originals("w")
    with pytest.raises(NotFound):
        stores.inputs.picture("w", "slide-1.png")


@pytest.mark.parametrize("name", ["../../other/inputs/x.png", "slide-2.png", "", "読.png"])
def test_a_picture_that_is_not_of_this_workshop_is_not_found(stores: Stores, name: str) -> None:
    stores.inputs.put("w", INPUTS, {"slide-1.png": b"\x89PN"}, {})
    with pytest.raises(NotFound):
        stores.inputs.picture("w", name)


def test_names_that_cannot_be_kept_are_refused(stores: Stores) -> None:
    with pytest.raises(InputError):
        stores.inputs.put("w", INPUTS, {"../x.png": b""}, {})
    with pytest.raises(InputError):
        stores.inputs.put("w", INPUTS, {}, {"": b""})
    with pytest.raises(NotFound):
        stores.inputs.get("w")
