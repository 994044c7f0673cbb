"""When a mock can be shown to people: complete, walkable from the landing page to the questions, honest."""

import re
from collections import Counter
from collections.abc import Iterator

from mlew.domain.base import Locale
from mlew.domain.colour import SHAPE_CONTRAST, WHITE, contrast, is_colour
from mlew.domain.mock_draft import MockDraft
from mlew.domain.mock_limits import MOST_STEPS
from mlew.domain.mock_part_rules import lacks
from mlew.domain.mock_routes import main_way, reached
from mlew.domain.mock_spec import ENDS
from mlew.domain.mock_texts import length_violations, text_violations
from mlew.domain.press_release import PressRelease
from mlew.domain.violation import Violation, place, violation

SCREEN_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
MOST_TOLD = 40
"""Violations that are told at once: more would be no task to repair, and no warning that anybody reads."""


def mock_violations(draft: MockDraft, release: PressRelease, locale: Locale = "en") -> list[Violation]:
    """All rules of a mock. One that is far too long is told so, and nothing else."""
    long = length_violations(draft, locale)
    if any(v.where.endswith("· screens") for v in long):
        return long
    found = [*long, *_brand(draft, locale), *_landing(draft, locale), *_closing(draft, locale)]
    found += _screens(draft, locale)
    found += _routes(draft, locale)
    found += _steps(draft, release, locale)
    found += text_violations(draft, locale)
    return found[:MOST_TOLD]


def _brand(draft: MockDraft, locale: Locale) -> Iterator[Violation]:
    here = place("brand", locale)
    if not draft.brand.strip():
        yield violation("words-present", f"{here} · brand", locale)
    if not is_colour(draft.accent.strip().lower()):
        yield violation("brand-colour", f"{here} · accent", locale, found=draft.accent[:40])
    elif contrast(draft.accent.strip().lower(), WHITE) < SHAPE_CONTRAST:
        ratio = contrast(draft.accent.strip().lower(), WHITE)
        yield violation(
            "colour-contrast",
            f"{here} · accent",
            locale,
            found=draft.accent,
            ratio=f"{ratio:.1f}",
            least=SHAPE_CONTRAST,
        )


def _landing(draft: MockDraft, locale: Locale) -> Iterator[Violation]:
    here, page = place("landing", locale), draft.landing
    needed = {name: getattr(page, name) for name in ("headline", "lead", "action", "picture", "closing")}
    needed["problem.title"] = page.problem.title
    for name in ("how", "features"):
        needed |= {f"{name}[{n}].title": entry.title for n, entry in enumerate(getattr(page, name), 1)}
    needed |= {f"voices[{n}]": v.who.strip() and v.quote for n, v in enumerate(page.voices, 1)}
    needed |= {f"prices[{n}]": p.name.strip() and p.price for n, p in enumerate(page.prices, 1)}
    needed |= {f"faq[{n}]": f.question.strip() and f.answer for n, f in enumerate(page.faq, 1)}
    for path, text in needed.items():
        if not text.strip():
            yield violation("words-present", f"{here} · {path}", locale)
    for path, entries, least in (
        ("how", page.how, 2), ("features", page.features, 2), ("voices", page.voices, 1), ("prices", page.prices, 1),
        ("faq", page.faq, 3),
    ):  # fmt: skip
        if len(entries) < least:
            yield violation("part-filled", f"{here} · {path}", locale, least=least, count=len(entries))


def _closing(draft: MockDraft, locale: Locale) -> Iterator[Violation]:
    for name in ("solved", "use"):
        if not getattr(draft, name).strip():
            yield violation("words-present", f"{place('closing', locale)} · {name}", locale)


def _screens(draft: MockDraft, locale: Locale) -> Iterator[Violation]:
    times = Counter(screen.id for screen in draft.screens)
    for number, screen in enumerate(draft.screens, 1):
        here = place("screen", locale, number)
        if not SCREEN_ID.fullmatch(screen.id) or screen.id in ENDS:
            yield violation("screen-id", f"{here} · id", locale, found=screen.id[:40])
        elif times[screen.id] > 1:
            yield violation("screen-id-once", f"{here} · id", locale, found=screen.id, count=times[screen.id])
        if not screen.title.strip():
            yield violation("words-present", f"{here} · title", locale)
        for lack in lacks(screen):
            yield violation(lack.rule, f"{here} · {lack.path}", locale, text="", **lack.facts)
        for at, action in enumerate(screen.actions, 1):
            if not action.label.strip():
                yield violation("action-words", f"{here} · actions[{at}].label", locale)
            if action.to not in times and action.to not in ENDS:
                known = ", ".join([*times, *ENDS])
                yield violation("action-leads", f"{here} · actions[{at}].to", locale, found=action.to[:40], known=known)


def _routes(draft: MockDraft, locale: Locale) -> Iterator[Violation]:
    if not draft.screens:
        yield violation("any-screen", place("screens", locale), locale)
        return
    routes = {screen.id: [action.to for action in screen.actions] for screen in draft.screens}
    first = draft.screens[0].id
    from_first = reached(routes, first)
    normal = {screen.id for screen in draft.screens if screen.course == "normal"}
    for number, screen in enumerate(draft.screens, 1):
        here, onward = place("screen", locale, number), reached(routes, screen.id)
        if screen.id not in from_first:
            yield violation("screen-reached", here, locale, id=screen.id, first=first)
        if onward.isdisjoint(ENDS):
            yield violation("screen-left", here, locale, id=screen.id)
        elif screen.course == "abnormal" and "leave" not in onward and onward.isdisjoint(normal):
            yield violation("abnormal-returns", here, locale, id=screen.id)
    if "finish" not in from_first or main_way(routes)[-1] != "finish":
        yield violation("finish-reached", place("screens", locale), locale, first=first)
    if first not in normal:
        yield violation("starts-normal", place("screen", locale, 1), locale)
    if len(normal) == len(routes):
        yield violation("abnormal-course", place("screens", locale), locale)


def _steps(draft: MockDraft, release: PressRelease, locale: Locale) -> Iterator[Violation]:
    """Every step that a mock has room for is shown; a number that no step has is a slip."""
    shown = {screen.step for screen in draft.screens}
    for number, step in enumerate(release.steps[:MOST_STEPS], 1):
        if number not in shown and step.text:
            yield violation("step-shown", place("screens", locale), locale, number=number, step=step.text[:60])
    for number, screen in enumerate(draft.screens, 1):
        if not 0 <= screen.step <= len(release.steps):
            where = f"{place('screen', locale, number)} · step"
            yield violation("known-step", where, locale, found=screen.step, most=len(release.steps))
