"""Whatever is delivered twice, raced for or killed: the numbers are those of the events."""

from collections.abc import Sequence
from itertools import count
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from mlew.domain.click_record import ClickRecord
from mlew.domain.delivered import Delivered
from mlew.domain.tally import Counts, Tally
from mlew.metrics import counters
from mlew.metrics.buckets import rollup_key
from mlew.metrics.names import NO_NAMES
from mlew.ports.visit_store import Saved
from mlew.services.counting_events import CountingEvents
from tests.fakes.visits import InMemoryVisitStore
from tests.unit.metrics.actors import Actor, StageStore
from tests.unit.metrics.traffic import MOCK, NOON, OTHER_MOCK, event, record, requests, tracking, truth


def totals(store: InMemoryVisitStore, mock: str = MOCK) -> Counts:
    found: Counts = {}
    for counts in store.contributions.get(mock, {}).values():
        for name, value in counts.items():
            found[name] = found.get(name, 0) + value
    return {name: value for name, value in found.items() if value}


def assert_true(store: InMemoryVisitStore, records: Sequence[ClickRecord], mock: str = MOCK) -> None:
    found, told = totals(store, mock), truth(records, mock)
    names = store.names(mock) or NO_NAMES
    pairs = {
        counters.EVENTS: told.totals["events"],
        counters.VIEWS: told.totals["view"],
        counters.CLICKS: told.totals["click"],
        counters.FORMS: told.totals["form"],
        counters.CUSTOM: told.totals["custom"],
        counters.COMMENTS: told.totals["comment"],
        counters.VISIBLE: told.totals["time"] * 900,
        counters.LOST: told.totals["lost"],
        counters.SESSIONS: told.sessions.total(),
        counters.DURATION: told.totals["duration"],
        counters.VISITORS: told.visitors,
        "bot": told.totals["bot"],
        "preview": told.totals["preview"],
    }
    assert {name: found.get(name, 0) for name in pairs} == pairs
    clicks = {name: found.get(counters.clicks_on(i), 0) for i, name in enumerate(names.elements, start=1)}
    assert {name: n for name, n in clicks.items() if n} == told.elements
    reached = {name: found.get(counters.reached(i), 0) for i, name in enumerate(names.steps, start=1)}
    assert {name: n for name, n in reached.items() if n} == told.reached
    for question in counters.QUESTIONS:
        for value in counters.VALUES:
            assert found.get(counters.answered(question, value), 0) == told.answers[question, value]
    by_quarter = {
        key: counts[counters.SESSIONS]
        for key, counts in store.contributions.get(mock, {}).items()
        if counts.get(counters.SESSIONS)
    }
    assert by_quarter == {rollup_key(at, of): n for (at, of), n in told.sessions.items()}
    assert sum(n for name, n in found.items() if name.startswith("h")) == told.sessions.total()


class Shard:
    """Records that wait, and how far the stream believes that they are counted."""

    def __init__(self, name: str, records: Sequence[ClickRecord]) -> None:
        self.name = name
        self.left = [Delivered(sequence, one) for sequence, one in zip(count(100, 7), records, strict=False)]
        self.busy: Actor | None = None
        self.batch: list[Delivered] = []


@settings(max_examples=250)
@given(st.integers(0, 2**32), st.integers(1, 6), st.sampled_from([0.0, 0.02, 0.1]))
def test_numbers_are_true_under_any_interleaving_of_redeliveries_deaths_and_zombies(
    seed: int, sessions: int, deadly: float
) -> None:
    random = Random(seed)
    records = requests(random, sessions)
    split = random.choice((1, 2))
    shards = [Shard(f"s{i}", [r for r in records if hash_of(r.session) % split == i]) for i in range(split)]
    store = StageStore()
    services = [CountingEvents(store, tracking()) for _ in range(3)]
    zombies: list[Actor] = []
    while any(shard.left for shard in shards):
        shard = random.choice([one for one in shards if one.left])
        if shard.busy is None:
            shard.batch = shard.left[: random.randint(1, 8)]
            shard.busy = start(store, random.choice(services), shard)
        if zombies and random.random() < 0.3:
            step(random.choice(zombies), random, deadly)
        step(shard.busy, random, deadly)
        if not shard.busy.over:
            if random.random() < deadly / 2:  # timed out as the stream sees it, and still at work
                zombies.append(shard.busy)
                shard.busy = None
            continue
        if shard.busy.answer is None:
            del shard.left[: len(shard.batch)]
        elif isinstance(shard.busy.answer, int):
            first = shard.busy.answer
            shard.left = [d for d in shard.left if d.sequence >= first]
        zombies = [one for one in zombies if not one.over]
        shard.busy = None
    for zombie in zombies:
        zombie.finish()
    store.actors.clear()
    assert_true(store, records)
    assert_true(store, records, OTHER_MOCK)


def start(store: StageStore, service: CountingEvents, shard: Shard) -> Actor:
    name, batch = shard.name, list(shard.batch)
    actor = Actor(lambda: service.count(name, batch))
    store.actors.append(actor)
    return actor


def step(actor: Actor, random: Random, deadly: float) -> None:
    if not actor.over:
        actor.step(kill=random.random() < deadly)


def hash_of(session: str) -> int:
    return sum(session.encode())


def test_what_a_zombie_finds_in_a_session_is_not_stamped_before_it_came() -> None:
    """Three at once on one shard, of which two should be dead: too rare for chance to find."""
    first = record("session-1", event(1, NOON), code="tester0001")
    second = record("session-1", event(2, NOON, "step", "start"), code="tester0001")
    store = StageStore()
    service = CountingEvents(store, tracking())

    def invocation(*records: ClickRecord) -> Actor:
        batch = [Delivered(sequence, one) for sequence, one in enumerate(records, start=1)]
        actor = Actor(lambda: service.count("0", batch))
        store.actors.append(actor)
        return actor

    usual, ahead, behind = invocation(first), invocation(first, second), invocation(first)
    for actor in (ahead, behind):
        actor.until("some_sessions")
    usual.until("settle")
    ahead.until("some_visitors")  # the session now holds the step of the second record
    ahead.step(kill=True)
    behind.until("settle")  # and so does the tester, by a batch that has not got the second record
    usual.finish()
    behind.finish()
    again = invocation(first, second)
    again.finish()
    store.actors.clear()
    assert again.answer is None
    assert_true(store, [first, second])


def test_a_batch_with_more_quarters_than_one_transaction_takes() -> None:
    records = [record(f"session-{n:03d}", event(1, NOON + n * 900_000)) for n in range(300)]
    store = InMemoryVisitStore()
    batch = [Delivered(sequence, one) for sequence, one in enumerate(records, start=1)]
    assert CountingEvents(store, tracking()).count("0", batch) is None
    assert_true(store, records)
    assert store.watermark("0") == 300


def test_a_session_that_cannot_be_written_holds_up_what_comes_after_it_only() -> None:
    class Picky(InMemoryVisitStore):
        def save(self, mock: str, tallies: Sequence[Tally]) -> Saved:
            kept = [tally for tally in tallies if tally.id != "session-2"]
            return Saved(
                lost=super().save(mock, kept).lost, failed=frozenset({t.id for t in tallies} - {t.id for t in kept})
            )

    store = Picky()
    records = [record(f"session-{n}", event(1, NOON)) for n in (1, 2, 3)]
    batch = [Delivered(sequence, one) for sequence, one in enumerate(records, start=5)]
    assert CountingEvents(store, tracking()).count("0", batch) == 6
    assert_true(store, records[:1])
    assert store.watermark("0") == 5
