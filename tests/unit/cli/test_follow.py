from collections.abc import Callable

import pytest

from mlew.domain.base import Locale
from mlew.domain.progress import Progress, ProgressKind
from mlew.errors import ModelAccessDenied
from mlew.services.workshop_state import change
from tests.unit.cli.terminal import Terminal
from tests.unit.services.workbench import Bench


def after(looks: int, then: Callable[[], object]) -> Callable[[], None]:
    """Something that happens at the given look of a watcher."""
    left = iter(range(looks))

    def look() -> None:
        if next(left, None) == looks - 1:
            then()

    return look


def happened(bench: Bench, kind: ProgressKind, detail: str = "") -> None:
    event = Progress(at=bench.clock.now(), kind=kind, phase="listen", step="listen", scope="team", detail=detail)
    bench.stores.progress.add("w1", event)


def test_status_shows_every_phase_and_the_time_left_at_the_gate(running: Terminal, bench: Bench) -> None:
    bench.gate("listen")

    said = running("status", "w1")

    assert said.code == 0
    assert "waiting for a decision" in said.out
    assert "1:00 left" in said.out
    assert "journey" in said.out and "inventions/a, inventions/b" in said.out
    assert "mlew review approve -w w1" in said.out


def test_status_with_json_names_what_waits_and_keeps_the_token_to_itself(running: Terminal, bench: Bench) -> None:
    bench.gate("listen", token="secret-token")

    said = running("status", "--json")

    assert said.data["waiting"] == "listen"
    assert said.data["state"] == "waiting"
    assert "secret-token" not in said.out


def test_without_a_name_the_newest_workshop_is_meant(running: Terminal) -> None:
    assert running("status", "--json").data["workshop"]["id"] == "w1"


def test_where_there_is_no_workshop_that_is_said(mlew: Terminal) -> None:
    said = mlew("status")

    assert said.code == 3
    assert "mlew run DIR" in said.err


def test_an_unknown_workshop_is_not_found(running: Terminal) -> None:
    assert running("status", "w9").code == 3


def test_the_workshop_speaks_its_own_language_unless_told_otherwise(running: Terminal, bench: Bench) -> None:
    change(bench.stores.workshops, "w1", plan=bench.workshop.plan.model_copy(update={"locale": "ja"}))

    assert "フェーズ" in running("status").out
    assert "Phase" in running("status", "--lang", "en").out


def test_the_list_shows_what_there_is(running: Terminal) -> None:
    said = running("list")

    assert said.code == 0
    assert "w1" in said.out and "running" in said.out
    assert running("list", "--json").data["workshops"][0]["id"] == "w1"


@pytest.mark.parametrize(
    ("locale", "practice", "improvement"), [("ja", "実践", "改善 2"), ("en", "practice", "improve 2")]
)
def test_the_list_names_edition_and_round(
    running: Terminal, bench: Bench, locale: Locale, practice: str, improvement: str
) -> None:
    first = running("list", "--lang", locale).out
    change(bench.stores.workshops, "w1", edition="improvement", edition_round=3)

    assert practice in first
    assert improvement in running("list", "--lang", locale).out
    record = running("list", "--json").data["workshops"][0]
    assert (record["edition"], record["edition_round"]) == ("improvement", 3)


def test_an_empty_list_says_how_to_begin(mlew: Terminal) -> None:
    assert mlew("list").out == "No workshop yet. Start one: mlew run DIR\n"


def test_watch_goes_on_until_the_workshop_is_finished(running: Terminal, bench: Bench) -> None:
    happened(bench, "started")
    happened(bench, "repaired", "two rules")
    running.on_pause = after(3, lambda: change(bench.stores.workshops, "w1", state="finished"))

    said = running("watch")

    assert said.code == 0
    assert len(running.pauses) == 3
    assert "Listen: answer handed back for repair listen/team – two rules" in said.err
    assert said.err.count("Listen: started") == 1
    assert "mlew show -w w1" in said.out


def test_watch_stays_at_a_gate_which_somebody_else_decides(running: Terminal, bench: Bench) -> None:
    bench.gate("listen")
    running.on_pause = after(2, lambda: change(bench.stores.workshops, "w1", state="finished"))

    assert running("watch", "--json").data["state"] == "finished"


def test_a_failed_workshop_ends_the_watch_with_the_exit_code_of_its_error(running: Terminal, bench: Bench) -> None:
    change(bench.stores.workshops, "w1", state="failed", failure="ModelAccessDenied: role may not call the model")

    said = running("watch")

    assert said.code == ModelAccessDenied.exit_code
    assert "role may not call the model" in said.out
    assert "mlew resume w1" in said.out


def test_an_execution_that_is_gone_ends_the_watch_and_resume_is_offered(running: Terminal, bench: Bench) -> None:
    bench.executions.states["w1-0"] = "failed"

    said = running("watch")

    assert said.code == 0
    assert len(running.pauses) == 2
    assert "mlew resume w1" in said.out


def test_resume_starts_a_new_execution(running: Terminal, bench: Bench) -> None:
    bench.executions.states["w1-0"] = "failed"

    said = running("resume", "w1", "--json")

    assert said.code == 0
    assert bench.executions.state(said.data["execution"]) == "running"


def test_a_running_workshop_is_not_resumed(running: Terminal) -> None:
    assert running("resume", "w1").code == 4


def test_a_finished_workshop_is_not_resumed(running: Terminal, bench: Bench) -> None:
    change(bench.stores.workshops, "w1", state="finished")

    assert running("resume").code == 13


@pytest.mark.parametrize("limit", ["0", "501", "x"])
def test_an_impossible_limit_is_a_usage_error(mlew: Terminal, limit: str) -> None:
    assert mlew("list", "--limit", limit).code == 2
