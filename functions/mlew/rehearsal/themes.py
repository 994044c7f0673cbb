"""Precheck: voices that share their words → themes. Nothing is said that no voice says."""

from collections import Counter
from collections.abc import Sequence

from mlew.documents.voice_list import Spoken
from mlew.domain.base import Locale
from mlew.domain.evidence import Leaning
from mlew.domain.journey import Journey
from mlew.domain.theme import MOST_THEMES, ThemeDraft, ThemesDraft
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.language import shorten
from mlew.rehearsal.similarity import likeness, terms
from mlew.rehearsal.theme_words import WORDS

_USUAL, _FEW = 6, 4
_LONGEST_NAME = {"ja": 30, "en": 60}
_LIKE_A_WISH = 0.12
_COMPARED = 40
"""Voices of a theme among which the one in the middle is looked for."""
_LIKE_AN_ACTION = 0.2


def compose_themes(journey: Journey, voices: Sequence[Spoken], locale: Locale, asked: Asked) -> ThemesDraft:
    """Themes by the words that most voices share; single objections are themes of their own if people ask for it."""
    most = MOST_THEMES if asked.wants("finer-themes") else _FEW if asked.wants("fewer-themes") else _USUAL
    groups = [group for wish in asked.comments if (group := _like(wish, voices))][:most]
    groups += _groups(_left(voices, groups), most - len(groups))
    if asked.wants("keep-the-few"):
        alone = [[voice] for voice in _left(voices, groups) if _leaning([voice], locale, asked) == "against"]
        groups += alone[: MOST_THEMES - len(groups)]
    total = sum(voice.times for voice in voices)
    themes = [_theme(group, total, journey, locale, asked) for group in groups]
    return ThemesDraft(themes=_told_apart(themes), not_grouped=[voice.id for voice in _left(voices, groups)])


def _groups(voices: Sequence[Spoken], most: int) -> list[list[Spoken]]:
    """Again and again the voices with the word that most of those left share."""
    words = {voice.id: terms(voice.text) for voice in voices}
    left, found = list(voices), list[list[Spoken]]()
    while len(found) < most:
        counted = Counter[str]()
        for voice in left:
            counted.update({word: voice.times for word in words[voice.id] if len(word) > 1})
        shared = max(counted, key=lambda word: (counted[word], word), default="")
        if not shared or counted[shared] < 2:
            break
        found.append([voice for voice in left if shared in words[voice.id]])
        left = [voice for voice in left if shared not in words[voice.id]]
    return found


def _theme(group: Sequence[Spoken], total: int, journey: Journey, locale: Locale, asked: Asked) -> ThemeDraft:
    words = WORDS[locale]
    spoken = sum(voice.times for voice in group)
    some = group[:_COMPARED]
    middle = max(some, key=lambda voice: sum(likeness(voice.text, other.text) for other in some))
    facts = {"all": total, "count": spoken, "quote": shorten(middle.text, 80).rstrip("。．.")}
    return ThemeDraft(
        name=(words.name if spoken > 1 else words.single).format(
            quote=shorten(middle.text, _LONGEST_NAME[locale]).rstrip("。．.")
        ),
        leaning=_leaning(group, locale, asked),
        summary=(words.summary if spoken > 1 else words.one).format(**facts),
        voices=[voice.id for voice in group],
        contradicts=_contradicted(group, journey, locale),
    )


def _leaning(group: Sequence[Spoken], locale: Locale, asked: Asked) -> Leaning:
    words = WORDS[locale]
    pleased = words.deeds if asked.wants("leaning-again") else words.for_
    against = any(words.against.search(voice.text) for voice in group)
    for_ = any(pleased.search(voice.text) and not words.against.search(voice.text) for voice in group)
    return "mixed" if for_ and against else "for" if for_ else "against" if against else "neither"


def _contradicted(group: Sequence[Spoken], journey: Journey, locale: Locale) -> list[str]:
    """Actions that somebody says do not happen, or not so."""
    denied = [voice.text for voice in group if WORDS[locale].missing.search(voice.text)]
    return [a.id for a in journey.actions if any(likeness(text, a.text) >= _LIKE_AN_ACTION for text in denied)]


def _like(wish: str, voices: Sequence[Spoken]) -> list[Spoken]:
    return [voice for voice in voices if likeness(wish, voice.text) >= _LIKE_A_WISH]


def _left(voices: Sequence[Spoken], groups: Sequence[Sequence[Spoken]]) -> list[Spoken]:
    grouped = {voice.id for group in groups for voice in group}
    return [voice for voice in voices if voice.id not in grouped]


def _told_apart(themes: list[ThemeDraft]) -> list[ThemeDraft]:
    """Names that are the same by chance get a number."""
    found: list[ThemeDraft] = []
    for theme in themes:
        taken = [one.name for one in found]
        number = next(n for n in range(1, len(themes) + 1) if _numbered(theme.name, n) not in taken)
        found.append(theme.model_copy(update={"name": _numbered(theme.name, number)}))
    return found


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name} ({number})"
