"""The mocks of a workshop as people see them: without hashes, keys and names of testers."""

from collections.abc import Sequence
from datetime import datetime

from mlew.domain.base import Model
from mlew.domain.feedback_session import Population as Announced
from mlew.domain.mock import Mock, MockOrigin, MockState
from mlew.domain.workshop import Workshop
from mlew.services.mocks.hosting import hosted
from mlew.services.work import Work


class MockStanding(Model):
    """`proven`: what is shown has passed its check. `version`: what is shown, "" for nothing."""

    id: str
    pair: str
    origin: MockOrigin
    round: int
    title: str
    state: MockState
    version: str
    proven: bool
    protected: bool
    failure: str
    rehearsed: bool
    published_at: datetime | None
    published_by: str


def standing_of(mock: Mock) -> MockStanding:
    """One of them."""
    return MockStanding(
        id=mock.id,
        pair=mock.pair,
        origin=mock.origin,
        round=mock.round,
        title=mock.title,
        state=mock.state,
        version=mock.version,
        proven=bool(mock.version) and mock.version == mock.proven,
        protected=mock.passcode is not None,
        failure=mock.failure,
        rehearsed=mock.rehearsed,
        published_at=mock.published_at,
        published_by=mock.published_by,
    )


def shown_mock(mocks: Sequence[Mock], pair: str) -> Mock | None:
    """What people of this pair's sessions try: of those that are live, the one that was published last."""
    live = [m for m in mocks if m.pair == pair and m.state == "live" and m.published_at is not None]
    return max(live, key=lambda m: (m.published_at, m.slot), default=None)


def usable_mocks(work: Work, workshop: Workshop) -> dict[str, bool | None]:
    """By pair: whether there is a mock whose every page and link was checked; None where this deployment hosts none."""
    if work.hosting is None:
        return {}
    mocks = work.stores.mocks.list(workshop.id)
    shown = {pair.id: shown_mock(mocks, pair.id) for pair in workshop.pairs}
    return {pair: mock is not None and mock.version == mock.proven for pair, mock in shown.items()}


def announced_addresses(work: Work, workshop: Workshop) -> dict[tuple[str, Announced], str]:
    """Pair and population → the link to send out."""
    mocks = work.stores.mocks.list(workshop.id)
    shown = [mock for pair in workshop.pairs if (mock := shown_mock(mocks, pair.id)) is not None]
    return {
        (mock.pair, link.population): hosted(work.hosting).address(mock, link.code)
        for mock in shown
        for link in work.stores.mocks.links(workshop.id, mock.id)
        if not link.tester and link.population != "open"
    }
