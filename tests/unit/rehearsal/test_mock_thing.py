"""What a mock is about, as a noun that reads well in any sentence."""

import pytest

from mlew.domain.base import Locale
from mlew.domain.journey import Action, Journey, Stage
from mlew.domain.press_release import Message
from mlew.rehearsal.mock_thing import things_of
from tests.unit.rehearsal.test_mock import mock_of, release_of


def told(locale: Locale, *actions: str) -> list[str]:
    return [thing.told for thing in things_of(actions, locale)]


def test_one_thing_has_an_article_and_several_have_none() -> None:
    assert told("en", "Opens the shop", "Calls suppliers", "Goes through next week's jobs") == [
        "the shop", "suppliers", "next week's jobs",
    ]  # fmt: skip


def test_places_and_counts_are_cut_off_or_left_out() -> None:
    assert told("en", "Phones two or three depots", "Keeps machines over the weekend") == ["machines"]
    assert told("ja", "残った料理の重さを量って捨てる", "過去の日報を見ながら献立を決める") == ["料理", "献立"]


@pytest.mark.parametrize("text", ["", "…", "疲れた", "を", "1", "?" * 300])
def test_where_there_is_no_thing_none_is_made_up(text: str) -> None:
    assert told("ja", text) == []
    assert told("en", text) == []


def test_a_mock_speaks_of_what_its_press_release_is_about() -> None:
    release = release_of("en", "Enter what is needed", "Done").model_copy(
        update={
            "message": Message(
                service="Depot Radar",
                headline="Depot Radar – no more phoning around",
                who_and_when="The owner of a shop, when it is time to call suppliers",
                now_possible="One look is enough.",
            )
        }
    )
    journey = Journey(
        segment="",
        trigger="",
        stages=(
            Stage(name="", actions=(Action(id="A1", text="Opens the shop"), Action(id="A2", text="Calls suppliers"))),
        ),
    )
    draft = mock_of(release, "en", journey=journey)
    assert draft.landing.headline == "No more phoning around"
    assert draft.tagline == "The owner of a shop? This is for you."
    assert draft.solved == "Would this solve your trouble with suppliers?"


def test_buttons_are_called_as_the_press_release_calls_them() -> None:
    steps = ("Give the figures, and tap “Do it for me”", "Tap whatever does not fit", "Tap “Go ahead”: all is done")
    labels = [screen.actions[0].label for screen in mock_of(release_of("en", *steps), "en").screens]
    assert labels[:3] == ["Do it for me", "Go ahead", "Finish"]
