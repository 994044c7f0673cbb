from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.tally import Session
from mlew.metrics.arrivals import MOST_GAPS, MOST_IDS, lost, take_id, take_number


def session() -> Session:
    return Session("session-1", "person", "open", "", 0, 0)


@given(st.lists(st.integers(1, 40)))
def test_each_number_is_new_once_and_what_is_missing_is_lost(numbers: list[int]) -> None:
    one, seen = session(), set[int]()
    for number in numbers:
        assert take_number(one, number) == (number not in seen)
        seen.add(number)
        assert lost(one) == max(seen) - len(seen)


def test_of_too_many_gaps_the_oldest_is_given_up_and_stays_lost() -> None:
    one = session()
    for number in range(2, 2 * (MOST_GAPS + 3), 2):
        take_number(one, number)
    assert len(one.gaps) == MOST_GAPS
    assert lost(one) == MOST_GAPS + 2
    assert not take_number(one, 1)
    assert take_number(one, 2 * MOST_GAPS + 1)


def test_a_gap_that_is_split_stays_within_the_limit() -> None:
    one = session()
    take_number(one, 1000)
    for number in range(3, 3 + 2 * MOST_GAPS, 2):
        take_number(one, number)
    assert len(one.gaps) == MOST_GAPS
    assert lost(one) == 999 - MOST_GAPS


def test_ids_are_known_again_among_the_last_ones() -> None:
    one = session()
    assert [take_id(one, name) for name in ("a", "b", "a")] == [True, True, False]
    for number in range(MOST_IDS):
        take_id(one, str(number))
    assert len(one.seen) == MOST_IDS
    assert not take_id(one, "0")
    assert take_id(one, "a")
