from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.adapters.keys import TenantKeys, checked_cursor, checked_part, counted, listed, timestamp
from mlew.errors import InputError

ids = st.from_regex(r"[a-z0-9][a-z0-9-]{0,62}", fullmatch=True)
moments = st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 – hypothesis adds the zone


@given(first=st.tuples(ids, ids), second=st.tuples(ids, ids))
def test_two_workshops_never_share_a_partition_or_a_prefix(first: tuple[str, str], second: tuple[str, str]) -> None:
    one, two = (
        (TenantKeys(tenant).workshop(name), TenantKeys(tenant).prefix(name, "x")) for tenant, name in (first, second)
    )
    assert (one == two) == (first == second)
    assert not one[1].startswith(f"{second[0]}/{second[1]}/") or first == second


@given(tenant=ids, name=ids, other=ids)
def test_no_workshop_lies_in_the_partition_of_a_list(tenant: str, name: str, other: str) -> None:
    assert TenantKeys(tenant).workshop(name) != TenantKeys(other).workshops


@given(text=st.text())
def test_a_part_that_is_taken_has_nothing_that_ends_a_part(text: str) -> None:
    try:
        taken = checked_part(text)
    except InputError:
        return
    assert taken == text
    assert not any(mark in text for mark in ("#", "/", "..", "\\", "\n", "\x00"))


@given(first=moments, second=moments)
def test_the_order_of_timestamps_is_the_order_of_time(first: datetime, second: datetime) -> None:
    assert (timestamp(first) < timestamp(second)) == (first < second)


def test_timestamps_are_in_utc() -> None:
    tokyo = datetime(2026, 4, 1, 9, 0, tzinfo=timezone(timedelta(hours=9)))
    assert timestamp(tokyo) == "2026-04-01T00:00:00.000000Z"


@given(at=moments, name=ids)
def test_the_key_in_the_list_is_a_cursor(at: datetime, name: str) -> None:
    assert checked_cursor(listed(at, name)) == listed(at, name)


@given(first=st.integers(1, 999), second=st.integers(1, 999))
def test_the_order_of_counted_texts_is_the_order_of_numbers(first: int, second: int) -> None:
    assert (counted(first, 3) < counted(second, 3)) == (first < second)


@pytest.mark.parametrize("value", [0, -1, 1000])
def test_a_number_that_does_not_fit_is_refused(value: int) -> None:
    with pytest.raises(InputError):
        counted(value, 3)
