"""`mock.css`: what all mocks share, the theme, and the parts that this mock has."""

import re
from functools import cache
from importlib.resources import files

from mlew.domain.mock_spec import MockSpec, Theme
from mlew.domain.screen_parts import PART_KINDS

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,]) ?")


def stylesheet(spec: MockSpec) -> str:
    """Parts in the order of their kinds, so that the order of screens changes nothing."""
    kinds = {screen.part.kind for screen in spec.screens}
    if "wizard" in kinds:
        kinds.add("form")  # its pages are forms
    return _stylesheet(spec.brand.theme, tuple(kind for kind in PART_KINDS if kind in kinds))


@cache
def _stylesheet(theme: Theme, kinds: tuple[str, ...]) -> str:
    names = ("base.css", "frame.css", "landing.css", "screen.css", *(f"parts/{kind}.css" for kind in kinds))
    return "".join(_compact(_read(name)) for name in (*names, f"themes/{theme}.css", "print.css"))


def _read(name: str) -> str:
    return files("mlew.mocks").joinpath("styles", *name.split("/")).read_text(encoding="utf-8")


def _compact(text: str) -> str:
    return _AROUND.sub(r"\1", _BLANKS.sub(" ", _COMMENT.sub("", text))).strip()
