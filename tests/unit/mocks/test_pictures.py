"""The picture of the landing page: drawn for every kind of part, full or empty, in every theme."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from mlew.domain.mock_spec import THEMES, MockSpec, Theme
from mlew.domain.screen_parts import (
    PART_KINDS,
    CalendarPart,
    ChartPart,
    ChatPart,
    ComparePart,
    Day,
    EditorPart,
    FormPart,
    ListDetailPart,
    Part,
    PartKind,
    Point,
    ResultPart,
    Series,
    TablePart,
    UploadPart,
    WizardPage,
    WizardPart,
)
from mlew.mocks.illustration import illustrations
from tests.mocks.samples import sample

EMPTY: tuple[Part, ...] = (
    FormPart(fields=()),
    WizardPart(pages=()),
    WizardPart(pages=(WizardPage(title="", fields=()),)),
    ChatPart(assistant="", opening="", exchanges=()),
    ListDetailPart(items=()),
    ComparePart(criteria=(), options=()),
    TablePart(caption="", columns=(), rows=()),
    EditorPart(label="", text=""),
    ChartPart(caption="", series=()),
    ChartPart(caption="", form="donut", series=(Series(name="", points=()),)),
    ChartPart(caption="", form="line", series=(Series(name="", points=(Point(label="", value=-1e14),)),)),
    UploadPart(label="", samples=()),
    CalendarPart(label="", days=()),
    CalendarPart(label="", days=(Day(day=date(2027, 1, 1)),)),
    ResultPart(summary=""),
)


def drawn(spec: MockSpec) -> dict[str, str]:
    """Path → SVG that an XML parser takes."""
    pictures = dict(illustrations(spec))
    for svg in pictures.values():
        ET.fromstring(svg)  # noqa: S314 – our own drawing
    return pictures


def only(part: Part, theme: Theme) -> MockSpec:
    spec = sample("en", theme)
    return spec.model_copy(update={"screens": (spec.screens[0].model_copy(update={"part": part}),)})


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", PART_KINDS)
def test_every_kind_of_part_has_a_picture(kind: PartKind, theme: Theme) -> None:
    part = next(screen.part for screen in sample("en").screens if screen.part.kind == kind)
    pictures = drawn(only(part, theme))
    assert set(pictures) == {"pictures/mark.svg", "pictures/hero.svg", "pictures/hero-dark.svg"}
    assert pictures["pictures/hero.svg"] != drawn(only(EMPTY[0], theme))["pictures/hero.svg"]


@pytest.mark.parametrize("theme", THEMES)
def test_a_part_without_content_is_drawn_too(theme: Theme) -> None:
    assert all(drawn(only(part, theme)) for part in EMPTY)


def test_light_and_dark_differ_in_colours_only() -> None:
    pictures = drawn(sample("ja", "calm"))
    light, dark = pictures["pictures/hero.svg"], pictures["pictures/hero-dark.svg"]
    assert light != dark
    assert light.count("<") == dark.count("<")


def test_nothing_to_promise_leaves_the_note_out() -> None:
    spec = only(EMPTY[0], "clear")
    bare = spec.model_copy(update={"landing": spec.landing.model_copy(update={"features": ()})})
    assert len(drawn(bare)["pictures/hero.svg"]) < len(drawn(spec)["pictures/hero.svg"])
