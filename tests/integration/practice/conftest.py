from pathlib import Path

import pytest

from tests.folders import UNSEEN_EN
from tests.integration.practice.exchanging import Trip


@pytest.fixture
def trip(tmp_path: Path) -> Trip:
    return Trip(UNSEEN_EN, tmp_path)
