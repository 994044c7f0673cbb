"""What the tests of GenU's format share."""

from collections.abc import Iterator

import pytest

from tests.unit.usecases.genu.javascript import JavaScript, javascript


@pytest.fixture(scope="session")
def node() -> Iterator[JavaScript]:
    """Real JavaScript."""
    with javascript() as process:
        yield process
