"""One product for all tests of this folder, made once; tests that break it make one of their own."""

from collections.abc import Iterator

import pytest

from tests.e2e.standing import Standing


@pytest.fixture(scope="session")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standing]:
    """Shared: every test starts workshops of its own, and leaves the model as it was."""
    product = Standing(tmp_path_factory.mktemp("product"))
    product.up()
    yield product
    product.down()


@pytest.fixture
def standing_alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standing]:
    """For a test that kills it."""
    product = Standing(tmp_path_factory.mktemp("product"))
    product.up()
    yield product
    product.down()
