"""The mock of a press release: a screen for each of its steps, with a part that suits the words of the step."""

import re
from itertools import pairwise
from typing import Any

from mlew.domain.base import Locale
from mlew.domain.journey import Journey
from mlew.domain.mock_draft import MockDraft
from mlew.domain.mock_limits import MOST_STEPS
from mlew.domain.mock_spec import THEMES, Icon
from mlew.domain.press_release import PressRelease, Step
from mlew.domain.screen_parts import PART_KINDS, PartKind
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.language import capital, shorten
from mlew.rehearsal.mock_clean import clean, cleaned
from mlew.rehearsal.mock_en import ENGLISH
from mlew.rehearsal.mock_ja import JAPANESE
from mlew.rehearsal.mock_parts import EMPTY, Json, Tale, content, field
from mlew.rehearsal.mock_tale import tale_of

_ACCENTS = ("#1f5fbf", "#0f766e", "#7c3aed", "#b4380f", "#9d174d", "#3f6212", "#0369a1", "#854d0e")
_OPENING: tuple[PartKind, ...] = ("chat", "chart")
"""Parts that an experience may begin with if its first step does not say."""
_IN_PLACE_OF: dict[PartKind, tuple[PartKind, ...]] = {
    "form": ("form", "wizard", "calendar"),
    "wizard": ("form", "wizard", "calendar"),
    "list_detail": ("list_detail", "compare"),
    "table": ("table", "editor"),
}
"""Parts that do the same for the customer: where an activity has one of its own, that one."""
_QUOTED = re.compile(r"「[^」]*」|『[^』]*』|“[^”]*”|\"[^\"]*\"")
_ICONS: tuple[Icon, ...] = ("clock", "check", "heart", "spark", "shield", "people", "search", "leaf")
_MONEY = re.compile(r"[¥￥$€£]\s?\d(?:[\d,.]*\d)?|\d[\d,]*\s?(?:円|ドル|ユーロ|USD|EUR|JPY|yen)")
_PROMISE = re.compile(r"\s[–—―─-]+\s(?=.{6})")
"""What comes before it in a headline is the name of the service, for a newspaper; a page has that in its bar."""


