"""The page about the rules, and the form that code hosts read."""

from pathlib import Path

from tests.unit.usecases.genu.lint.cases import source, values
from usecases.genu.lint import lint, rules
from usecases.genu.lint.reference import PAGE, main, reference
from usecases.genu.lint.sarif import sarif


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), "make genu-reference"


def test_it_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    main(tmp_path / "page.md")

    assert (tmp_path / "page.md").read_text(encoding="utf-8") == reference()


def test_every_rule_stands_there_in_both_languages() -> None:
    assert all(reference().count(f"| `{rule.id}` |") == 2 for rule in rules())


def test_sarif_names_rule_place_and_level() -> None:
    findings = [*lint(values(顧客="$&")), *lint(source("folder/a b.json", fixedModelId="m"))]

    log = sarif(findings, "en", version="1.0")

    (run,) = log["runs"]
    known = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in run["tool"]["driver"]["rules"]}
    first, second = run["results"]
    assert log["version"] == "2.1.0"
    assert first["ruleId"] == "value-pattern"
    assert known["value-pattern"] == first["level"] == "error"
    place = first["locations"][0]
    assert place["logicalLocations"] == [{"fullyQualifiedName": "/inputExamples/0/examples/顧客"}]
    assert place["physicalLocation"]["region"] == {"startLine": findings[0].line, "startColumn": findings[0].column}
    assert "%(" not in first["message"]["text"]
    assert second["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "folder/a%20b.json"}
