"""What a function loads when it starts cold: only what it uses."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from infra.functions import COUNT_EVENTS, REHEARSE, TAKE_EVENTS, UNLOCK, WORKFLOW, Function
from infra.state_machines import functions_named
from mlew.domain.artifact import KINDS, ArtifactKind, body_model

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
CHANGES_BY_HAND = ("mlew.services.editing", "mlew.services.plans", "mlew.services.verdicts", "mlew.services.launching")
"""What people do with the command line; a function has its own paths."""
WITH_GATES = {"PlanNext", "OpenGate", "CloseGate"}
SOLUTIONS: frozenset[ArtifactKind] = frozenset({"solutions"})
"""What the team answered about solutions stands in the plan of the workshop."""
PITCHED: frozenset[ArtifactKind] = SOLUTIONS | {"press_release"}
"""Prompts are given press releases in a form of their own, and a mock shows what one says."""
LISTENED: frozenset[ArtifactKind] = PITCHED | {"journey"}
INVENTED: frozenset[ArtifactKind] = LISTENED | {"questions", "inventions"}
OBSERVED: frozenset[ArtifactKind] = INVENTED | {"evidence", "verdict", "iteration"}
BODIES: dict[str, frozenset[ArtifactKind]] = {
    "PlanNext": SOLUTIONS | {"readiness", "journey", "questions", "inventions"},
    "RunDay0": SOLUTIONS | {"readiness"},
    "RunListen": LISTENED,
    "RunDefine": LISTENED | {"questions"},
    "RateSolutions": INVENTED,
    "RunInvent": INVENTED,
    "CollectInventions": SOLUTIONS | {"questions", "inventions"},
    "RunRefine": INVENTED,
    "RunIterate": INVENTED | {"iteration"},
    "GroupVoices": LISTENED | {"evidence", "iteration"},
    "RunPrecheck": SOLUTIONS | {"readiness", "precheck", "evidence", "verdict", "iteration"},
    "RunMarket": OBSERVED | {"market"},
    "RunPlan": OBSERVED | {"market", "plan"},
    "RunClosing": SOLUTIONS | {"readiness", "iteration", "plan", "closing"},
    "OpenGate": SOLUTIONS | {"readiness", "journey", "questions", "inventions"},
    "CloseGate": SOLUTIONS | {"journey", "questions", "inventions"},
    "RecordFailure": SOLUTIONS,
    "WriteMock": LISTENED | {"mock_spec"},
    "RenderMock": PITCHED | {"mock_spec"},
    "PublishMock": PITCHED | {"mock_spec"},
    "CheckMock": PITCHED | {"mock_spec"},
    "RecordMockFailure": PITCHED | {"mock_spec"},
}
"""Kinds of artifacts that a function may load before it knows which of them it reads."""
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


@pytest.mark.parametrize("function", WORKFLOW, ids=lambda f: f.name)
def test_a_function_loads_those_kinds_of_artifacts_that_it_works_with(
    loaded: dict[str, set[str]], function: Function
) -> None:
    assert {kind for kind in KINDS if body_model(kind).__module__ in loaded[function.name]} <= BODIES[function.name]


@pytest.mark.parametrize("function", WORKFLOW, ids=lambda f: f.name)
def test_a_function_loads_nothing_of_what_people_change_by_hand(
    loaded: dict[str, set[str]], function: Function
) -> None:
    assert not loaded[function.name] & set(CHANGES_BY_HAND)
    assert ("mlew.services.gates" in loaded[function.name]) == (function.name in WITH_GATES)


def test_nothing_is_searched_for_garbage_while_a_function_starts() -> None:
    code = (
        "import gc, handlers; before = [s['collections'] for s in gc.get_stats()]; import handlers.run_plan; "
        "print([s['collections'] for s in gc.get_stats()] == before)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
