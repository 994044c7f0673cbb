"""Broken quality rules: text for the model to repair by, and a warning for people if it stays broken."""

from mlew.domain.base import Model


class Violation(Model):
    """`rule`: stable kebab-case id; `where`: path or quoted item; `message`: what is wrong and what to do."""

    rule: str
    where: str
    message: str
