import json
from pathlib import Path

import pytest

from mlew.cli import run as run_command
from mlew.cli.embedded.model_choice import ModelChoice, choose_model, keep_choice
from mlew.domain.workshop import Workshop
from mlew.errors import InputError
from mlew.services.workshop_state import change
from mlew.settings import RunDefaults
from tests.unit.cli.terminal import Terminal

CUSTOMER = """# A baker
## Purpose
- waste less bread
- be done earlier
## Behaviour
- reads yesterday's sales in a notebook
- looks up the weather of tomorrow
- weighs the dough by feeling
- counts what is left over
## Attributes
- a shop with three people
"""
SOLUTIONS = """## Demand forecast : groceries
- When used? when the order of tomorrow is written
- How did it solve the problem? it forecast sales from weather and weekday
- What effect did it have? 20 % less waste
- How is it done? a model over past sales

## Scale with a memory : kitchens
- When used? when dough is weighed
- How did it solve the problem? it remembers what was weighed and sold
- What effect did it have? 5 minutes saved a day
- How is it done? a scale with a tablet
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "my bakery パン"
    path.mkdir()
    (path / "customer.md").write_text(CUSTOMER, encoding="utf-8")
    (path / "solutions.md").write_text(SOLUTIONS, encoding="utf-8")
    return path


@pytest.fixture
def up(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The embedded AWS is up; the list holds the models that it was asked for."""
    asked: list[str | None] = []
    monkeypatch.setattr(run_command, "ensure_up", lambda _, model: asked.append(model))
    return asked


class TestInit:
    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_it_writes_a_folder_that_check_finds_unfilled(self, mlew: Terminal, tmp_path: Path, language: str) -> None:
        folder = tmp_path / "new"

        said = mlew("init", str(folder), "--lang", language)

        assert said.code == 0
        assert (folder / "solutions.md").exists()
        assert mlew("check", str(folder)).code == 2

    def test_it_never_writes_over_anything(self, mlew: Terminal, folder: Path) -> None:
        said = mlew("init", str(folder))

        assert said.code == 4
        assert (folder / "customer.md").read_text(encoding="utf-8") == CUSTOMER

    def test_it_names_the_files_with_json(self, mlew: Terminal, tmp_path: Path) -> None:
        data = mlew("init", str(tmp_path / "new"), "--json").data

        assert all(Path(path).exists() for path in data["files"])


class TestCheck:
    def test_a_usable_folder_can_start(self, mlew: Terminal, folder: Path) -> None:
        said = mlew("check", str(folder))

        assert said.code == 0
        assert f"mlew run {folder}" in said.out
        assert "Demand forecast" in said.out

    def test_it_shows_the_seven_risks(self, mlew: Terminal, folder: Path) -> None:
        data = mlew("check", str(folder), "--json").data

        assert len(data["readiness"]["risks"]) == 7
        assert data["blocking"] is False
        assert len(data["coverage"]) == 4

    def test_a_missing_file_blocks_and_is_named_with_what_to_do(self, mlew: Terminal, folder: Path) -> None:
        (folder / "solutions.md").unlink()

        said = mlew("check", str(folder))

        assert said.code == 2
        assert "solutions.md" in said.out

    def test_findings_come_in_the_language_that_is_asked_for(self, mlew: Terminal, folder: Path) -> None:
        (folder / "solutions.md").unlink()

        assert "どうするか" in mlew("check", str(folder), "--lang", "ja").out

    def test_a_folder_that_is_not_there_is_an_error(self, mlew: Terminal, tmp_path: Path) -> None:
        assert mlew("check", str(tmp_path / "nowhere")).code == 2


