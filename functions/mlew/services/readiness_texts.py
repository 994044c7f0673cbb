"""Texts of Day0 in both languages: `readiness.toml`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, cast

from mlew.domain.base import Locale
from mlew.domain.readiness import ItemState, ReadinessItem, Risk


def item(
    text: str,
    state: ItemState,
    locale: Locale,
    *,
    evidence: str = "",
    id_: str = "",
    title: str = "title",
    **values: str,
) -> ReadinessItem:
    """An item with its evidence for `state`, or for the key `evidence` where one state has several reasons."""
    texts = _table(locale, "items")[text]
    return ReadinessItem(
        id=id_ or text,
        title=texts[title].format(**values),
        state=state,
        evidence=texts[evidence or state].format(**values),
        remedy="" if state == "ok" else texts["remedy"],
    )


def risk(id_: str, seen: bool | None, locale: Locale) -> Risk:
    """One of the seven ways to fail."""
    return Risk(id=id_, seen=seen, **_table(locale, "risks")[id_])


def word(name: str, locale: Locale) -> str:
    """A word that is put into evidence."""
    return cast(str, _table(locale, "words")[name])


def _table(locale: Locale, name: str) -> dict[str, Any]:
    return cast(dict[str, Any], _texts()[locale][name])


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(files("mlew.services").joinpath("readiness.toml").read_text(encoding="utf-8"))
