"""The mock of a press release: a screen for each of its steps, with a part that suits the words of the step."""

import re
from datetime import date
from itertools import pairwise
from typing import Any

from mlew.domain.base import Locale
from mlew.domain.journey import Journey
from mlew.domain.mock_draft import MockDraft
from mlew.domain.mock_limits import MOST_STEPS
from mlew.domain.mock_spec import THEMES, Icon
from mlew.domain.press_release import Message, PressRelease, Step
from mlew.domain.screen_parts import PART_KINDS, PartKind
from mlew.rehearsal.activities_en import ENGLISH as ENGLISH_KINDS
from mlew.rehearsal.activities_ja import JAPANESE as JAPANESE_KINDS
from mlew.rehearsal.activity import activity_of
from mlew.rehearsal.activity_words import ActivityWords
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.language import capital, phrase, shorten
from mlew.rehearsal.mock_clean import clean, cleaned
from mlew.rehearsal.mock_en import ENGLISH
from mlew.rehearsal.mock_ja import JAPANESE
from mlew.rehearsal.mock_parts import EMPTY, Json, Tale, content, field
from mlew.rehearsal.mock_words import MockWords

_ACCENTS = ("#1f5fbf", "#0f766e", "#7c3aed", "#b4380f", "#9d174d", "#3f6212", "#0369a1", "#854d0e")
_OPENING: tuple[PartKind, ...] = ("chat", "chart", "calendar", "upload")
"""Parts that an experience may begin with if its first step does not say."""
_QUOTED = re.compile(r"「[^」]*」|『[^』]*』|“[^”]*”|\"[^\"]*\"")
"""Names of buttons and solutions: they tell less of a step than what is done in it."""
_ICONS: tuple[Icon, ...] = ("clock", "check", "heart", "spark", "shield", "people", "search", "leaf")
_MONEY = re.compile(r"[¥￥$€£]\s?\d(?:[\d,.]*\d)?|\d[\d,]*\s?(?:円|ドル|ユーロ|USD|EUR|JPY|yen)")
_DAY = re.compile(r"(20\d\d)\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})")
_DAY_EN = re.compile(
    r"(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (20\d\d)"
)
_MONTHS = _DAY_EN.pattern.split("(")[2].split(")")[0].split("|")
_SOME_DAY = date(2027, 4, 5)


def compose_mock(journey: Journey, release: PressRelease, locale: Locale, asked: Asked) -> MockDraft:
    """A whole mock. Whatever stands in the press release, the draft keeps the rules of mocks."""
    words = JAPANESE if locale == "ja" else ENGLISH
    tale = _tale(journey, release, words, locale, asked)
    draft = {
        "brand": tale.fills["service"],
        "tagline": tale.fill(words.tagline),
        "tone": tale.chance.pick("tone", ("friendly", "expert", "quiet")),
        "theme": tale.chance.pick("theme", THEMES),
        "accent": tale.chance.pick("accent", _ACCENTS),
        "landing": _landing(release, tale, asked),
        "screens": _screens(release, tale),
        "solved": tale.fill(words.solved),
        "use": tale.fill(words.use),
        "thanks": words.thanks,
    }
    return MockDraft.model_validate(cleaned(draft, words.left_out))


def _tale(journey: Journey, release: PressRelease, words: MockWords, locale: Locale, asked: Asked) -> Tale:
    message = release.message
    kind = _kind(message, locale)
    told = f"{message.who_and_when} {message.now_possible} {message.norm_changed}".lower()
    topics = (clean(phrase(action.text, locale).topic, 24) for action in journey.actions)
    found = dict.fromkeys(topic for topic in topics if len(topic) > 1 and "を" not in topic)
    things = tuple(sorted(found, key=lambda topic: topic.lower() not in told))[:6]
    things += tuple(thing for thing in words.things if thing not in things)[: max(0, 4 - len(things))]
    service = clean(message.service, 40) or words.things[0]
    chance = Chance(locale, asked.seed(), service, message.headline, message.now_possible)
    low = chance.number("low", 4) + 2
    fills = {
        "service": service,
        "now": clean(message.now_possible, 240),
        "relief": kind.relief,
        "hindrance": kind.hindrance,
        "feeling": kind.feelings[0],
        "input": kind.input,
    }
    minutes = (low, low * 3, low * 8)
    return Tale(words, locale, things, fills, minutes, _day(release), chance)


def _kind(message: Message, locale: Locale) -> ActivityWords:
    """What people do with it: our own press releases name what the service takes, in the words of a kind."""
    kinds = (JAPANESE_KINDS if locale == "ja" else ENGLISH_KINDS).values()
    named = next((kind for kind in kinds if kind.input in message.now_possible), None)
    return named or activity_of(message.who_and_when or message.norm_changed, locale).words


def _day(release: PressRelease) -> date:
    """The day when it comes out; calendars begin there."""
    text = release.message.release_date
    found, english = _DAY.search(text), _DAY_EN.search(text)
    try:
        if english:
            return date(int(english[3]), _MONTHS.index(english[2]) + 1, int(english[1]))
        return date(int(found[1]), int(found[2]), int(found[3])) if found else _SOME_DAY
    except ValueError:
        return _SOME_DAY


