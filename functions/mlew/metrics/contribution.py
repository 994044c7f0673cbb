"""What a session or visitor adds to the rollups. It follows from what is known of it, so a change is a difference."""

from collections.abc import Mapping, Sequence

from mlew.domain.tally import Contribution, Counts, Session, Tally, Visitor
from mlew.metrics import counters
from mlew.metrics.arrivals import lost
from mlew.metrics.buckets import rollup_key
from mlew.metrics.durations import bin_of

_MOST_LOST = 1000
"""A page that makes up numbers adds no more than this."""


def contribution(tally: Tally) -> Contribution:
    """Counters by rollup key: all of one quarter and population, that of the first event.

    What is no session yet, since every event was refused, adds those only, when the first request came.
    """
    if isinstance(tally, Visitor):
        key = rollup_key(tally.first, tally.population)
        return {key: {counters.VISITORS: 1, **_visit(tally.steps, tally.answers)}}
    if not tally.first:
        refused = tally.counts.get(counters.REFUSED, 0)
        counted = tally.kind == "person" and tally.tried and refused
        return {rollup_key(tally.tried, tally.population): {counters.REFUSED: refused}} if counted else {}
    key = rollup_key(tally.first, tally.population)
    events = tally.counts.get(counters.EVENTS, 0)
    if tally.kind != "person":
        return {key: {tally.kind: 1, counters.kind_events(tally.kind): events}}
    duration = tally.last - tally.first
    counts = {
        **tally.counts,
        counters.SESSIONS: 1,
        counters.DURATION: duration,
        counters.DURATION_SQUARES: duration * duration,
        counters.duration_bin(bin_of(duration)): 1,
        counters.LOST: min(lost(tally), _MOST_LOST),
        counters.BOUNCED: int(bounced(tally)),
    }
    if not tally.visitor:
        counts |= {counters.VISITORS: 1, **_visit(tally.steps, tally.answers)}
    found: Contribution = {key: counts}
    for index, clicks in tally.elements.items():
        page = found.setdefault(rollup_key(tally.first, tally.population, counters.page_of(index)), {})
        page |= {counters.clicks_on(index): clicks, counters.sessions_on(index): 1}
    return found


def bounced(session: Session) -> bool:
    """Whether nobody did anything: no click, form, comment, answer or own event, and at most one view."""
    done = (counters.CLICKS, counters.FORMS, counters.CUSTOM, counters.COMMENTS)
    return (
        not session.answers
        and not any(session.counts.get(name) for name in done)
        and session.counts.get(counters.VIEWS, 0) <= 1
    )


def difference(new: Contribution, old: Contribution) -> Contribution:
    """New minus old, without zeros."""
    changes = {}
    for key in {**old, **new}:
        before, after = old.get(key, {}), new.get(key, {})
        counts = {n: after.get(n, 0) - before.get(n, 0) for n in {**before, **after}}
        if kept := {name: change for name, change in counts.items() if change}:
            changes[key] = kept
    return changes


def add(total: dict[str, Counts], more: Contribution) -> None:
    """Add up in place."""
    for key, counts in more.items():
        into = total.setdefault(key, {})
        for name, value in counts.items():
            into[name] = into.get(name, 0) + value


def _visit(steps: Sequence[int], answers: Mapping[str, tuple[int, str]]) -> Counts:
    """Steps reached and answers given. Whoever reached the result has started, even if that event was lost."""
    started = {counters.START} if counters.DONE in steps else set[int]()
    reached = {counters.reached(index): 1 for index in {*steps, *started} if index != counters.OTHER}
    return reached | {counters.answered(question, value): 1 for question, (_, value) in answers.items()}
