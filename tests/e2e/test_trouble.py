"""The deployed product while the model misbehaves, functions die, executions are stopped and the emulator is killed."""

import pytest

from mlew.composition import executions
from mlew.domain.workshop import Workshop
from mlew.errors import ModelRefused
from mlew.services.draft_runner import REPAIRS
from tests.e2e.eventually import eventually
from tests.e2e.standing import Standing
from tests.folders import UNSEEN_EN, UNSEEN_JA
from tests.workflow.outcome import assert_complete, results, versions_of

pytestmark = pytest.mark.embedded


@pytest.fixture(scope="module")
def untroubled(standing: Standing) -> dict[str, str]:
    """What the folder becomes when nothing goes wrong."""
    workshop = standing.start(UNSEEN_EN)
    standing.ended(workshop.id)
    return results(standing.stores, workshop)


def begun(standing: Standing, workshop: Workshop, step: str) -> bool:
    """Whether those who watch have seen the step begin."""
    lines, _ = standing.stores.progress.since(workshop.id)
    return any(line.kind == "started" and line.step == step for line in lines)


def await_step(standing: Standing, workshop: Workshop, step: str) -> None:
    eventually(lambda: begun(standing, workshop, step), within=300, but=lambda: standing.told(workshop.id))


def test_broken_answers_and_throttling_cost_time_and_nothing_else(
    standing: Standing, untroubled: dict[str, str]
) -> None:
    """Rules are left alone here: a draft that breaks one three times in a row is kept, with a warning, and differs."""
    with standing.gateway.misbehaving("break_schema=0.35,throttle=0.3,seed=4"):
        workshop = standing.start(UNSEEN_EN)
        status = standing.ended(workshop.id)
        stats = standing.gateway.stats()

    assert_complete(standing.stores, status)
    assert stats["faults"].keys() >= {"throttle", "break_schema"}
    assert max(stats["paid"].values()) == 1
    versions = versions_of(standing.stores, workshop)
    assert all(v[0].provenance.repairs <= REPAIRS * 8 for v in versions.values())
    assert results(standing.stores, workshop) == untroubled


def test_where_rules_stay_broken_people_are_told(standing: Standing, untroubled: dict[str, str]) -> None:
    with standing.gateway.misbehaving("break_rules=0.35,seed=4"):
        workshop = standing.start(UNSEEN_EN)
        status = standing.ended(workshop.id)
        stats = standing.gateway.stats()

    assert_complete(standing.stores, status)
    assert stats["faults"].keys() == {"break_rules"}
    assert max(stats["paid"].values()) == 1
    told = [v for found in versions_of(standing.stores, workshop).values() for v in found if v.warnings]
    assert told or results(standing.stores, workshop) == untroubled


def test_functions_killed_while_the_model_thinks_are_started_again(
    standing: Standing, untroubled: dict[str, str]
) -> None:
    with standing.gateway.misbehaving("hang=1"):
        workshop = standing.start(UNSEEN_EN)
        eventually(lambda: standing.gateway.stats()["calls"] == 1, but=lambda: standing.told(workshop.id))
        assert standing.kill_functions("RunListen") >= 1
        standing.gateway.misbehave("")
        status = standing.ended(workshop.id)
        stats = standing.gateway.stats()

    assert_complete(standing.stores, status)
    assert max(stats["requests"].values()) == 2
    assert max(stats["paid"].values()) == 1
    assert results(standing.stores, workshop) == untroubled


def test_a_workshop_that_is_stopped_goes_on_where_it_was(standing: Standing, untroubled: dict[str, str]) -> None:
    with standing.gateway.misbehaving(""):
        workshop = standing.start(UNSEEN_EN)
        await_step(standing, workshop, "invent")
        executions(standing.deployment.state_machine, standing.endpoint_session).stop(workshop.execution, "stopped")
        stopped = standing.cli("status", workshop.id, "--json")
        resumed = standing.cli("resume", workshop.id, "--json")
        status = standing.ended(workshop.id)
        stats = standing.gateway.stats()

    assert stopped.data["execution"] == "failed", stopped
    assert resumed.code == 0, resumed
    assert resumed.data["execution"] != workshop.execution
    assert_complete(standing.stores, status)
    assert max(stats["paid"].values()) == 1
    assert results(standing.stores, workshop) == untroubled


def test_a_model_that_refuses_marks_the_workshop_with_what_and_where(standing: Standing) -> None:
    with standing.gateway.misbehaving("refuse=1"):
        answer = standing.run("run", "--gates", "auto", "--json", str(UNSEEN_JA))
    failed = answer.data["workshop"]

    assert answer.code == ModelRefused.exit_code, answer
    assert (answer.data["state"], failed["phase"]) == ("failed", "listen")
    assert failed["failure"].startswith("ModelRefused: listen (team)")

    assert standing.cli("resume", failed["id"], "--json").code == 0
    assert_complete(standing.stores, standing.ended(failed["id"]))


def test_an_emulator_that_is_killed_comes_back_and_the_workshop_with_it(
    standing_alone: Standing, standing: Standing
) -> None:
    """What was not saved is gone, as after a power cut; what is left is enough to go on from."""
    workshop = standing_alone.start(UNSEEN_EN)
    await_step(standing_alone, workshop, "define")
    standing_alone.emulator.save()
    await_step(standing_alone, workshop, "invent")
    standing_alone.emulator.kill()

    standing_alone.up()
    lost = standing_alone.runs.status(workshop.id)
    resumed = standing_alone.cli("resume", workshop.id, "--json")
    status = standing_alone.ended(workshop.id)

    assert lost.execution in ("failed", "unknown")
    assert resumed.code == 0, resumed
    assert_complete(standing_alone.stores, status)
    assert workshop.id not in {w.id for w in standing.runs.page(limit=500)[0]}, "two emulators share something"
