"""MockSpec: what a mock shows and where each step leads, without any markup.

The experience follows the steps of the press release, its abnormal course included. Addresses, colours' shades,
pictures and every word of the frame (this is a mock, next, back, …) are the renderer's.
"""

from typing import Literal

from pydantic import Field

from mlew.domain.base import Line, Locale, Model
from mlew.domain.course import Course
from mlew.domain.screen_parts import Part

Theme = Literal["clear", "warm", "bold", "calm"]
THEMES: tuple[Theme, ...] = ("clear", "warm", "bold", "calm")
Tone = Literal["friendly", "expert", "playful", "quiet"]
Icon = Literal[
    "clock", "chat", "check", "chart", "person", "people", "list", "calendar", "camera", "document", "heart", "shield",
    "spark", "search", "bell", "map", "money", "leaf",
]  # fmt: skip
ENDS = ("finish", "leave")
"""Where an action may lead besides screens: `finish` – the result was reached; `leave` – the person gave up."""
Colour = str
"""`#rrggbb`, lower case."""


class Brand(Model):
    """`accent`: the one colour that is chosen; all others come from the theme, contrast checked by the renderer."""

    name: Line
    tagline: Line = ""
    tone: Tone = "friendly"
    theme: Theme = "clear"
    accent: str = Field(default="#1f5fbf", pattern=r"^#[0-9a-f]{6}$")


class Picture(Model):
    """`file`: stored beside the spec (`<sha256>.png|jpg|svg`), or "" for a picture that the renderer draws."""

    alt: Line
    file: str = Field(default="", pattern=r"^([0-9a-f]{64}\.(png|jpg|svg))?$")


class Pointed(Model):
    """A title with a text; `icon` of the renderer's own set."""

    title: Line
    text: Line = ""
    icon: Icon = "check"


class Voice(Model):
    """An imagined customer: a position, never a name. The renderer marks every voice as imagined."""

    who: Line
    quote: Line


class PricePlan(Model):
    """One offer. `price` as text in the workshop's currency."""

    name: Line
    price: Line
    per: Line = ""
    points: tuple[Line, ...] = ()


class Answered(Model):
    """A frequent question."""

    question: Line
    answer: Line


class Landing(Model):
    """The first page. Everything on it can be read without a script."""

    headline: Line
    lead: Line
    action: Line = Field(description="Words of the button that starts the experience")
    picture: Picture
    problem: Pointed
    pains: tuple[Line, ...] = ()
    how: tuple[Pointed, ...]
    features: tuple[Pointed, ...]
    voices: tuple[Voice, ...]
    prices: tuple[PricePlan, ...]
    price_note: Line = ""
    faq: tuple[Answered, ...]
    closing: Line


class Action(Model):
    """A way on. `to`: a screen's id, or one of ENDS. The first action of a screen is its main one.

    `checks`: the part has to be filled in before (a form valid, something chosen). `wait`: what is shown for a
    moment while the service seems to work ("" = no wait).
    """

    label: Line
    to: str
    checks: bool = False
    wait: Line = ""


class Screen(Model):
    """One page of the experience. `step`: number of the press release's step from 1; 0 = none of them."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")
    title: Line
    intro: Line = ""
    step: int = 0
    course: Course = "normal"
    part: Part
    actions: tuple[Action, ...]


class Closing(Model):
    """The two questions after the experience, and thanks. Answers are yes, unsure and no, in the renderer's words."""

    solved: Line
    use: Line
    thanks: Line = ""


class MockSpec(Model):
    """Artifact: one mock of a pair. `screens` in the order of the normal course; the first one starts it.

    `release`: version of the press release that it was made from. `extra`: lines of an edit that have no field.
    """

    pair: str
    locale: Locale
    brand: Brand
    landing: Landing
    screens: tuple[Screen, ...]
    closing: Closing
    release: str = ""
    extra: str = ""

    def screen(self, screen_id: str) -> Screen | None:
        """By id."""
        return next((s for s in self.screens if s.id == screen_id), None)
