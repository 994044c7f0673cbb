"""The criteria as they stood before anybody tried the mocks: whoever changes them afterwards is seen to (METHOD)."""

from collections.abc import Callable, Iterator
from datetime import datetime

from mlew.domain.iteration import Milestone
from mlew.domain.mock import Mock
from mlew.domain.workshop import Workshop
from mlew.services.judged_mocks import iterations_of, scopes
from mlew.services.work import Stores

FirstSession = Callable[[Mock], datetime | None]
"""When somebody came to a mock first; None if nobody did, or where numbers are not at hand."""


def nobody_known(_: Mock) -> None:
    """Numbers are not at hand."""


def criteria_then(stores: Stores, workshop: Workshop, pair: str, first_session: FirstSession) -> tuple[Milestone, ...]:
    """Of the newest version that was there before the first session of any of the pair's mocks.

    Where no session is known: before the mocks were published and Test/Iterate was approved. The first version if
    all of them are younger, the newest one if the pair has no mock; empty if it has set no criteria.
    """
    mocks = [mock for mock in scopes(stores, workshop, pair).values() if mock]
    moment = min(filter(None, map(first_session, mocks)), default=None) or _open(stores, workshop, mocks)
    versions = list(iterations_of(stores, workshop, pair))
    then = (body for made_at, body in versions if moment is None or made_at <= moment)
    found = next(then, versions[-1][1] if versions else None)
    return found.milestones if found else ()


def _open(stores: Stores, workshop: Workshop, mocks: list[Mock]) -> datetime | None:
    published = min((mock.published_at for mock in mocks if mock.published_at), default=None)
    return max((published, *_approved(stores, workshop))) if published else None


def _approved(stores: Stores, workshop: Workshop) -> Iterator[datetime]:
    """While people review the criteria nobody is asked to try anything yet."""
    gate = stores.gates.latest(workshop.id, "iterate")
    looking_back = workshop.evidence_round < workshop.edition_round
    if gate and gate.decision and not (looking_back and gate.round > workshop.earlier_rounds.get("iterate", 0)):
        yield gate.decision.at
