"""What is rendered reads back as the same, whatever stands in it."""

from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlew.documents import parse, render
from mlew.domain.artifact import ArtifactKind
from mlew.domain.base import Locale
from tests.unit.documents.bodies import BODIES

_COMPUTED = ("verdict", "evidence")
"""Nothing of a verdict is edited: people decide by a command. Of evidence the numbers are only shown: test_evidence."""
_KINDS: tuple[ArtifactKind, ...] = tuple(kind for kind in get_args(ArtifactKind) if kind not in _COMPUTED)


@pytest.mark.parametrize("kind", _KINDS)
def test_a_rendered_body_reads_back_as_it_was_in_both_languages(kind: ArtifactKind) -> None:
    @settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def check(data: st.DataObject) -> None:
        body = data.draw(BODIES[kind])
        for locale in get_args(Locale):
            assert parse(kind, render(body, locale), locale) == body

    check()
