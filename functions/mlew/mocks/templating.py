"""Templates, read from this package wherever it lies; functions bring them compiled (`infra/compiled_templates.py`)."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import BaseLoader, Environment, FunctionLoader, ModuleLoader, StrictUndefined
from markupsafe import Markup

from mlew.mocks.chart import drawing
from mlew.mocks.icon import icon
from mlew.mocks.measure_bars import measure_bars
from mlew.mocks.months import months
from mlew.mocks.rich_text import blocks
from mlew.mocks.table_totals import totals

COMPILED = "compiled_templates"
"""Folder beside `templates` with what Jinja makes of them: compiling takes ten times as long as one mock."""


@cache
def environment() -> Environment:
    """Everything a template prints is escaped, and a name that does not exist is an error."""
    environment = Environment(
        loader=_loader(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["icon"] = icon
    environment.filters |= {
        "bars": measure_bars,
        "blocks": blocks,
        "drawing": drawing,
        "json": _json,
        "months": months,
        "paragraphs": _paragraphs,
        "totals": totals,
    }
    return environment


def _loader() -> BaseLoader:
    compiled = files("mlew.mocks").joinpath(COMPILED)
    return ModuleLoader(compiled) if isinstance(compiled, Path) and compiled.is_dir() else FunctionLoader(_source)


def _source(name: str) -> str | None:
    file = files("mlew.mocks").joinpath("templates", *name.split("/"))
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _json(value: Mapping[str, object]) -> str:
    """For a `data-` attribute; autoescape does the rest."""
    return json.dumps(dict(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _paragraphs(text: str) -> Markup:
    """Blank lines part paragraphs, other line breaks stay breaks."""
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    lines = (Markup("<br>").join(part.splitlines()) for part in parts)
    return Markup("").join(Markup("<p>{}</p>").format(line) for line in lines)
