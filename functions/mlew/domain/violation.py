"""Broken quality rules: text for the model to repair by, and a warning for people if it stays broken."""

from mlew.domain.base import Locale, Model
from mlew.domain.rule_texts import FIELD_NAMES, PLACE_NAMES, RULE_TEXTS


class Violation(Model):
    """`rule`: stable kebab-case id; `where`: path or quoted item; `message`: what is wrong and what to do."""

    rule: str
    where: str
    message: str


def violation(rule: str, where: str, locale: Locale, *, text: str = "", **facts: object) -> Violation:
    """A broken rule in the workshop's language: the model repairs by the same words that people are warned with.

    `text`: key of the message where a rule has several; `facts` fill it in. `field` in the facts is a draft's
    field, shown with its name in the language.
    """
    if "field" in facts:
        field = str(facts["field"])
        facts["name"] = FIELD_NAMES[field][0 if locale == "ja" else 1]
    ja, en = RULE_TEXTS[text or rule]
    return Violation(rule=rule, where=where, message=(ja if locale == "ja" else en).format(**facts))


def place(part: str, locale: Locale, number: int = 0) -> str:
    """A part of a draft in the language, for `where`; `number` counts from 1 where there are several."""
    ja, en = PLACE_NAMES[part]
    return (ja if locale == "ja" else en).format(number=number)