class TestRun:
    def test_it_starts_a_workshop_from_the_folder_and_follows_it(
        self, mlew: Terminal, folder: Path, up: list[str | None]
    ) -> None:
        mlew.on_pause = lambda: ended(mlew)

        said = mlew("run", str(folder), "--gates", "auto", "--time-scale", "0.1", "--as", "Planning A", "--json")

        assert said.code == 0
        assert said.data["state"] == "finished"
        workshop = mlew.stores.workshops.get("w-new")
        assert (workshop.gates, workshop.time_scale, workshop.created_by) == ("auto", 0.1, "Planning A")
        assert mlew.stores.inputs.get("w-new").customers[0].behaviour[0] == "reads yesterday's sales in a notebook"
        assert up == [None]

    def test_without_watching_it_returns_at_once(self, mlew: Terminal, folder: Path, up: list[str | None]) -> None:
        said = mlew("run", str(folder), "--no-watch", "--name", "bakery", "--pairs", "3", "--json")

        assert said.code == 0
        assert said.data["workshop"] == "bakery"
        assert [p.id for p in started(mlew, "bakery").pairs] == ["a", "b", "c"]
        assert mlew.pauses == []

    def test_what_the_deployment_has_set_is_taken(self, mlew: Terminal, folder: Path, up: list[str | None]) -> None:
        mlew.defaults = RunDefaults(strict=True, budget_usd=7)
        mlew("run", str(folder), "--no-watch", "--name", "bakery")

        workshop = started(mlew, "bakery")
        assert (workshop.strict, workshop.budget_usd) == (True, 7)

    def test_it_stops_where_people_have_to_decide(self, mlew: Terminal, folder: Path, up: list[str | None]) -> None:
        def open_gate() -> None:
            mlew.bench.gates.open(
                started(mlew, "w-new"), "listen", 1, artifacts=(), token="t", stage="team", seconds=60
            )

        mlew.on_pause = open_gate

        said = mlew("run", str(folder))

        assert said.code == 0
        assert "mlew review show -w w-new" in said.out

    def test_a_time_box_is_waited_for(self, mlew: Terminal, folder: Path, up: list[str | None]) -> None:
        def open_gate() -> None:
            if len(mlew.pauses) == 1:
                mlew.bench.gates.open(
                    started(mlew, "w-new"), "listen", 1, artifacts=(), token="t", stage="team", seconds=60
                )
            else:
                ended(mlew)

        mlew.on_pause = open_gate

        assert mlew("run", str(folder), "--gates", "timebox", "--json").data["state"] == "finished"

    def test_a_folder_with_defects_starts_nothing(self, mlew: Terminal, folder: Path, up: list[str | None]) -> None:
        (folder / "customer.md").unlink()

        said = mlew("run", str(folder))

        assert said.code == 2
        assert "mlew check" in said.err
        assert up == []
        assert mlew("list", "--json").data["workshops"] == []

    def test_a_name_that_is_taken_is_a_conflict(self, mlew: Terminal, folder: Path, up: list[str | None]) -> None:
        mlew("run", str(folder), "--no-watch", "--name", "bakery")

        assert mlew("run", str(folder), "--no-watch", "--name", "bakery").code == 4

    @pytest.mark.parametrize(
        "options",
        [["--name", "Ä b"], ["--pairs", "0"], ["--pairs", "9"], ["--gates", "none"], ["--time-scale", "0"]],
    )
    def test_impossible_options_start_nothing(
        self, mlew: Terminal, folder: Path, up: list[str | None], options: list[str]
    ) -> None:
        assert mlew("run", str(folder), *options).code == 2
        assert up == []

    def test_in_an_account_the_model_stands_in_the_settings(
        self, mlew: Terminal, folder: Path, up: list[str | None]
    ) -> None:
        said = mlew("run", str(folder), "--stack", "example", "--model", "rehearsal")

        assert said.code == 2
        assert up == []

    def test_in_an_account_nothing_is_brought_up(self, mlew: Terminal, folder: Path, up: list[str | None]) -> None:
        assert mlew("run", str(folder), "--stack", "example", "--no-watch").code == 0
        assert up == []


class TestModelChoice:
    @pytest.mark.parametrize("given", [None, "rehearsal", "mlew.rehearsal-v1"])
    def test_the_rehearsal_model_is_what_one_gets_unasked(self, tmp_path: Path, given: str | None) -> None:
        assert choose_model(given, tmp_path).backend == "rehearsal"

    def test_bedrock_takes_a_model_of_the_catalogue(self, tmp_path: Path) -> None:
        choice = choose_model("bedrock", tmp_path)

        assert choice.backend == "bedrock"
        assert choose_model(choice.model_id, tmp_path) == choice

    def test_bedrock_is_signed_as_the_last_time_unless_told_otherwise(self, tmp_path: Path) -> None:
        keep_choice(tmp_path, choose_model("bedrock", tmp_path, profile="mine"))

        assert choose_model("bedrock", tmp_path).profile == "mine"
        assert choose_model("bedrock", tmp_path, profile="other").profile == "other"

    def test_a_url_is_an_openai_compatible_server(self, tmp_path: Path) -> None:
        choice = choose_model("http://127.0.0.1:8080/v1#small", tmp_path)

        assert (choice.backend, choice.url, choice.served) == ("openai", "http://127.0.0.1:8080/v1", "small")

    def test_anything_else_is_refused_with_the_models_there_are(self, tmp_path: Path) -> None:
        with pytest.raises(InputError) as caught:
            choose_model("gpt", tmp_path)

        assert "mlew.rehearsal-v1" in caught.value.hint

    def test_the_last_choice_is_kept(self, tmp_path: Path) -> None:
        keep_choice(tmp_path, ModelChoice("openai", "x", "http://localhost"))

        assert choose_model(None, tmp_path) == ModelChoice("openai", "x", "http://localhost")

    @pytest.mark.parametrize("content", ["", "[]", json.dumps({"backend": "x"})])
    def test_a_broken_record_is_as_good_as_none(self, tmp_path: Path, content: str) -> None:
        (tmp_path / "choice.json").write_text(content, encoding="utf-8")

        assert choose_model(None, tmp_path).backend == "rehearsal"


def started(mlew: Terminal, workshop_id: str) -> Workshop:
    return mlew.stores.workshops.get(workshop_id)


def ended(mlew: Terminal) -> None:
    change(mlew.stores.workshops, "w-new", state="finished")