def _landing(release: PressRelease, tale: Tale, asked: Asked) -> Json:
    words, fill = tale.words, tale.fill
    icons = tale.chance.order("icons", _ICONS)
    money = next((m[0] for f in release.faq if f.topic == "cost" for m in _MONEY.finditer(f.answer)), "")
    trial, price, per, points = words.trial
    name, unit, more = words.plan
    plans = [{"name": trial, "price": price, "per": per, "points": list(points)}]
    if money:
        plans.append({"name": name, "price": money, "per": unit, "points": [fill(point) for point in more]})
    faq = [{"question": f.question, "answer": f.answer} for f in release.faq if f.question and f.answer][:6]
    question, answer = words.remark
    faq += [{"question": fill(question, comment=clean(c, 90)), "answer": answer} for c in asked.comments[:2]]
    faq += [{"question": question, "answer": answer} for question, answer in words.faq][: max(0, 5 - len(faq))]
    return {
        "headline": release.message.headline or tale.fills["service"],
        "lead": fill(words.lead),
        "action": fill(words.start),
        "picture": fill(words.picture),
        "problem": {"title": fill(words.problem), "text": release.message.norm_changed, "icon": "clock"},
        "pains": [capital(fill(pain, n)) for n, pain in enumerate(words.pains)],
        "how": [_pointed(fill(t), fill(x), icons[n]) for n, (t, x) in enumerate(words.how)],
        "features": [_pointed(fill(t), fill(x), icons[n + 3]) for n, (t, x) in enumerate(words.features)],
        "voices": [{"who": fill(who), "quote": fill(quote)} for who, quote in words.voices],
        "prices": plans,
        "price_note": words.price_note,
        "faq": faq[:8],
        "closing": fill(words.closing),
    }


def _pointed(title: str, text: str, icon: Icon) -> Json:
    return {"title": title, "text": text, "icon": icon}


def _screens(release: PressRelease, tale: Tale) -> list[Json]:
    """The normal course in a row; beside it the abnormal one, which leads back or out."""
    numbered = [(n, step) for n, step in enumerate(release.steps[:MOST_STEPS], 1) if step.text]
    normal = [(n, step) for n, step in numbered if step.course == "normal"]
    abnormal = [(n, step) for n, step in numbered if step.course == "abnormal"]
    while len(normal) < 2:
        normal = [(0, Step(text=tale.fills["now"])), *normal]
    kinds = chosen_parts([step.text for _, step in normal], tale)
    row = [_screen(kind, number, step, tale) for kind, (number, step) in zip(kinds, normal, strict=True)]
    for at, (screen, following) in enumerate(zip(row, [*row[1:], None], strict=True)):
        screen["id"] = f"{screen['part'].replace('_', '-')}-{at + 1}"
        wait = tale.fill(tale.words.wait, at) if following and following["part"] in ("list_detail", "result") else ""
        checks = screen["part"] in ("form", "wizard", "calendar", "compare", "list_detail", "upload")
        screen["actions"] = [_action(tale.words.onward[screen["part"]], "", checks=checks, wait=wait)]
    for screen, following in zip(row, [*row[1:], None], strict=True):
        screen["actions"][0]["to"] = following["id"] if following else "finish"
    for number, step in abnormal or [(0, Step(text=""))]:
        asker = row[(number or 2) % max(len(row) - 1, 1)]
        trouble = _trouble(number, step, asker["id"], tale)
        asker["actions"].append(_action(tale.words.trouble_way, trouble["id"]))
        row.append(trouble)
    return [_few_ways(screen, row) for screen in row]


def _few_ways(screen: Json, row: list[Json]) -> Json:
    """Where many abnormal screens hang on one, the others follow each other."""
    first, *rest = screen["actions"]
    if len(rest) <= 2 or screen["course"] == "abnormal":
        return screen
    names = [action["to"] for action in rest]
    for name, following in pairwise(names[1:]):
        found = next(s for s in row if s["id"] == name)
        found["actions"].insert(1, _action(screen["actions"][1]["label"], following))
    return {**screen, "actions": [first, *rest[:2]]}


def _screen(kind: PartKind, number: int, step: Step, tale: Tale) -> Json:
    return {
        **EMPTY,
        **content(kind, tale),
        "title": tale.fill(tale.words.titles[kind]),
        "intro": shorten(step.text, 140) if number else "",
        "step": number,
        "part": kind,
    }


def _trouble(number: int, step: Step, back: str, tale: Tale) -> Json:
    title, text, label, hint = (tale.fill(part) for part in tale.words.trouble)
    return {
        **EMPTY,
        "id": f"trouble-{number}" if number else "trouble",
        "title": title,
        "intro": shorten(step.text, 140) or text,
        "step": number,
        "course": "abnormal",
        "part": "form",
        "fields": [field(label, input="textarea", placeholder=hint)],
        "error": tale.words.error,
        "actions": [_action(tale.words.again, back, checks=True), _action(tale.words.stop, "leave")],
    }


def _action(label: str, to: str, *, checks: bool = False, wait: str = "") -> Json:
    return {"label": label, "to": to, "checks": checks, "wait": wait}


def chosen_parts(steps: list[str], tale: Tale) -> list[PartKind]:
    """One for each step, by its words, as different as they can be; the last one is the result."""
    found: list[PartKind] = []
    for number, text in enumerate(steps[:-1]):
        meant = _meant(_QUOTED.sub(" ", text), tale) or _meant(text, tale)
        fresh: list[Any] = [kind for kind in dict.fromkeys(meant) if kind not in found]
        others = [kind for kind in (PART_KINDS if number else _OPENING) if kind not in (*found, "result")]
        found.append(tale.chance.pick(f"part{number}", fresh[:2] or others or ["form"]))
    return [*found, "result"]


def _meant(text: str, tale: Tale) -> list[PartKind]:
    return [kind for signs, kinds in tale.words.signs if re.search(signs, text, re.IGNORECASE) for kind in kinds]
