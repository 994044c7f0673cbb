"""From what a model wrote to a mock that can be drawn, whatever rules the draft still breaks.

After the last repair the best draft is kept with warnings: here a reference that leads nowhere is left out, a list
or text that is too long is cut, and a screen without a way on gets one, so that nobody who tries it is stuck.
"""

import re

from mlew.domain.base import Locale
from mlew.domain.colour import is_colour
from mlew.domain.mock_draft import ActionDraft, LandingDraft, MockDraft, PointedDraft, ScreenDraft
from mlew.domain.mock_limits import LIST_LENGTHS, MOST_SCREENS
from mlew.domain.mock_part_conversion import part_of, several, words
from mlew.domain.mock_rules import SCREEN_ID
from mlew.domain.mock_spec import (
    ENDS,
    Action,
    Answered,
    Brand,
    Closing,
    Landing,
    MockSpec,
    Picture,
    Pointed,
    PricePlan,
    Screen,
    Voice,
)
from mlew.domain.screen_parts import ResultPart

_ONWARD = {"ja": "次へ進む", "en": "Go on"}


def mock_spec_from(draft: MockDraft, *, pair: str, locale: Locale, release: str = "") -> MockSpec:
    """The artifact. `release`: version of the press release that the draft was made from."""
    return MockSpec(
        pair=pair,
        locale=locale,
        brand=_brand(draft),
        landing=_landing(draft.landing),
        screens=_screens(draft, locale),
        closing=Closing(
            solved=words(draft.solved, "solved"), use=words(draft.use, "use"), thanks=words(draft.thanks, "thanks")
        ),
        release=release,
    )


def _brand(draft: MockDraft) -> Brand:
    accent = draft.accent.strip().lower()
    short = re.fullmatch(r"#([0-9a-f])([0-9a-f])([0-9a-f])", accent)
    if short:
        accent = "#" + "".join(digit * 2 for digit in short.groups())
    brand = Brand(
        name=words(draft.brand, "brand"), tagline=words(draft.tagline, "tagline"), tone=draft.tone, theme=draft.theme
    )
    return brand.model_copy(update={"accent": accent}) if is_colour(accent) else brand


def _landing(page: LandingDraft) -> Landing:
    return Landing(
        headline=words(page.headline, "headline"),
        lead=words(page.lead, "lead"),
        action=words(page.action, "action"),
        picture=Picture(alt=words(page.picture, "picture")),
        problem=_pointed(page.problem),
        pains=several(page.pains, "pains"),
        how=tuple(_pointed(p) for p in page.how if p.title.strip())[: LIST_LENGTHS["how"]],
        features=tuple(_pointed(p) for p in page.features if p.title.strip())[: LIST_LENGTHS["features"]],
        voices=tuple(
            Voice(who=words(v.who, "who"), quote=words(v.quote, "quote")) for v in page.voices if v.quote.strip()
        )[: LIST_LENGTHS["voices"]],
        prices=tuple(
            PricePlan(
                name=words(p.name, "name"),
                price=words(p.price, "price"),
                per=words(p.per, "per"),
                points=several(p.points, "points", 8),
            )
            for p in page.prices
            if p.price.strip()
        )[: LIST_LENGTHS["prices"]],
        price_note=words(page.price_note, "price_note"),
        faq=tuple(
            Answered(question=words(f.question, "question"), answer=words(f.answer, "answer"))
            for f in page.faq
            if f.question.strip()
        )[: LIST_LENGTHS["faq"]],
        closing=words(page.closing, "closing"),
    )


def _pointed(draft: PointedDraft) -> Pointed:
    return Pointed(title=words(draft.title, "title"), text=words(draft.text, "text"), icon=draft.icon)


def _screens(draft: MockDraft, locale: Locale) -> tuple[Screen, ...]:
    kept = draft.screens[:MOST_SCREENS]
    ids = _ids(kept)
    if not kept:
        thanks = words(draft.landing.closing, "closing")
        part = ResultPart(summary=thanks)
        onward = Action(label=_ONWARD[locale], to="finish")
        return (Screen(id="screen-1", title=words(draft.brand, "title"), part=part, actions=(onward,)),)
    # Of two screens that the draft calls the same, its actions mean the first.
    targets = {screen.id: name for screen, name in reversed(list(zip(kept, ids, strict=True)))}
    targets |= {end: end for end in ENDS}
    screens = []
    for number, (screen, name) in enumerate(zip(kept, ids, strict=True)):
        following = ids[number + 1] if number + 1 < len(ids) else "finish"
        actions = _actions(screen.actions, targets) or (Action(label=_ONWARD[locale], to=following),)
        screens.append(
            Screen(
                id=name,
                title=words(screen.title, "title"),
                intro=words(screen.intro, "intro"),
                step=max(0, min(screen.step, 99)),
                course=screen.course,
                part=part_of(screen),
                actions=actions,
            )
        )
    return tuple(screens)


def _ids(screens: list[ScreenDraft]) -> list[str]:
    """The draft's own where they can be used, else new ones; each once."""
    ids: list[str] = []
    taken = {screen.id for screen in screens} | set(ENDS)
    for number, screen in enumerate(screens, 1):
        fits = SCREEN_ID.fullmatch(screen.id) is not None and screen.id not in (*ENDS, *ids)
        name, again = screen.id if fits else f"screen-{number}", number
        while not fits and name in taken:
            again += 1
            name = f"screen-{again}"
        taken.add(name)
        ids.append(name)
    return ids


def _actions(drafts: list[ActionDraft], targets: dict[str, str]) -> tuple[Action, ...]:
    return tuple(
        Action(label=words(a.label, "label"), to=targets[a.to], checks=a.checks, wait=words(a.wait, "wait"))
        for a in drafts
        if a.to in targets and a.label.strip()
    )[: LIST_LENGTHS["actions"]]
