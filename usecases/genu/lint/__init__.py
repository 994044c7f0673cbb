"""What GenU would do with a use case file, before anybody imports it: rules, places, fixes."""

from usecases.genu.lint.finding import Finding, Severity
from usecases.genu.lint.linter import lint
from usecases.genu.lint.repair import Repaired, repair
from usecases.genu.lint.rulebook import Rule, rule, rules
from usecases.genu.lint.subject import GenuVersion

__all__ = ["Finding", "GenuVersion", "Repaired", "Rule", "Severity", "lint", "repair", "rule", "rules"]
