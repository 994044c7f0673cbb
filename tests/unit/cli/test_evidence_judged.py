"""`mlew evidence judge` and `figure`: what people add to the numbers."""

import pytest

from mlew.errors import InputError
from tests.unit.cli.evidence_cases import stored
from tests.unit.cli.terminal import Terminal
from tests.unit.services.workbench import Bench


@pytest.mark.usefixtures("tried")
def test_people_judge_what_no_number_decides(running: Terminal, bench: Bench) -> None:
    said = running("evidence", "judge", "C4", "--passed", "--reason", "They said so", "--pair", "a", "--as", "Ren")
    assert said.code == 0
    assert [(one.criterion, one.passed, one.by) for one in stored(bench).judgements] == [("C4", True, "Ren")]
    refused = running("evidence", "judge", "C1", "--failed", "--reason", "x", "--pair", "a")
    assert refused.code == InputError.exit_code and "C4 (They do it otherwise)" in refused.err
    assert running("evidence", "judge", "C4", "--failed", "--pair", "a").code == InputError.exit_code


@pytest.mark.usefixtures("tried")
def test_figures_of_the_business_are_read_as_people_write_them(running: Terminal, bench: Bench) -> None:
    assert running("evidence", "figure", "C2", "1,200.5", "--source", "till", "--pair", "a").code == 0
    assert [(one.value, one.source, one.by) for one in stored(bench).figures] == [(1200.5, "till", "maki")]
    for value in ("many", "1e400", ""):
        assert running("evidence", "figure", "C2", value, "--pair", "a").code == InputError.exit_code
    assert running("evidence", "figure", "C99", "1", "--pair", "a").code == InputError.exit_code
