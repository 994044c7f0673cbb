"""Defects of a facilitator's files: found without knowing the reader's language, and said in it."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

from pydantic import Field

from mlew.domain.base import Locale, Model
from mlew.domain.inputs import Finding, Severity

PlaceKind = Literal["", "line", "slide", "page"]
_LONGEST_VALUE = 80


class FileDefect(Model):
    """A rule of `findings.toml` that a file breaks; `values` fill the placeholders of its text."""

    rule: str
    file: str
    place: PlaceKind = ""
    number: int = 0
    values: dict[str, str] = Field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """How bad it is, as the catalogue has it."""
        return cast(Severity, _catalogue()[self.rule]["severity"])

    def finding(self, locale: Locale) -> Finding:
        """The defect as people read it. Values come from files: they are cut and cannot steer a terminal."""
        entry = _catalogue()[self.rule]
        values = {name: printable(value) for name, value in self.values.items()}
        return Finding(
            severity=self.severity,
            rule=self.rule,
            file=printable(self.file),
            place=_place(self.place, self.number, locale),
            message=entry[locale].format(**values),
            remedy=entry[f"{locale}_remedy"].format(**values),
        )


def defect_at_line(rule: str, file: str, line: int, **values: str) -> FileDefect:
    """A defect at a line of a text file, counted from 1."""
    return FileDefect(rule=rule, file=file, place="line", number=line, values=values)


def printable(value: str) -> str:
    """One line without control characters, cut to what fits into a message."""
    shown = "".join(c if c.isprintable() else " " for c in value)
    shown = " ".join(shown.split())
    return shown if len(shown) <= _LONGEST_VALUE else shown[: _LONGEST_VALUE - 1] + "…"


def _place(kind: PlaceKind, number: int, locale: Locale) -> str:
    if not kind:
        return ""
    if locale == "en":
        return f"{kind} {number}"
    return {"line": f"{number} 行目", "slide": f"スライド {number}", "page": f"{number} ページ"}[kind]


@cache
def _catalogue() -> dict[str, Any]:
    return tomllib.loads(files("mlew.documents").joinpath("findings.toml").read_text(encoding="utf-8"))
