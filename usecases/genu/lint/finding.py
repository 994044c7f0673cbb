"""One thing that is wrong with a file."""

from pydantic import Field

from mlew.domain.base import Locale, Model
from usecases.genu.lint.rulebook import RuleText, Severity, rule

__all__ = ["Finding", "Severity"]


class Finding(Model):
    """`pointer`: JSON pointer of the value, "" for the whole file; `line`, `column` from 1; `facts` fill the texts."""

    rule: str
    severity: Severity
    file: str
    pointer: str
    line: int
    column: int
    facts: dict[str, str] = Field(default_factory=dict)

    def text(self, locale: Locale) -> RuleText:
        """Message, effect and remedy with the facts filled in."""
        written = rule(self.rule).text(locale)
        return RuleText.model_validate({name: text % self.facts for name, text in written})
