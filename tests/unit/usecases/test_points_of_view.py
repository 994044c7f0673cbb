"""Points of view: four ready ones in both languages, or anybody's own words."""

from typing import get_args

import pytest

from mlew.domain.base import Locale
from mlew.domain.invention import POINTS_OF_VIEW
from usecases.points_of_view import point_of_view_name, point_of_view_text

LOCALES: tuple[Locale, ...] = get_args(Locale)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_ready_one_has_a_name_and_a_text_of_its_own(locale: Locale) -> None:
    names = {point_of_view_name(key, locale) for key in POINTS_OF_VIEW}
    texts = {point_of_view_text(key, locale) for key in POINTS_OF_VIEW}

    assert len(names) == len(texts) == len(POINTS_OF_VIEW)
    assert not names & set(POINTS_OF_VIEW)
    assert all(any(text.startswith(name) for name in names) for text in texts)


@pytest.mark.parametrize("locale", LOCALES)
def test_own_words_are_kept_and_explained(locale: Locale) -> None:
    text = point_of_view_text(" 二児の母 ", locale)

    assert text.startswith("二児の母\n")
    assert len(text) > len("二児の母\n")
    assert point_of_view_name(" 二児の母 ", locale) == "二児の母"


def test_languages_differ() -> None:
    assert point_of_view_text("child", "ja") != point_of_view_text("child", "en")
