"""Workshops that wait for the improvement edition, made once."""

import pytest

from mlew.inputs import read_folder
from tests.folders import UNSEEN_EN
from tests.workflow.after_practice import AfterPractice


@pytest.fixture(scope="session")
def after_practice() -> AfterPractice:
    """Testers were for pair a and against pair b."""
    return AfterPractice(read_folder(UNSEEN_EN), {"a": "for", "b": "against"})


@pytest.fixture(scope="session")
def without_evidence() -> AfterPractice:
    """Nobody has brought anything."""
    return AfterPractice(read_folder(UNSEEN_EN), {})
