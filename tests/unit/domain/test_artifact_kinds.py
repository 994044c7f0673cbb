"""Kinds of artifacts and the classes of their bodies."""

import pytest

from mlew.domain.artifact import KINDS, PHASE_OF, ArtifactKind, body_model, kind_of


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_class_of_its_own_and_a_phase_that_leaves_it(kind: ArtifactKind) -> None:
    assert kind_of(body_model(kind)) == kind
    assert kind in PHASE_OF
