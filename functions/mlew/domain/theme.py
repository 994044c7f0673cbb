"""Voices grouped by theme: what a model may write of them, and the rules that keep it to what was really said."""

from collections.abc import Mapping, Sequence

from pydantic import Field

from mlew.domain.base import Draft, Locale
from mlew.domain.evidence import Leaning, Theme
from mlew.domain.violation import Violation, place, violation

MOST_THEMES = 12
"""More cannot be talked about in the minutes that Listen has."""
_MOST_NAMED = 20


class ThemeDraft(Draft):
    """Voices that speak of the same."""

    name: str = Field(description="A few words that say what the voices speak of")
    leaning: Leaning = Field(description="Towards the mock's idea: for, against, mixed, or neither")
    summary: str = Field(description="One or two sentences: how many of how many say what")
    voices: list[str] = Field(description="Ids of the voices, such as V3")
    contradicts: list[str] = Field(description="Ids of actions of the journey that happen otherwise by what was said")


class ThemesDraft(Draft):
    """All voices: each in a theme, or listed as not grouped."""

    themes: list[ThemeDraft]
    not_grouped: list[str] = Field(description="Ids of voices that share nothing with others")


def theme_violations(
    draft: ThemesDraft, voices: Sequence[str], actions: Sequence[str], *, locale: Locale = "en"
) -> list[Violation]:
    """Every theme rests on voices that exist, every voice is somewhere, contradicted actions exist."""
    found: list[Violation] = []
    if len(draft.themes) > MOST_THEMES:
        found.append(
            violation("few-themes", place("themes", locale), locale, count=len(draft.themes), most=MOST_THEMES)
        )
    names = [theme.name.strip() for theme in draft.themes]
    for number, theme in enumerate(draft.themes, 1):
        found += _theme_violations(theme, theme.name.strip() or place("theme", locale, number), voices, actions, locale)
        if names.index(theme.name.strip()) < number - 1:
            found.append(violation("theme-once", theme.name, locale))
    grouped = {voice for theme in draft.themes for voice in theme.voices}
    apart = place("not_grouped", locale)
    found += [violation("known-voice", apart, locale, unknown=one) for one in _unknown(draft.not_grouped, voices)]
    if twice := [voice for voice in dict.fromkeys(draft.not_grouped) if voice in grouped]:
        found.append(violation("voice-apart", apart, locale, voices=_listed(twice)))
    if lost := [voice for voice in voices if voice not in grouped and voice not in draft.not_grouped]:
        found.append(violation("every-voice", apart, locale, voices=_listed(lost)))
    return found


def themes_from(draft: ThemesDraft, same: Mapping[str, Sequence[str]]) -> tuple[Theme, ...]:
    """`same`: for a voice that stands for several in the same words, the ids of all of them."""
    return tuple(
        Theme(
            name=theme.name,
            leaning=theme.leaning,
            summary=theme.summary,
            voices=tuple(dict.fromkeys(one for voice in theme.voices for one in same.get(voice, (voice,)))),
            contradicts=tuple(dict.fromkeys(theme.contradicts)),
        )
        for theme in draft.themes
    )


def _theme_violations(
    theme: ThemeDraft, where: str, voices: Sequence[str], actions: Sequence[str], locale: Locale
) -> list[Violation]:
    found = [
        violation("theme-complete", where, locale, field=field)
        for field in ("name", "summary")
        if not getattr(theme, field).strip()
    ]
    if not theme.voices:
        found.append(violation("theme-voices", where, locale))
    found += [violation("known-voice", where, locale, unknown=one) for one in _unknown(theme.voices, voices)]
    known = ", ".join(actions)
    return found + [
        violation("known-action", where, locale, unknown=one, known=known)
        for one in _unknown(theme.contradicts, actions)
    ]


def _unknown(ids: Sequence[str], known: Sequence[str]) -> list[str]:
    return [one for one in dict.fromkeys(ids) if one not in known][:_MOST_NAMED]


def _listed(ids: Sequence[str]) -> str:
    return ", ".join(ids[:_MOST_NAMED]) + (" …" if len(ids) > _MOST_NAMED else "")
