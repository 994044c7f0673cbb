"""The closing's Markdown reads back as it was."""

from typing import get_args

import pytest

from mlew.documents.closing import parse, render
from mlew.domain.base import Locale
from tests.unit.domain.test_closing import looked

both = pytest.mark.parametrize("locale", get_args(Locale))


@both
def test_what_is_still_open_is_counted_at_the_top(locale: Locale) -> None:
    found = looked(plan=None, locale=locale)

    assert ": 5\n" in render(found, locale)
    assert parse(render(found, locale), locale) == found
