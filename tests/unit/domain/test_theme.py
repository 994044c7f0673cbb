"""Themes: nothing is made up, nothing is lost."""

from typing import Any

import pytest

from mlew.domain.theme import MOST_THEMES, ThemeDraft, ThemesDraft, theme_violations, themes_from

VOICES = ("V1", "V2", "V3")
ACTIONS = ("A1", "A2")


def theme(**changes: Any) -> ThemeDraft:
    given = {"name": "The count is wrong", "leaning": "against", "summary": "2 of 3 say so.", "voices": ["V1", "V2"]}
    return ThemeDraft(**{**given, "contradicts": [], **changes})


def rules(*themes: ThemeDraft, apart: tuple[str, ...] = ("V3",)) -> list[str]:
    draft = ThemesDraft(themes=list(themes), not_grouped=list(apart))
    return [found.rule for found in theme_violations(draft, VOICES, ACTIONS)]


def test_voices_in_themes_or_apart_keep_all_rules() -> None:
    assert rules(theme(), theme(name="Other", voices=["V2"], contradicts=["A2"])) == []
    assert rules(apart=VOICES) == []


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"voices": ["V1", "V2", "V9"]}, "known-voice"),
        ({"voices": ["V1"]}, "every-voice"),
        ({"voices": ["V1", "V2", "V3"]}, "voice-apart"),
        ({"contradicts": ["A3"]}, "known-action"),
        ({"name": " "}, "theme-complete"),
        ({"summary": ""}, "theme-complete"),
    ],
)
def test_a_broken_rule_is_named(changes: dict[str, Any], rule: str) -> None:
    assert rules(theme(**changes)) == [rule]


def test_a_theme_without_voices_is_made_up() -> None:
    assert rules(theme(), theme(name="Other", voices=[])) == ["theme-voices"]


def test_an_unknown_voice_that_is_not_grouped_is_named_too() -> None:
    assert rules(theme(), apart=("V3", "V7")) == ["known-voice"]


def test_two_themes_of_one_name_are_told() -> None:
    assert rules(theme(), theme(voices=["V2"])) == ["theme-once"]


def test_more_themes_than_can_be_talked_about_are_told() -> None:
    assert rules(*(theme(name=f"Theme {n}") for n in range(MOST_THEMES + 1))) == ["few-themes"]


def test_of_hundreds_of_lost_voices_some_are_named() -> None:
    draft = ThemesDraft(themes=[], not_grouped=[])
    (found,) = theme_violations(draft, [f"V{n}" for n in range(1, 301)], ACTIONS, locale="ja")
    assert "V20 …" in found.message and "V21" not in found.message


def test_voices_in_the_same_words_follow_the_one_that_the_model_read() -> None:
    draft = ThemesDraft(themes=[theme(voices=["V1", "V3"])], not_grouped=["V2"])
    (made,) = themes_from(draft, {"V1": ("V1", "V4", "V5"), "V3": ("V3",)})
    assert made.voices == ("V1", "V4", "V5", "V3")
