"""Which mocks of a pair are judged, and by which criteria."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from mlew.domain.iteration import Iteration
from mlew.domain.mock import Mock
from mlew.domain.workshop import Workshop
from mlew.services.work import Stores


def scopes(stores: Stores, workshop: Workshop, pair: str) -> dict[str, Mock | None]:
    """Scope of the verdict → its mock. The pair's first mock has the pair's own scope; without a mock nobody has it."""
    return scopes_of(stores.mocks.list(workshop.id), pair, workshop.evidence_round)


def scopes_of(mocks: Sequence[Mock], pair: str, round_: int) -> dict[str, Mock | None]:
    """Of a pair and round, in the order in which they were made: people may have seen only these."""
    seen = [m for m in mocks if m.pair == pair and m.round == round_ and (m.is_seen or m.state == "destroyed")]
    seen.sort(key=lambda mock: (mock.created_at, mock.slot))
    if not seen:
        return {pair: None}
    return {pair: seen[0], **{f"{pair}.{mock.origin}": mock for mock in seen[1:]}}


def criteria_of(stores: Stores, workshop: Workshop, pair: str) -> Iteration | None:
    """The pair's milestones as they hold for the mocks that evidence is brought of; None if it has set none."""
    return next((body for _, body in iterations_of(stores, workshop, pair)), None)


def iterations_of(stores: Stores, workshop: Workshop, pair: str) -> Iterator[tuple[datetime, Iteration]]:
    """All versions of them, the newest first, each with the moment in which it was stored.

    While an improvement edition runs, those are the ones of the edition before it: what its own Test/Iterate writes
    is for the next mocks.
    """
    last = workshop.earlier_rounds.get("iterate", 0)
    looking_back = workshop.evidence_round < workshop.edition_round
    for ref in reversed(stores.artifacts.versions(workshop.id, "iteration", pair)):
        found = stores.artifacts.get(workshop.id, ref)
        if isinstance(found.body, Iteration) and not (looking_back and found.provenance.round > last):
            yield found.created_at, found.body
