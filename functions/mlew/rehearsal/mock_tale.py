"""What a press release and a journey give a rehearsed mock to speak of."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from mlew.domain.base import Locale
from mlew.domain.journey import Journey
from mlew.domain.press_release import Message, PressRelease
from mlew.domain.screen_parts import PartKind
from mlew.rehearsal.activities_en import ENGLISH
from mlew.rehearsal.activities_ja import JAPANESE
from mlew.rehearsal.activity import activity_of
from mlew.rehearsal.activity_words import ActivityWords
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.language import capital
from mlew.rehearsal.mock_clean import clean
from mlew.rehearsal.mock_parts import Tale
from mlew.rehearsal.mock_thing import Thing, things_of
from mlew.rehearsal.mock_words import MockWords

_WHO = {"ja": re.compile(r"^(.{2,40}?)が、"), "en": re.compile(r"^(.{2,60}?), when ")}
_DAY = re.compile(r"(20\d\d)\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})")
_DAY_EN = re.compile(
    r"(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (20\d\d)"
)
_MONTHS = _DAY_EN.pattern.split("(")[2].split(")")[0].split("|")
_SOME_DAY = date(2027, 4, 5)
SUITED: Mapping[str, tuple[PartKind, ...]] = {
    "search": ("list_detail", "chat"), "contact": ("chat", "editor"), "send": ("wizard", "editor"),
    "wait": ("calendar", "chart"), "record": ("upload", "editor"), "compare": ("compare", "wizard"),
    "decide": ("compare", "wizard"), "pay": ("form", "table"), "travel": ("calendar", "list_detail"),
    "make": ("wizard", "list_detail"), "check": ("upload", "table"), "report": ("editor", "chart"),
    "learn": ("wizard", "chat"), "schedule": ("calendar", "compare"), "serve": ("wizard", "chat"),
    "sell": ("list_detail", "editor"), "plan": ("calendar", "chart"), "repair": ("upload", "calendar"),
    "tidy": ("upload", "table"), "other": ("wizard", "table"),
}  # fmt: skip
"""By kind of activity."""


def tale_of(journey: Journey, release: PressRelease, words: MockWords, locale: Locale, asked: Asked) -> Tale:
    """Of one press release; the same one gives the same tale."""
    message = release.message
    who = _WHO[locale].match(message.who_and_when)
    moment = message.who_and_when[who.end() :] if who else message.who_and_when
    name, kind = _kind(message, moment, locale)
    found = things_of((action.text for action in journey.actions), locale)
    thing = _thing(found, f"{moment} {message.norm_changed}", words)
    service = clean(message.service, 40) or words.things[0]
    chance = Chance(locale, asked.seed(), service, message.headline, message.now_possible)
    low = chance.number("low", 4) + 2
    fills = {
        "service": service,
        "now": clean(message.now_possible, 240),
        "who": clean(who[1], 60) if who else "",
        "thing": thing.told,
        "item": thing.bare,
        "relief": kind.relief,
        "hindrance": kind.hindrance,
        "feeling": kind.feelings[0],
        "doubt": kind.feelings[-1],
        "input": kind.input,
    }
    minutes, start = (low, low * 3, low * 8), _day(message.release_date)
    handled = tuple(dict.fromkeys(capital(one.bare) for one in (thing, *found)))
    return Tale(words, locale, fills, minutes, start, chance, handled, SUITED.get(name, ()))


def _kind(message: Message, moment: str, locale: Locale) -> tuple[str, ActivityWords]:
    """What people do with it: our own press releases name what the service takes, in the words of a kind."""
    kinds = (JAPANESE if locale == "ja" else ENGLISH).items()
    named = next(((name, kind) for name, kind in kinds if kind.input in message.now_possible), None)
    told = activity_of(moment or message.norm_changed, locale)
    return named or (told.id, told.words)


def _thing(found: Sequence[Thing], told: str, words: MockWords) -> Thing:
    """What the customer handles in the moment that is `told`, else in the journey, else what is handled anywhere."""
    named = (thing for thing in found if thing.bare.lower() in told.lower())
    return next(named, None) or next(iter(found), None) or Thing(words.things[0], words.things[0])


def _day(text: str) -> date:
    """The day when it comes out; calendars begin there."""
    found, english = _DAY.search(text), _DAY_EN.search(text)
    try:
        if english:
            return date(int(english[3]), _MONTHS.index(english[2]) + 1, int(english[1]))
        return date(int(found[1]), int(found[2]), int(found[3])) if found else _SOME_DAY
    except ValueError:
        return _SOME_DAY
