"""Specs that are too large, or lead nowhere, are refused with the reason."""

import pytest

from mlew.domain.mock_spec import Action, MockSpec
from mlew.errors import InputError
from mlew.mocks import Tracking, render_site
from mlew.mocks.limits import MOST_SCREENS
from tests.mocks.samples import sample


def refused(spec: MockSpec) -> str:
    with pytest.raises(InputError) as error:
        render_site(spec, Tracking(), rehearsed=False)
    return error.value.message


def with_screens(count: int) -> MockSpec:
    first = sample("ja").screens[0]
    made = (
        first.model_copy(update={"id": f"s{number}", "actions": (Action(label="x", to="finish"),)})
        for number in range(count)
    )
    return sample("ja").model_copy(update={"screens": tuple(made)})


def test_ten_thousand_screens() -> None:
    assert f"10000 screens, at most {MOST_SCREENS}" in refused(with_screens(10_000))


def test_as_many_as_allowed_are_rendered() -> None:
    assert render_site(with_screens(MOST_SCREENS), Tracking(), rehearsed=False)


def test_no_screen() -> None:
    assert "has no screen" in refused(with_screens(0))


def test_two_screens_of_one_name() -> None:
    spec = with_screens(1)
    assert "two screens are called s0" in refused(spec.model_copy(update={"screens": spec.screens * 2}))


def test_an_action_that_leads_nowhere() -> None:
    spec = with_screens(1)
    lost = spec.screens[0].model_copy(update={"actions": (Action(label="x", to="javascript:alert(1)"),)})
    assert "leads to 'javascript:alert(1)'" in refused(spec.model_copy(update={"screens": (lost,)}))


def test_a_screen_that_cannot_be_left() -> None:
    stuck = with_screens(1).screens[0].model_copy(update={"actions": ()})
    assert "0 actions" in refused(sample("ja").model_copy(update={"screens": (stuck,)}))


def test_endless_text_and_endless_lists() -> None:
    spec = sample("ja")
    long = spec.landing.model_copy(update={"lead": "あ" * 300_000})
    assert "characters of text" in refused(spec.model_copy(update={"landing": long}))
    many = spec.landing.model_copy(update={"pains": ("x",) * 1_000})
    assert "a list of 1000 entries" in refused(spec.model_copy(update={"landing": many}))
