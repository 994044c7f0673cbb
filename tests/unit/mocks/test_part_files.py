"""Every kind of part has its template, style and words, and keeps to its own class names."""

import re
from importlib.resources import files

import pytest

from mlew.domain.screen_parts import PART_KINDS, PartKind
from mlew.mocks.words import part_words

PACKAGE = files("mlew.mocks")
_CLASS = re.compile(r"(?<![\d)])\.([a-z][a-z-]*)")


def style(kind: str) -> str:
    return PACKAGE.joinpath("styles", "parts", f"{kind}.css").read_text(encoding="utf-8")


def led(css: str) -> set[str]:
    """Classes that stand first in a selector: those that a sheet lays hold of without saying where."""
    selectors = re.findall(r"(?:^|})\s*([^{}@]+){", css, re.MULTILINE)
    return {name for text in selectors for each in text.split(",") for name in _CLASS.findall(each.split()[0])}


@pytest.mark.parametrize("kind", PART_KINDS)
def test_a_part_has_everything_in_both_languages(kind: PartKind) -> None:
    assert PACKAGE.joinpath("templates", "parts", f"{kind}.html.j2").is_file()
    assert style(kind).strip()
    assert part_words(kind, "ja").keys() == part_words(kind, "en").keys()


def test_two_parts_do_not_style_the_same_class() -> None:
    base = led(PACKAGE.joinpath("styles", "base.css").read_text(encoding="utf-8"))
    owners: dict[str, set[str]] = {}
    for kind in PART_KINDS:
        for name in led(style(kind)) - base:
            owners.setdefault(name, set()).add(kind)
    shared = {name: kinds for name, kinds in owners.items() if len(kinds) > 1 and kinds != {"form", "wizard"}}
    assert shared == {}
