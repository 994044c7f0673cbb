"""Points of view: four ready ones in both languages, or anybody's own words."""

from typing import get_args

import pytest

from mlew.domain.base import Locale
from mlew.domain.point_of_view import POINTS_OF_VIEW
from usecases.points_of_view import point_of_view_text

LOCALES: tuple[Locale, ...] = get_args(Locale)


def test_every_ready_one_says_something_of_its_own_in_each_language() -> None:
    texts = [point_of_view_text(key, locale).split("\n", 1) for key in POINTS_OF_VIEW for locale in LOCALES]

    assert len({name for name, _ in texts}) == len({text for _, text in texts}) == len(POINTS_OF_VIEW) * len(LOCALES)
    assert not {name for name, _ in texts} & set(POINTS_OF_VIEW)


@pytest.mark.parametrize("locale", LOCALES)
def test_own_words_are_kept_and_explained(locale: Locale) -> None:
    own, _, explained = point_of_view_text(" 二児の母 ", locale).partition("\n")

    assert own == "二児の母"
    assert explained
    assert explained not in point_of_view_text("family", locale)
