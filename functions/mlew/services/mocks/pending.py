"""Which mocks are still to be made, so that a first run, "ask again" and resume are one path."""

from mlew.domain.workshop import Pair, Workshop
from mlew.services.mocks.ensuring import mock_of
from mlew.services.work import Work


def mocks_to_make(work: Work, workshop: Workshop, round_: int) -> tuple[str, ...]:
    """Pairs whose mock this round of Test/Iterate has not made, or not well; none if none is hosted or wanted."""
    if work.hosting is None or not workshop.makes_mocks:
        return ()
    return tuple(pair.id for pair in workshop.pairs if _is_missing(work, workshop, pair, round_))


def _is_missing(work: Work, workshop: Workshop, pair: Pair, round_: int) -> bool:
    mock = mock_of(work, workshop, pair.id)
    if mock is not None and mock.state == "destroyed":
        return False
    spec = work.stores.artifacts.head(workshop.id, "mock_spec", pair.id)
    return mock is None or mock.state != "live" or mock.version != mock.proven or spec is None or spec.round < round_
