"""The renderer's own words and drawings are complete."""

from importlib.resources import files
from typing import get_args

import pytest

from mlew.domain.mock_spec import Icon
from mlew.mocks.canvas import fitted, wrapped
from mlew.mocks.icon import icon, icon_names
from mlew.mocks.text_width import text_width
from mlew.mocks.words import words

AREAS = sorted({file.name.partition(".")[0] for file in files("mlew.mocks").joinpath("words").iterdir()})


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_have_the_same_words(area: str) -> None:
    assert words(area, "ja").keys() == words(area, "en").keys()


def test_every_icon_of_a_spec_is_drawn() -> None:
    assert set(get_args(Icon)) <= set(icon_names())
    assert all('aria-hidden="true"' in icon(name) for name in icon_names())


@pytest.mark.parametrize("text", ["壊れた家電は、話すだけで直りはじめる", "Tell us what broke, please", "W" * 200, ""])
def test_text_in_a_picture_keeps_to_its_lines(text: str) -> None:
    lines = wrapped(text, 100, 13, 3)
    assert len(lines) <= 3
    assert all(text_width(line) * 13 <= 113 for line in lines)
    assert fitted(text, 1000, 13) == (text if text_width(text) * 13 <= 1000 else fitted(text, 1000, 13))


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert fitted("Tell us what broke", 60, 13).endswith("…")
    assert wrapped("一二三四五六七八九十", 39, 13, 2) == ["一二三", "四五…"]