def compose_mock(journey: Journey, release: PressRelease, locale: Locale, asked: Asked) -> MockDraft:
    """A whole mock. Whatever stands in the press release, the draft keeps the rules of mocks."""
    words = JAPANESE if locale == "ja" else ENGLISH
    tale = tale_of(journey, release, words, locale, asked)
    draft = {
        "brand": tale.fills["service"],
        "tagline": tale.fill(words.tagline_for if tale.fills["who"] else words.tagline),
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


def _landing(release: PressRelease, tale: Tale, asked: Asked) -> Json:
    words, fill = tale.words, tale.fill
    icons = tale.chance.order("icons", _ICONS)
    money = next((m[0] for f in release.faq if f.topic == "cost" for m in _MONEY.finditer(f.answer)), "")
    trial, price, per, points = words.trial
    name, unit, more = words.plan
    plans = [{"name": trial, "price": price, "per": per, "points": list(points)}]
    if money:
        plans.append({"name": name, "price": money, "per": unit, "points": [fill(point) for point in more]})
    answered = [f for f in release.faq if f.question and f.answer and f.topic != "voices"]
    faq = [{"question": f.question, "answer": f.answer} for f in answered][:6]
    question, answer = words.remark
    faq += [{"question": fill(question, comment=clean(c, 90)), "answer": answer} for c in asked.comments[:2]]
    faq += [{"question": question, "answer": answer} for question, answer in words.faq][: max(0, 5 - len(faq))]
    return {
        "headline": _headline(release, tale),
        "lead": fill(words.lead),
        "action": fill(words.start),
        "picture": fill(words.picture),
        "problem": {"title": fill(words.problem), "text": release.message.norm_changed, "icon": "clock"},
        "pains": [capital(fill(pain)) for pain in words.pains],
        "how": [_pointed(fill(t), fill(x), icons[n]) for n, (t, x) in enumerate(words.how)],
        "features": [_pointed(fill(t), fill(x), icons[n + 3]) for n, (t, x) in enumerate(words.features)],
        "voices": [{"who": fill(who), "quote": fill(quote)} for who, quote in words.voices],
        "prices": plans,
        "price_note": "",
        "faq": faq[:8],
        "closing": fill(words.closing),
    }


def _headline(release: PressRelease, tale: Tale) -> str:
    """The promise of the press release, unless the line below it says the same."""
    promise = _PROMISE.split(release.message.headline)[-1]
    if promise and promise.lower() in release.message.now_possible.lower():
        promise = tale.fill(tale.words.headline)
    return capital(promise) or tale.fills["service"]


def _pointed(title: str, text: str, icon: Icon) -> Json:
    return {"title": capital(title), "text": text, "icon": icon}


def _screens(release: PressRelease, tale: Tale) -> list[Json]:
    """The normal course in a row; beside it the abnormal one, which leads back or out."""
    numbered = [(n, step) for n, step in enumerate(release.steps[:MOST_STEPS], 1) if step.text]
    normal = [(n, step) for n, step in numbered if step.course == "normal"]
    abnormal = [(n, step) for n, step in numbered if step.course == "abnormal"]
    while len(normal) < 2:
        normal = [(0, Step(text=tale.fills["now"])), *normal]
    kinds = chosen_parts([step.text for _, step in normal], tale)
    row = [_screen(kind, number, step, tale) for kind, (number, step) in zip(kinds, normal, strict=True)]
    labels = _labels(kinds, [step.text for _, step in normal], tale)
    for at, (screen, following) in enumerate(zip(row, [*row[1:], None], strict=True)):
        screen["id"] = f"{screen['part'].replace('_', '-')}-{at + 1}"
        wait = tale.fill(tale.words.wait) if following and following["part"] in ("list_detail", "result") else ""
        checks = screen["part"] in ("form", "wizard", "calendar", "compare", "list_detail", "upload")
        screen["actions"] = [_action(labels[at], "", checks=checks, wait=wait)]
    for screen, following in zip(row, [*row[1:], None], strict=True):
        screen["actions"][0]["to"] = following["id"] if following else "finish"
    askers = row[:-1]
    for number, step in abnormal or [(0, Step(text=""))]:
        asker = askers[(number or 2) % len(askers)]
        trouble = _trouble(number, step, asker["id"], tale)
        asker["actions"].append(_action(tale.words.trouble_way, trouble["id"]))
        row.append(trouble)
    return [_few_ways(screen, row) for screen in row]


def _labels(kinds: list[PartKind], steps: list[str], tale: Tale) -> list[str]:
    """Of each screen's main button: as its step names it, and the last but one as the result's step does."""
    named = [_pressed(text, tale) for text in steps]
    named[-2:] = [named[-1] or named[-2], ""]
    return [name or tale.words.onward[kind] for name, kind in zip(named, kinds, strict=True)]


def _pressed(text: str, tale: Tale) -> str:
    found = re.search(tale.words.pressed, text, re.IGNORECASE)
    return clean(found[1], 24) if found and found[1] not in tale.fills["service"] else ""


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
    meant = _meant(_unquoted(step.text), tale)
    introduced = kind != "result" and kind in (*meant, *(like for one in meant for like in _IN_PLACE_OF.get(one, ())))
    return {
        **EMPTY,
        **content(kind, tale),
        "title": tale.words.titles[kind],
        "intro": shorten(step.text, 140) if introduced and number else tale.words.intros.get(kind, ""),
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
        "actions": [_action(tale.words.again, back, checks=True), _action(tale.words.stop, "leave")],
    }


def _action(label: str, to: str, *, checks: bool = False, wait: str = "") -> Json:
    return {"label": label, "to": to, "checks": checks, "wait": wait}


def chosen_parts(steps: list[str], tale: Tale) -> list[PartKind]:
    """One for each step, by its words, as different as they can be; the last one is the result."""
    found: list[PartKind] = []
    for number, text in enumerate(steps[:-1]):
        meant = _meant(_unquoted(text), tale) or _meant(text, tale)
        fresh: list[Any] = [kind for kind in dict.fromkeys(meant) if kind not in found]
        others = [kind for kind in (PART_KINDS if number else _OPENING) if kind not in (*found, "result")]
        alike = [kind for kind in tale.suited if fresh and kind in _IN_PLACE_OF.get(fresh[0], ()) and kind in others]
        opening = [kind for kind in _OPENING if kind in tale.suited and not number]
        if "upload" in fresh:  # whoever is to hand over a photo needs a place to put it
            found.append("upload")
        elif alike:
            found.append(alike[0])
        else:
            found.append(tale.chance.pick(f"part{number}", fresh[:2] or opening or others or ["form"]))
    return [*found, "result"]


def _unquoted(text: str) -> str:
    """Names of buttons and solutions tell less of a step than what is done in it."""
    return _QUOTED.sub(" ", text)


def _meant(text: str, tale: Tale) -> list[PartKind]:
    return [kind for signs, kinds in tale.words.signs if re.search(signs, text, re.IGNORECASE) for kind in kinds]
