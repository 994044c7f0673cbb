"""All rules with their texts: `texts/*.toml`, one file a family. Facts stand in the texts as `%(name)s`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import Field

from mlew.domain.base import Locale, Model
from usecases.definition import Text

Severity = Literal["error", "warning"]
GenuVersion = Literal[4, 5]


class RuleText(Model):
    """`message`: what is wrong; `effect`: what GenU will do; `remedy`: what to do about it."""

    message: Text
    effect: Text
    remedy: Text


class Rule(Model):
    """`fix`: whether `--fix` can mend it (some cases need a person all the same)."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    family: str
    severity: Severity
    fix: bool = False
    versions: tuple[GenuVersion, ...] = (4, 5)
    ja: RuleText
    en: RuleText

    def text(self, locale: Locale) -> RuleText:
        """In one language."""
        return self.ja if locale == "ja" else self.en


FAMILIES = (
    "file",
    "fields",
    "saving",
    "placeholders",
    "labels",
    "choices",
    "retrieval",
    "examples",
    "values",
    "models",
    "attachments",
)
"""In the order in which a reader meets them."""


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by family."""
    return tuple(rule for family in FAMILIES for rule in _family(family))


@cache
def _by_id() -> dict[str, Rule]:
    return {rule.id: rule for rule in rules()}


def rule(identifier: str) -> Rule:
    """Raises KeyError for an id that no file has."""
    return _by_id()[identifier]


def _family(name: str) -> tuple[Rule, ...]:
    content = (files("usecases.genu.lint") / "texts" / f"{name}.toml").read_text(encoding="utf-8")
    return tuple(
        Rule.model_validate({"id": identifier, "family": name, **entry})
        for identifier, entry in tomllib.loads(content).items()
    )
