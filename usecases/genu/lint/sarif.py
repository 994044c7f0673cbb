"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the file."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from mlew.domain.base import Locale
from usecases.genu.lint.finding import Finding
from usecases.genu.lint.rulebook import Rule, rules

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(findings: Iterable[Finding], locale: Locale, *, version: str) -> dict[str, Any]:
    """One run. `version`: of this product."""
    driver = {"name": "mlew usecases lint", "version": version, "rules": [_rule(rule, locale) for rule in rules()]}
    results = [_result(finding, locale) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule, locale: Locale) -> dict[str, Any]:
    text = rule.text(locale)
    return {
        "id": rule.id,
        "shortDescription": {"text": text.effect},
        "help": {"text": text.remedy},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.family]},
    }


def _result(finding: Finding, locale: Locale) -> dict[str, Any]:
    text = finding.text(locale)
    region = {"startLine": finding.line, "startColumn": finding.column}
    place = {"artifactLocation": {"uri": _uri(finding.file)}, "region": region}
    return {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": {"text": f"{text.message} {text.effect} {text.remedy}"},
        "locations": [{"physicalLocation": place, "logicalLocations": [{"fullyQualifiedName": finding.pointer}]}],
    }


def _uri(path: str) -> str:

    return quote(path.replace("\\", "/"))
