"""The closing's Markdown reads back as it was."""

from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlew.documents.closing import parse, render
from mlew.domain.base import Locale
from mlew.domain.closing import Closing, ClosingItem
from mlew.domain.readiness import ItemState
from tests.unit.documents.wild import one, some, texts
from tests.unit.domain.test_closing import looked

closings = st.builds(
    Closing,
    round=st.integers(1, 99),
    items=some(
        st.builds(ClosingItem, state=one(ItemState), **dict.fromkeys(("id", "title", "found", "remedy"), texts))
    ),
    survey=some(texts),
    extra=texts,
)
both = pytest.mark.parametrize("locale", get_args(Locale))


@both
@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(closing=closings)
def test_a_rendered_closing_reads_back_as_it_was(closing: Closing, locale: Locale) -> None:
    assert parse(render(closing, locale), locale) == closing


@both
def test_what_is_still_open_is_counted_at_the_top(locale: Locale) -> None:
    found = looked(plan=None, locale=locale)

    assert ": 5\n" in render(found, locale)
    assert parse(render(found, locale), locale) == found
