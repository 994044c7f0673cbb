"""What was decided on a pair: it may have several mocks, and rounds behind it."""

from collections.abc import Iterator, Sequence

from mlew.domain.iteration import MilestoneName
from mlew.domain.verdict import DecisionKind, Verdict
from mlew.domain.workshop import Workshop
from mlew.services.work import Stores

_COUNTS: dict[DecisionKind | None, int] = {"go": 3, "pivot": 2, None: 1, "cut": 0}
"""A pair goes on with the mock that does. Only if all are cut the pair is: one that is open keeps it."""


def decided_on(stores: Stores, workshop: Workshop, pair: str, round_: int | None = None) -> Verdict | None:
    """The verdict that counts for the pair: on a mock that goes on, else on one that turns, else on an open one.

    `round_`: by default the one that the edition looks back on. None if nobody has judged it.
    """
    wanted = workshop.evidence_round if round_ is None else round_
    return counting([one for one in judged_of(stores, workshop, pair) if one.round == wanted])


def last_decided_on(
    stores: Stores, workshop: Workshop, pair: str, milestone: MilestoneName | None = None
) -> Verdict | None:
    """Of the last round that was judged, for this milestone if one is named."""
    found = judged_of(stores, workshop, pair, milestone)
    return counting(of_last_round(found))


def judged_of(
    stores: Stores, workshop: Workshop, pair: str, milestone: MilestoneName | None = None
) -> tuple[Verdict, ...]:
    """The newest verdict of each mock and round as they were stored, the pair's first mock first."""
    scopes = _scopes(stores, workshop, pair)
    return tuple(one for scope in scopes for one in _of_rounds(stores, workshop, scope, milestone))


def newest_of_mock(stores: Stores, workshop: Workshop, pair: str, mock: str) -> Verdict | None:
    """On this mock of the round that the edition looks back on, in whichever place of the pair it was kept."""
    versions = (stores.artifacts.versions(workshop.id, "verdict", scope) for scope in _scopes(stores, workshop, pair))
    kept = (stores.artifacts.get(workshop.id, ref) for refs in versions for ref in refs)
    found = [(one.created_at, one.version, one.body) for one in kept if isinstance(one.body, Verdict)]
    theirs = [one for one in found if one[2].mock == mock and one[2].round == workshop.evidence_round]
    return max(theirs, key=lambda one: one[:2])[2] if theirs else None


def of_last_round(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Those of the highest round among them."""
    last = max((one.round for one in verdicts), default=0)
    return tuple(one for one in verdicts if one.round == last)


def counting(verdicts: Sequence[Verdict]) -> Verdict | None:
    """The one whose decision moves the pair; the pair's first mock where several say the same. None of none."""
    return max(verdicts, key=lambda one: _COUNTS[one.decision.decision if one.decision else None], default=None)


def _of_rounds(stores: Stores, workshop: Workshop, scope: str, milestone: MilestoneName | None) -> Iterator[Verdict]:
    newest: dict[int, Verdict] = {}
    for ref in stores.artifacts.versions(workshop.id, "verdict", scope):
        body = stores.artifacts.get(workshop.id, ref).body
        if isinstance(body, Verdict) and milestone in (None, body.milestone):
            newest[body.round] = body
    yield from newest.values()


def _scopes(stores: Stores, workshop: Workshop, pair: str) -> list[str]:
    return sorted(r.scope for r in stores.artifacts.heads(workshop.id) if r.kind == "verdict" and _of(pair, r.scope))


def _of(pair: str, scope: str) -> bool:
    return scope == pair or scope.startswith(f"{pair}.")
