"""What is rendered reads back as the same, whatever stands in it."""

from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlew.documents import parse, render
from mlew.domain.artifact import ArtifactKind
from mlew.domain.base import Locale
from tests.unit.documents.bodies import BODIES

_KINDS: tuple[ArtifactKind, ...] = get_args(ArtifactKind)


@pytest.mark.parametrize("locale", get_args(Locale))
@pytest.mark.parametrize("kind", _KINDS)
def test_a_rendered_body_reads_back_as_it_was(kind: ArtifactKind, locale: Locale) -> None:
    @settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def check(data: st.DataObject) -> None:
        body = data.draw(BODIES[kind])
        assert parse(kind, render(body, locale), locale) == body

    check()
