"""Whatever accent somebody chooses: what stands on what can be read."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mlew.domain.colour import contrast
from mlew.domain.mock_spec import THEMES, Brand, Theme
from mlew.mocks.brand import brand_css
from mlew.mocks.oklch import lightness_chroma_hue, tone
from mlew.mocks.palette import PAIRS, Scheme, palette

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
accents = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(accent=accents, theme=st.sampled_from(THEMES), scheme=st.sampled_from(SCHEMES))
@example(accent="#000000", theme="clear", scheme="dark")
@example(accent="#ffffff", theme="bold", scheme="light")
@example(accent="#ffff00", theme="warm", scheme="light")
@example(accent="#0000ff", theme="calm", scheme="dark")
@example(accent="#808080", theme="bold", scheme="dark")
def test_every_pair_has_its_contrast(accent: str, theme: Theme, scheme: Scheme) -> None:
    colours = palette(Brand(name="x", theme=theme, accent=accent), scheme)
    short = {
        (front, behind): contrast(colours[front], colours[behind])
        for front, behind, least in PAIRS
        if contrast(colours[front], colours[behind]) < least
    }
    assert short == {}


@given(accent=accents)
def test_the_style_sheet_holds_colours_and_nothing_else(accent: str) -> None:
    css = brand_css(Brand(name="}</style><script>", accent=accent))
    assert "<" not in css
    assert css.count("{") == css.count("}") == 5


@pytest.mark.parametrize("accent", ["#1f5fbf", "#ffcf33", "#3d6b57"])
def test_a_usable_accent_stays_what_was_chosen(accent: str) -> None:
    assert palette(Brand(name="x", theme="clear", accent=accent), "light")["brand"] == accent


@given(accent=accents)
def test_lightness_chroma_and_hue_lead_back_to_the_colour(accent: str) -> None:
    back = tone(*lightness_chroma_hue(accent))
    channels = zip(bytes.fromhex(accent[1:]), bytes.fromhex(back[1:]), strict=True)
    assert all(abs(one - other) <= 1 for one, other in channels)


@given(lightness=st.floats(0, 1), chroma=st.floats(0, 0.4), hue=st.floats(0, 360))
def test_a_colour_that_no_screen_shows_becomes_one_that_it_does(lightness: float, chroma: float, hue: float) -> None:
    assert len(bytes.fromhex(tone(lightness, chroma, hue)[1:])) == 3
