"""Rehearsed themes rest on the voices that were given, and keep the step's rules in both languages."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.documents import render
from mlew.documents.voice_list import write_voices
from mlew.domain.base import Locale
from mlew.domain.evidence import Origin, Remark
from mlew.domain.journey import Action, Journey, Stage
from mlew.domain.theme import ThemesDraft, theme_violations
from tests.unit.rehearsal.rehearsing import ask
from usecases.definition import load

JA = (
    "在庫の数がすぐ分かるので助かる",
    "在庫の数が違っていたら困る",
    "在庫の画面は毎朝使いたい",
    "実際は電話で確認することはほとんどない",
    "そもそも電話で確認していません",
    "ボタンの色がきれい",
    "いまの紙のやり方のままでよい",
)
EN = (
    "The forecast saves me a phone call every morning, I would use it tomorrow",
    "I worry that the forecast is wrong on rainy days",
    "The forecast is useful",
    "Actually we never count the boxes by hand",
    "Nobody counts the boxes here",
    "Nice colours",
    "The price is too high for us",
)
JOURNEYS: dict[Locale, Journey] = {
    "ja": Journey(
        segment="店舗",
        trigger="朝になる",
        stages=(
            Stage(name="確認", actions=(Action(id="A1", text="電話で確認する"), Action(id="A2", text="棚を見る"))),
        ),
    ),
    "en": Journey(
        segment="shops",
        trigger="morning comes",
        stages=(Stage(name="check", actions=(Action(id="A1", text="Count the boxes"), Action(id="A2", text="Look"))),),
    ),
}
VOICES: dict[Locale, tuple[str, ...]] = {"ja": JA, "en": EN}


def grouped(
    texts: Sequence[str], locale: Locale, *, requests: str = "", same: dict[str, int] | None = None
) -> ThemesDraft:
    remarks = [Remark(id=f"V{n}", text=t, origin=Origin(kind="note", place="n.md:1")) for n, t in enumerate(texts, 1)]
    inputs = {
        "journey": render(JOURNEYS[locale], locale),
        "voices": write_voices(remarks, same or {}, locale),
    }
    draft = ask("themes", locale, ThemesDraft, inputs, requests=requests)
    actions = [action.id for action in JOURNEYS[locale].actions]
    assert theme_violations(draft, [remark.id for remark in remarks], actions, locale=locale) == []
    return draft


def wish(step: str, correction: str, locale: Locale) -> str:
    return next(f"- {c.text}" for c in load(step).text(locale).corrections if c.id == correction)


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_voices_that_share_their_words_stand_together_and_lean_as_they_speak(locale: Locale) -> None:
    draft = grouped(VOICES[locale], locale)
    first = next(theme for theme in draft.themes if "V1" in theme.voices)
    assert {"V1", "V2", "V3"} <= set(first.voices)
    assert first.leaning == "mixed"
    assert "V6" in draft.not_grouped


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_what_people_never_do_contradicts_the_journey(locale: Locale) -> None:
    draft = grouped(VOICES[locale], locale)
    assert [theme.contradicts for theme in draft.themes if "V4" in theme.voices] == [["A1"]]


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_single_objections_become_themes_when_people_ask_for_them(locale: Locale) -> None:
    asked = grouped(VOICES[locale], locale, requests=wish("themes", "keep-the-few", locale))
    alone = [theme for theme in asked.themes if theme.voices == ["V7"]]
    assert "V7" in grouped(VOICES[locale], locale).not_grouped
    assert [theme.leaning for theme in alone] == ["against"]


def test_a_comment_gathers_what_it_speaks_of() -> None:
    draft = grouped(EN, "en", requests="- Keep what is said about the price apart")
    assert draft.themes[0].voices == ["V7"]


def test_politeness_is_not_for_it_when_people_ask_to_look_again() -> None:
    texts = ("The list is useful", "The list is good")
    assert grouped(texts, "en").themes[0].leaning == "for"
    again = grouped(texts, "en", requests=wish("themes", "leaning-again", "en"))
    assert again.themes[0].leaning == "neither"


def test_voices_in_the_same_words_count_as_often_as_they_were_said() -> None:
    draft = grouped(EN[:3], "en", same={"V1": 7})
    assert draft.themes[0].summary.startswith("9 of 9")
    assert draft.themes[0].voices[0] == "V1"


def test_what_several_said_in_the_same_words_is_a_theme() -> None:
    draft = grouped(("Nice colours", "The price is too high"), "en", same={"V2": 3})
    assert [(theme.voices, theme.summary[:6]) for theme in draft.themes] == [(["V2"], "3 of 4")]


TEXTS = st.lists(st.text(max_size=80).filter(lambda t: t.strip()), min_size=1, max_size=30)


@given(texts=TEXTS, locale=st.sampled_from(["ja", "en"]))
def test_whatever_people_say_the_rules_hold(texts: list[str], locale: Locale) -> None:
    grouped(texts, locale)
