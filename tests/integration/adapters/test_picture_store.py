"""Pictures of mocks: named by their content, apart by workshop."""

import pytest

from mlew.errors import InputError
from mlew.services.work import Stores

PNG = b"\x89PNG\r\n\x1a\n picture"


def test_a_picture_comes_back_by_the_name_of_its_content(stores: Stores) -> None:
    file = stores.pictures.put("w", PNG)
    assert file == stores.pictures.put("w", PNG)
    assert file != stores.pictures.put("w", PNG + b"2")
    assert stores.pictures.get("w", file) == PNG


@pytest.mark.parametrize("file", ["../../artifacts/journey", "hero.png", "", "a" * 64])
def test_no_other_name_is_read(stores: Stores, file: str) -> None:
    stores.pictures.put("w", PNG)
    with pytest.raises(InputError):
        stores.pictures.get("w", file)
