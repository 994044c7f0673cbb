"""Each rule finds what breaks it, where it is, and nothing else."""

import re

import pytest

from tests.unit.usecases.genu.lint.cases import CASES, Case, source
from usecases.genu.lint import lint, rules
from usecases.genu.source import Source

IDS = [f"{case.rule}-{number}" for number, case in enumerate(CASES)]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_found_where_it_is_broken_and_not_where_it_is_kept(case: Case) -> None:
    broken = [finding for finding in lint(case.bad, case.version) if finding.rule == case.rule]

    assert broken
    pointer, text = case.at
    if text:
        assert pointer in {finding.pointer for finding in broken}
        found = next(finding for finding in broken if finding.pointer == pointer)
        line = case.bad.text.split("\n")[found.line - 1]
        assert re.sub(r'\\(["t])', r"\1", line[found.column - 1 :]).startswith(text)
    assert case.rule not in {finding.rule for finding in lint(case.good, case.version)}


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_the_file_that_keeps_the_rule_breaks_no_other_by_an_error(case: Case) -> None:
    assert [finding.rule for finding in lint(case.good, case.version) if finding.severity == "error"] == []


def test_every_rule_has_a_case() -> None:
    assert {case.rule for case in CASES} == {rule.id for rule in rules()}


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_texts_can_be_filled_in(case: Case) -> None:
    for finding in lint(case.bad, case.version):
        for locale in ("ja", "en"):
            assert "%(" not in str(finding.text(locale))


def test_rules_of_one_version_are_silent_for_the_other() -> None:
    fixed = source(fixedModelId="a.model-v1:0")

    assert [f.rule for f in lint(fixed, 4)] == ["model-ignored"]
    assert [f.rule for f in lint(fixed, 5)] == ["model-fixed"]


def test_a_use_case_without_a_flaw_is_silent() -> None:
    assert lint(source()) == ()


def test_windows_line_ends_do_not_move_places() -> None:
    text = source(promptTemplate="{{text:a?}}", inputExamples=[]).text.replace("\n", "\r\n")

    found = next(f for f in lint(Source("a.json", text.encode())) if f.rule == "label-lost")

    assert text.split("\r\n")[found.line - 1][found.column - 1 :].startswith("{{text:a?}}")
