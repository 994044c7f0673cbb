"""The guides name every ready correction as the product shows it, and the minutes of the time table."""

import re
from pathlib import Path
from typing import get_args

import pytest

from mlew.domain.base import Locale
from mlew.domain.schedule import PRACTICE
from mlew.domain.workshop import Phase
from usecases.definition import all_definitions

LOCALES: tuple[Locale, ...] = get_args(Locale)
DOCS = Path(__file__).parents[3] / "docs"
NAMES = {"en": "facilitator.md", "ja": "facilitator.ja.md"}


def guide(locale: Locale) -> str:
    return (DOCS / NAMES[locale]).read_text(encoding="utf-8")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_correction_is_listed_with_its_label_and_no_other(locale: Locale) -> None:
    tables = [table for table in guide(locale).split("\n\n") if table.startswith(("| correction |", "| 指摘 |"))]
    listed = [row for table in tables for row in re.findall(r"^\| `([a-z-]+)` (.+?) \|", table, re.MULTILINE)]

    ready = [(c.id, c.label) for d in all_definitions() if d.edition == "practice" for c in d.text(locale).corrections]
    assert listed == ready


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("phase", "heading"),
    [
        ("listen", "Listen"),
        ("define", "Define"),
        ("invent", "Invent"),
        ("refine", "Refine"),
        ("iterate", "Test/Iterate"),
    ],
)
def test_the_time_table_has_the_minutes_of_the_schedule(locale: Locale, phase: Phase, heading: str) -> None:
    row = re.search(rf"^\| \d:\d\d \| {heading} \| (.+?) \|", guide(locale), re.MULTILINE)

    assert row is not None
    assert [int(m) for m in row[1].split(" + ")] == [box.minutes for box in PRACTICE if box.phase == phase]


def test_both_guides_show_the_same_commands_and_sections() -> None:
    assert commands("en") == commands("ja")
    assert headings("en") == headings("ja")


def commands(locale: Locale) -> list[str]:
    """`mlew …` up to the first word that a reader replaces, in order."""
    return re.findall(r"mlew ((?:[a-z][a-z-]+ ?)+)", guide(locale))


def headings(locale: Locale) -> list[int]:
    """Levels of all headings, in order."""
    return [len(marks) for marks in re.findall(r"^(#+) ", guide(locale), re.MULTILINE)]
