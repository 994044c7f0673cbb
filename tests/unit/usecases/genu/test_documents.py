"""The pages for GenU users name files, fields and buttons as they are."""

import re
from pathlib import Path

import pytest

from mlew.domain.base import Locale
from usecases.definition import shared_definitions
from usecases.genu.boxes import boxes_of
from usecases.genu.dist import use_cases
from usecases.genu.step import genu_step
from usecases.genu.words import words

DOCS = Path(__file__).parents[4] / "docs"
PAGES: dict[Locale, str] = {"ja": "genu.ja.md", "en": "genu.md"}
both_languages = pytest.mark.parametrize("locale", PAGES)


def page(locale: Locale) -> str:
    return (DOCS / PAGES[locale]).read_text(encoding="utf-8")


@both_languages
def test_files_that_are_named_exist(locale: Locale) -> None:
    stems = {name.removesuffix(".json") for name in use_cases(locale)}

    named = set(re.findall(r"`((?:day0|practice|improvement)-[a-z0-9-]+)(?:\.json)?`", page(locale)))
    assert len(named) > 6
    assert named <= stems


@both_languages
def test_fields_that_are_named_exist_with_the_kind_that_is_told(locale: Locale) -> None:
    kinds = {b.label: b.filling for d in shared_definitions() for b in boxes_of(d, genu_step(d.id), locale)}
    rows = re.findall(
        r"^\| (.+?) \| .+ \| (変わらない|例が入る|leave it alone|fill it in|choose) \|$", page(locale), re.MULTILINE
    )

    assert len(rows) == 4
    for fields, effect in rows:
        named = [n for n in re.split(r"、|, ", re.sub(r"など|, …", "", fields)) if n]
        assert {kinds[n] == "paste" for n in named} == {effect in ("変わらない", "leave it alone")}


def test_both_pages_have_the_same_shape() -> None:
    shapes = [[len(m) for m in re.findall(r"^(#+) ", page(locale), re.MULTILINE)] for locale in PAGES]

    assert shapes[0] == shapes[1]


@both_languages
def test_the_buttons_of_a_running_workshop_are_told_as_they_are(locale: Locale) -> None:
    assert words(locale).of_pair.format(pair="a") in page(locale)
    assert words(locale).boxes["record"].label in page(locale)
