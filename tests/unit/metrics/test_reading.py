"""Definitions by hand-computed cases: two testers, one of them twice, and somebody from the street."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from mlew.domain.click_record import ClickRecord, RefusedEvent
from mlew.domain.delivered import Delivered
from mlew.domain.figures import Period
from mlew.domain.mock import Mock, MockStep
from mlew.errors import InputError
from mlew.services.counting_events import CountingEvents
from mlew.services.reading_metrics import ReadingMetrics
from tests.fakes.visits import InMemoryVisitStore
from tests.unit.metrics.traffic import MOCK, NOON, event, record, requests, tracking

MINUTE = 60_000
BEGIN = datetime.fromtimestamp(NOON / 1000, UTC)
SHOP = Mock(
    id=MOCK,
    workshop="w",
    pair="a",
    origin="spec",
    title="買い物",
    locale="ja",
    key="k",
    created_at=BEGIN,
    steps=(MockStep(id="choose", title="選ぶ"), MockStep(id="pay", title="払う")),
)
DAY = (
    # A tester who looks in and comes back, finishes and says yes at last: 60 s and 120 s.
    record("session-a1", event(1, NOON), event(2, NOON + MINUTE, "step", "start"), code="tester0001"),
    record(
        "session-a2",
        event(1, NOON + 20 * MINUTE),
        event(2, NOON + 20 * MINUTE, "step", "start"),
        event(3, NOON + 20 * MINUTE, "click", "buy"),
        event(4, NOON + 20 * MINUTE, "step", "choose"),
        event(5, NOON + 21 * MINUTE, "step", "done"),
        event(6, NOON + 21 * MINUTE, "answer", "use", "no"),
        event(7, NOON + 22 * MINUTE, "answer", "use", "yes"),
        event(8, NOON + 22 * MINUTE, "comment", "", "早い"),
        event(10, NOON + 22 * MINUTE, "time", "", 90_000),
        event(11, NOON + 22 * MINUTE, "answer", "solved", "yes"),
        code="tester0001",
    ),
    # One who gives up; one event of theirs was lost, and one refused: 30 s.
    record(
        "session-b1",
        event(2, NOON, "step", "start"),
        event(3, NOON + 30_000, "click", "buy"),
        code="tester0002",
        refused=(RefusedEvent(n=4, reason="kind"),),
    ),
    # From the street: looks and leaves.
    record("session-c1", event(1, NOON + 60 * MINUTE)),
    record("session-d1", event(1, NOON), agent="bot"),
    record("session-e1", event(1, NOON), event(2, NOON, "comment", "", "mine"), preview=True),
)


def counted(*records: ClickRecord) -> tuple[InMemoryVisitStore, ReadingMetrics]:
    store = InMemoryVisitStore()
    batch = [Delivered(n, one) for n, one in enumerate(records, start=1)]
    assert CountingEvents(store, tracking()).count("0", batch) is None
    return store, ReadingMetrics(store)


def test_counts_of_a_day() -> None:
    found = counted(*DAY)[1].summary(SHOP).total
    assert (found.sessions, found.visitors, found.events) == (4, 3, 15)
    assert (found.views, found.clicks, found.comments, found.lost, found.refused) == (3, 2, 1, 2, 1)


def test_a_session_that_did_nothing_has_bounced() -> None:
    found = counted(*DAY)[1].summary(SHOP).total.bounce
    assert (found.hits, found.of) == (2, 4)  # the first one of the tester, and the one from the street


def test_duration_is_from_the_first_to_the_last_event() -> None:
    found = counted(*DAY)[1].summary(SHOP).total
    assert found.duration.value == (60 + 120 + 30 + 0) / 4
    assert found.visible == 90 / 4
    assert dict(found.percentiles)[50] == pytest.approx(30, rel=0.25)


def test_the_funnel_counts_visitors_not_sessions() -> None:
    found = counted(*DAY)[1].summary(SHOP).total
    steps = [(s.id, s.title, s.visitors) for s in found.funnel]
    assert steps == [("start", "", 2), ("choose", "選ぶ", 1), ("pay", "払う", 0), ("done", "", 1)]
    assert (found.task_success.hits, found.task_success.of) == (1, 2)


def test_a_screen_where_something_goes_wrong_stands_beside_the_funnel() -> None:
    trouble = MockStep(id="trouble", title="在庫がない", course="abnormal")
    shop = SHOP.model_copy(update={"steps": (SHOP.steps[0], trouble, SHOP.steps[1])})
    reached = ("start", "choose", "pay", "done", "elsewhere")
    one = record("session-1", *(event(n, NOON, "step", name) for n, name in enumerate(reached, start=1)))
    two = record("session-2", event(1, NOON, "step", "start"), event(2, NOON, "step", "trouble"))

    found = counted(one, two)[1].summary(shop).total

    rows = [(s.id, s.visitors, s.of_previous.hits, s.of_previous.of) for s in found.funnel]
    assert rows == [("start", 2, 2, 2), ("choose", 1, 1, 2), ("pay", 1, 1, 1), ("done", 1, 1, 1)]
    beside = [(s.id, s.title, s.visitors, s.of_started.value, s.of_previous.value) for s in found.beside]
    assert beside == [("trouble", "在庫がない", 1, 0.5, None), ("elsewhere", "", 1, 0.5, None)]


def test_intention_is_the_last_answer_and_comes_with_the_answer_rate() -> None:
    found = counted(*DAY)[1].summary(SHOP).total
    assert (found.intention.hits, found.intention.of, found.intention.value) == (1, 1, 1)
    assert (found.answer_rate.hits, found.answer_rate.of) == (1, 3)
    assert [(a.question, a.yes, a.answered) for a in found.answers] == [("solved", 1, 1), ("use", 1, 1)]


def test_populations_are_apart_and_without_sessions_left_out() -> None:
    found = counted(*DAY)[1].summary(SHOP).populations
    assert {one.population: one.figures.sessions for one in found} == {"internal": 2, "external": 1, "open": 1}
    alone = counted(DAY[0])[1].summary(SHOP).populations
    assert [one.population for one in alone] == ["internal"]


def test_bots_and_own_tests_are_listed_and_not_counted() -> None:
    found = counted(*DAY)[1].summary(SHOP).apart
    assert [(a.kind, a.sessions, a.events) for a in found] == [("bot", 1, 1), ("prefetch", 0, 0), ("preview", 1, 2)]


def test_conversion_is_sessions_that_clicked_of_all_sessions() -> None:
    (buy,) = counted(*DAY)[1].elements(SHOP)
    assert (buy.name, buy.clicks, buy.conversion.hits, buy.conversion.of) == ("buy", 2, 2, 4)
    assert counted(*DAY)[1].elements(SHOP, population="open") == ()


def test_voices_are_those_of_people() -> None:
    page = counted(*DAY)[1].voices(SHOP)
    assert [(v.text, v.population, v.visitor) for v in page.lines] == [("早い", "internal", "tester0001")]
    assert page.cursor == ""


def test_sessions_by_page() -> None:
    reading = counted(*DAY)[1]
    first = reading.sessions(SHOP, limit=4)
    rest = reading.sessions(SHOP, first.cursor, limit=4)
    assert [one.id[8:] for one in (*first.lines, *rest.lines)] == ["a1", "a2", "b1", "c1", "d1", "e1"]
    again = first.lines[1]
    assert (again.steps, again.elements) == (("start", "choose", "done"), (("buy", 1),))
    assert (again.answers, again.lost) == ((("solved", "yes"), ("use", "yes")), 1)
    assert (again.duration, again.visible) == (120, 90)


def test_a_period_holds_the_sessions_that_began_in_it() -> None:
    reading = counted(*DAY)[1]
    middle = Period(begin=BEGIN + timedelta(minutes=15), end=BEGIN + timedelta(minutes=60))
    assert reading.summary(SHOP, middle).total.sessions == 1
    with pytest.raises(InputError):
        reading.summary(SHOP, Period(begin=BEGIN, end=BEGIN))


def test_no_data_is_said() -> None:
    found = counted()[1].summary(SHOP)
    assert found.total.task_success.value is found.total.duration.value is found.total.visible is None
    assert dict(found.total.percentiles) == {25: None, 50: None, 75: None, 90: None}
    assert found.populations == ()
    assert counted()[1].time_line(SHOP, UTC) == ()


def test_nothing_is_compared_with_nothing() -> None:
    reading = counted(*DAY)[1]
    never = Period(begin=BEGIN - timedelta(days=2), end=BEGIN - timedelta(days=1))
    found = reading.compare_periods(SHOP, never, Period())
    success = next(m for m in found.measures if m.measure == "task_success")
    assert (success.first, success.second, success.difference.value) == (None, 0.5, None)


def test_two_mocks_are_compared_with_how_sure_the_difference_is() -> None:
    def goes(mock: str, number: int, *, well: bool) -> ClickRecord:
        steps = [event(1, NOON, "step", "start"), *([event(2, NOON, "step", "done")] if well else [])]
        return record(f"session-{number:03d}", *steps, mock=mock)

    other = SHOP.model_copy(update={"id": "m0ck000000000002"})
    reading = counted(
        *(goes(SHOP.id, n, well=n < 48) for n in range(80)), *(goes(other.id, n, well=n < 56) for n in range(70))
    )[1]
    found = reading.compare_mocks(SHOP, other)
    success = next(m for m in found.measures if m.measure == "task_success")
    assert (success.first, success.second) == (0.6, 0.8)
    assert [success.difference.low, success.difference.high] == pytest.approx([0.0524, 0.3339], abs=5e-5)
    assert success.difference.sure


def test_the_time_line_has_no_holes_and_adds_up() -> None:
    points = counted(*DAY)[1].time_line(SHOP, ZoneInfo("Asia/Tokyo"))
    assert [point.sessions for point in points] == [3, 1]
    assert points[0].start.utcoffset() == timedelta(hours=9)
    assert sum(point.events for point in points) == 15


def test_days_are_those_of_the_workshop() -> None:
    reading = counted(*DAY)[1]
    assert [day.sessions for day in reading.time_line(SHOP, ZoneInfo("Asia/Tokyo"), "day")] == [3, 1]  # 23:00, 00:00
    (day,) = reading.time_line(SHOP, UTC, "day")
    assert (day.sessions, day.visitors, day.started, day.done) == (4, 3, 2, 1)


@pytest.mark.parametrize("zone", ["Asia/Kathmandu", "Asia/Kolkata", "Europe/Berlin"])
def test_hours_begin_where_the_zones_hours_begin(zone: str) -> None:
    quarter = record("session-x1", event(1, NOON + 45 * MINUTE))
    (point,) = counted(quarter)[1].time_line(SHOP, ZoneInfo(zone))
    assert (point.start.minute, point.sessions) == (0, 1)


def test_days_around_a_change_of_the_clocks() -> None:
    zone = ZoneInfo("Europe/Berlin")  # on 25 October 2026 the hour after 02:00 comes twice
    begin = datetime(2026, 10, 24, 12, tzinfo=zone)
    visits = [
        record(f"session-{n:04d}", event(1, int((begin + timedelta(hours=12 * n)).timestamp() * 1000)))
        for n in range(5)
    ]
    reading = counted(*visits)[1]
    assert [point.start.day for point in reading.time_line(SHOP, zone, "day")] == [24, 25, 26]
    hours = reading.time_line(SHOP, zone)
    assert len({point.start.astimezone(UTC) for point in hours}) == len(hours) == 50
    assert sum(point.sessions for point in hours) == 5


def test_a_summary_reads_the_same_however_many_events_there_are() -> None:
    reads: dict[int, Counter[str]] = {}
    for sessions in (5, 150):
        store, reading = counted(*requests(Random(3), sessions))
        assert len(store.rollups(MOCK)) <= 12  # quarters and populations, not sessions
        calls: Counter[str] = Counter()
        store.before = lambda method, seen=calls: seen.update([method])  # type: ignore[method-assign, misc]
        reading.summary(SHOP)
        reads[sessions] = calls
    assert reads[5] == reads[150] == {"rollups": 1, "names": 1}


@pytest.mark.parametrize("records", [DAY, DAY[::-1], DAY + DAY])
def test_order_and_repetition_change_nothing(records: Sequence[ClickRecord]) -> None:
    assert counted(*records)[1].summary(SHOP) == counted(*DAY)[1].summary(SHOP)
