"""A mock with a screen for every sample of the parts that show and answer, whatever state it is in."""

from mlew.domain.base import Locale
from mlew.domain.mock_spec import Action, MockSpec, Screen, Theme
from mlew.domain.screen_parts import Part
from tests.mocks.display_parts import PARTS
from tests.mocks.more_displays import MORE
from tests.mocks.samples import sample


def parts(locale: Locale) -> dict[str, Part]:
    """Screen id → part."""
    return {**PARTS[locale], **MORE[locale]}


def display_mock(locale: Locale, theme: Theme = "clear") -> MockSpec:
    """Every screen asks its part before it is left for the end."""
    onward = (Action(label="Next", to="finish", checks=True),)
    screens = tuple(Screen(id=name, title=name, part=part, actions=onward) for name, part in parts(locale).items())
    return sample(locale, theme).model_copy(update={"screens": screens})
