"""The criteria as they stood at the first evidence of a pair: whoever changes them afterwards is seen to (METHOD)."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from mlew.domain.evidence import Evidence
from mlew.domain.iteration import Milestone
from mlew.domain.mock import Mock
from mlew.domain.workshop import Workshop
from mlew.services.judged_mocks import iterations_of, scopes
from mlew.services.work import Stores

FirstSession = Callable[[Mock], datetime | None]
"""When somebody came to a mock first; None if nobody did, or where numbers are not at hand."""

_DAY = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})")


def nobody_known(_: Mock) -> None:
    """Numbers are not at hand."""


def first_evidence(
    stores: Stores, workshop: Workshop, pair: str, brought: Evidence, first_session: FirstSession, *, now: datetime
) -> datetime | None:
    """The first session of any of the pair's mocks, the first day on a sheet or survey, or `now`, when it came in:
    whichever is the earliest. None as long as only numbers came in that nobody has made.

    A day counts from its beginning, but not from before the mocks were published and Test/Iterate was approved.
    """
    mocks = [mock for mock in scopes(stores, workshop, pair).values() if mock]
    sessions = list(filter(None, map(first_session, mocks)))
    if not sessions and not _by_people(brought):
        return None
    open_ = _open(stores, workshop, mocks)
    days = (max(filter(None, (day, open_))) for day in _days(brought, ZoneInfo(workshop.plan.time_zone)))
    return min((now, *sessions, *days))


def criteria_then(stores: Stores, workshop: Workshop, pair: str, moment: datetime) -> tuple[Milestone, ...]:
    """Of the newest version that was there at that moment, the first if all are younger; empty if it has set none."""
    versions = list(iterations_of(stores, workshop, pair))
    then = (body for made_at, body in versions if made_at <= moment)
    found = next(then, versions[-1][1] if versions else None)
    return found.milestones if found else ()


def _by_people(brought: Evidence) -> bool:
    """A mock that nobody has opened yet freezes nothing."""
    opened = any(one.summary.total.sessions for one in brought.snapshots)
    return opened or not brought.model_copy(update={"snapshots": ()}).empty


def _days(brought: Evidence, zone: ZoneInfo) -> Iterator[datetime]:
    """Beginnings of the days that sheets and surveys name, however they are written: 2026-04-01, 2026年4月1日."""
    for one in (*brought.observations, *brought.responses):
        if found := _DAY.search(one.day):
            year, month, day = map(int, found.groups())
            try:
                yield datetime.combine(date(year, month, day), time(), zone)
            except ValueError:
                continue


def _open(stores: Stores, workshop: Workshop, mocks: list[Mock]) -> datetime | None:
    """Before nobody can have been asked to try anything."""
    published = (mock.published_at for mock in mocks if mock.published_at)
    return max((*_first(published), *_approved(stores, workshop)), default=None)


def _first(moments: Iterator[datetime]) -> tuple[datetime, ...]:
    found = min(moments, default=None)
    return (found,) if found else ()


def _approved(stores: Stores, workshop: Workshop) -> Iterator[datetime]:
    """While people review the criteria nobody is asked to try anything yet."""
    gate = stores.gates.latest(workshop.id, "iterate")
    looking_back = workshop.evidence_round < workshop.edition_round
    if gate and gate.decision and not (looking_back and gate.round > workshop.earlier_rounds.get("iterate", 0)):
        yield gate.decision.at
