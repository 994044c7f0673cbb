"""Contrast as published, and shades that can always be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.colour import (
    SHAPE_CONTRAST,
    TEXT_CONTRAST,
    contrast,
    is_colour,
    luminance,
    mix,
    readable,
    readable_on,
    shades,
)

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
LIGHT, DARK = (("#ffffff", "#f4f6f9"), "#1a2230"), (("#12161d", "#1b212b"), "#e8ecf2")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#008000", "#ffffff", 5.14),
        ("#0000ff", "#ffffff", 8.59),
        ("#ffff00", "#ffffff", 1.07),
        ("#808080", "#000000", 5.32),
    ],
)
def test_contrast_is_the_published_one(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.006)
    assert contrast(other, one) == contrast(one, other)


def test_luminance_of_the_primaries_is_their_share_of_white() -> None:
    assert [round(luminance(c), 4) for c in ("#ff0000", "#00ff00", "#0000ff")] == [0.2126, 0.7152, 0.0722]
    assert luminance("#ffffff") == pytest.approx(1.0)


def test_a_mixture_lies_between_its_colours() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#102030", "#ffffff", 0) == "#102030"
    assert mix("#102030", "#405060", 1) == "#405060"


@given(COLOURS)
def test_text_on_any_colour_can_be_read(background: str) -> None:
    assert contrast(readable_on(background), background) >= TEXT_CONTRAST


def test_white_text_is_kept_where_it_can_be_read() -> None:
    assert readable_on("#1f5fbf") == "#ffffff"
    assert readable_on("#ffd400") == "#000000"


@given(COLOURS)
def test_every_accent_has_shades_that_can_be_read_in_light_and_dark(accent: str) -> None:
    for surfaces, ink in (LIGHT, DARK):
        found = shades(accent, surfaces=surfaces, ink=ink)
        assert contrast(found.accent_ink, found.accent) >= TEXT_CONTRAST
        assert contrast(ink, found.accent_soft) >= TEXT_CONTRAST
        assert all(contrast(found.accent, surface) >= SHAPE_CONTRAST for surface in surfaces)
        assert all(contrast(found.accent_text, s) >= TEXT_CONTRAST for s in (*surfaces, found.accent_soft))


def test_an_accent_that_can_be_read_is_left_alone() -> None:
    assert readable("#1f5fbf", "#ffffff") == "#1f5fbf"
    assert shades("#1f5fbf", surfaces=LIGHT[0], ink=LIGHT[1]).accent == "#1f5fbf"


def test_no_colour_is_readable_on_black_and_white_alike() -> None:
    with pytest.raises(ValueError, match="contrast of 7"):
        readable("#ff0000", "#000000", "#ffffff", at_least=7)


@pytest.mark.parametrize("text", ["#12345", "#1234567", "red", "#ABCDEF", "", "#12345g", "#123456\n"])
def test_only_six_hexadecimal_digits_in_lower_case_are_a_colour(text: str) -> None:
    assert not is_colour(text)
    assert is_colour("#abcdef")
