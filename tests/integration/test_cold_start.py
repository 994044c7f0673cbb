"""What a function loads when it starts cold: only what it uses."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from infra.functions import COUNT_EVENTS, REHEARSE, TAKE_EVENTS, UNLOCK, WORKFLOW, Function
from infra.state_machines import functions_named

FUNCTIONS = (*WORKFLOW, REHEARSE, TAKE_EVENTS, COUNT_EVENTS, UNLOCK)
OF_A_TERMINAL = (
    "mlew.cli",
    "mlew.inputs",
    "mlew.gateway",
    "infra",
    "rich",
    "typer",
    "pptx",
    "pypdf",
    "PIL",
    "icalendar",
)
"""Belong to the command line; most are not even in the functions' asset."""
OF_A_STEP = ("mlew.services.draft_runner", "usecases.prompt")
"""Needed to ask a model."""
SPEAKS = "RunPrecheck"
"""Asks no model, but its verdicts and points use the words of documents."""
AT_THE_FIRST_CALL = ("boto3", "botocore.client", "mlew.adapters.bedrock_model", "mlew.adapters.function_model")


@pytest.fixture(scope="module")
def loaded() -> dict[str, set[str]]:
    """Modules after the import of each handler, in a Python of its own."""

    def modules(function: Function) -> set[str]:
        module = function.handler.removesuffix(".handler")
        code = f"import json, sys, {module}; print(json.dumps(list(sys.modules)))"
        said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        return set(json.loads(said))

    with ThreadPoolExecutor(2) as pool:
        return dict(zip((f.name for f in FUNCTIONS), pool.map(modules, FUNCTIONS), strict=True))


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f.name)
def test_a_function_loads_nothing_of_the_command_line_and_no_client(
    loaded: dict[str, set[str]], function: Function
) -> None:
    assert not loaded[function.name] & {*OF_A_TERMINAL, *AT_THE_FIRST_CALL}


@pytest.mark.parametrize("function", WORKFLOW, ids=lambda f: f.name)
def test_what_asks_a_model_is_loaded_where_one_is_asked(loaded: dict[str, set[str]], function: Function) -> None:
    assert bool(loaded[function.name] & set(OF_A_STEP)) == function.calls_model
    assert ("mlew.documents" in loaded[function.name]) == (function.calls_model or function.name == SPEAKS)
    assert not any(module.startswith("mlew.rehearsal") for module in loaded[function.name])


@pytest.mark.parametrize("name", sorted({*functions_named("practice"), *functions_named("mock")}))
def test_what_the_practice_edition_calls_loads_nothing_of_the_other_one(loaded: dict[str, set[str]], name: str) -> None:
    of_it = ("mlew.services.phases.improvement", "mlew.services.evidence", "mlew.services.verdicts", "mlew.decision")
    assert [module for module in loaded[name] if module.startswith(of_it)] == []


def test_the_intake_knows_no_workshop(loaded: dict[str, set[str]]) -> None:
    assert not loaded["TakeEvents"] & {"mlew.composition", "mlew.settings", "mlew.domain.workshop", "mlew.mocks"}
