"""An item's size is what its write costs."""

from mlew.adapters.visit_items import names_item, names_of, session_of, size, sort_key, tally_item
from mlew.domain.click_record import LONGEST_NAME, ClickEvent, ClickRecord
from mlew.domain.tally import Names, Session
from mlew.metrics import counters
from mlew.metrics.advance import advance, begun
from mlew.metrics.entries import note_change
from mlew.metrics.names import NO_NAMES, with_names_of
from tests.unit.metrics.traffic import MOCK, NOON, TENANT, event, record

SEQUENCE = 10**55
PARTITION = f"{TENANT}#{MOCK}"


def after(*records: ClickRecord) -> Session:
    session = begun(records[0], "external", records[0].code)
    names = with_names_of(NO_NAMES, records)
    for place, one in enumerate(records):
        later, _ = advance(session, [one], names)
        note_change(session, later, "customer-metrics-EventsStream-ABCDEFGHIJKL.0", SEQUENCE + place, lambda _: 0)
        later.entries = later.entries[-1:]
        session = later
    return session


def bytes_of(session: Session) -> int:
    return size(PARTITION, sort_key(session), tally_item(session, 30))


def test_a_long_session_of_the_tracker_is_one_write_unit() -> None:
    clicks = [
        record(
            "abcdefghijklmnopqrstuv",
            *(event(3 * n + m, NOON + n * 20_000, "click", f"element-{(3 * n + m) % 20}") for m in (1, 2, 3)),
            event(100 + n, NOON + n * 20_000, "step", f"screen-{n}"),
            code="tester0001",
        )
        for n in range(12)
    ]
    assert bytes_of(after(*clicks)) <= 1024


def test_a_usual_session_of_the_sdk_is_one_write_unit() -> None:
    def sent(n: int) -> ClickEvent:
        return ClickEvent(id=f"event-{n}-of-somebody", at=NOON + n * 5000, kind="click", name=f"element-{n % 10}")

    assert bytes_of(after(*(record("abcdefghijklmnopqrstuv", sent(n)) for n in range(40)))) <= 1024


def test_the_largest_session_is_far_from_what_an_item_may_hold() -> None:
    def sent(n: int) -> ClickEvent:
        return ClickEvent(id=f"event-{n}", at=NOON + n, kind="click", name="買" * 100 + str(n))

    largest = after(*(record("a" * 64, *(sent(n) for n in range(start, start + 100))) for start in range(0, 1500, 100)))
    assert bytes_of(largest) < 40_000
    item = tally_item(largest, 1)
    assert session_of({**item, "sk": {"S": sort_key(largest)}}).elements == largest.elements


def test_as_many_and_as_long_names_as_a_page_may_report_fit_into_an_item() -> None:
    """DynamoDB takes 400 KB."""
    steps, elements = (
        tuple("\U0001f600" * (LONGEST_NAME - 3) + f"{place:03d}" for place in range(most))
        for most in (counters.MOST_STEPS, counters.MOST_ELEMENTS)
    )
    item = names_item(Names(steps, elements), 1)
    assert size(PARTITION, "NAMES", item) < 400_000
    assert names_of(item) == Names(steps, elements, version=1)
