"""`mlew improve start`."""

import pytest

from mlew.domain.progress import Progress
from mlew.domain.schedule import PATTERNS
from mlew.services.workshop_state import change
from tests.unit.cli.improving_cases import begin
from tests.unit.cli.terminal import Terminal
from tests.unit.services.improving import FinishedPractice


class TestStart:
    def test_it_tells_how_the_time_is_spread_and_how_to_change_it(self, improving: Terminal) -> None:
        said = begin(improving)

        assert said.code == 0
        assert "round 1" in said.err
        assert "Test/Iterate" in said.out and "20 min" in said.out
        assert "mlew improve minutes 20,20,10,20,20 -w w1" in said.out

    @pytest.mark.parametrize(
        ("options", "minutes"),
        [
            ([], PATTERNS["customer"]),
            (["--pattern", "message"], PATTERNS["message"]),
            (["--minutes", "10,10,30,20,20"], PATTERNS["invention"]),
            (["--minutes", "18/18/18/18/18"], dict.fromkeys(PATTERNS["customer"], 18)),
        ],
    )
    def test_a_pattern_or_minutes_are_taken(
        self, improving: Terminal, options: list[str], minutes: dict[str, int]
    ) -> None:
        data = begin(improving, *options, "--json").data

        assert data["minutes"] == minutes
        assert improving.executions.editions[data["execution"]] == "improvement"

    @pytest.mark.parametrize(
        "options",
        [
            ["--minutes", "10,10,30,20"],
            ["--minutes", "10,10,30,20,x"],
            ["--minutes", "10,10,30,20,-20"],
            ["--minutes", "10,10,30,20,30"],
            ["--minutes", "20,20,10,20,20", "--pattern", "message"],
            ["--pattern", "whatever"],
        ],
    )
    def test_minutes_that_cannot_be_are_refused_and_nothing_begins(
        self, improving: Terminal, finished: FinishedPractice, options: list[str]
    ) -> None:
        assert begin(improving, *options).code == 2
        assert finished.workshop.edition == "practice"

    def test_it_is_refused_while_the_practice_edition_is_not_finished(
        self, improving: Terminal, finished: FinishedPractice
    ) -> None:
        change(finished.stores.workshops, "w1", state="failed", phase="define")

        said = begin(improving)

        assert said.code == 4
        assert "mlew resume w1" in said.err

    def test_budget_and_gates_are_passed_on(self, improving: Terminal, finished: FinishedPractice) -> None:
        begin(improving, "--budget", "55", "--gates", "timebox")

        assert (finished.workshop.budget_usd, finished.workshop.gates) == (55, "timebox")

    def test_it_is_followed_until_people_have_to_decide(self, improving: Terminal, finished: FinishedPractice) -> None:
        before = Progress(at=finished.clock.now(), kind="finished", phase="iterate", detail="long ago")
        finished.stores.progress.add("w1", before)
        improving.on_pause = lambda: finished.gate("precheck")

        said = improving("improve", "start", "w1")

        assert said.code == 0
        assert "by maki" in said.err and "long ago" not in said.err
        assert "improvement edition, round 1" in said.out
        assert "mlew review show -w w1" in said.out

    def test_with_time_boxes_it_is_followed_until_the_team_is_asked(
        self, improving: Terminal, finished: FinishedPractice
    ) -> None:
        looks = iter(range(9))

        def opened() -> None:
            finished.gate("precheck", stage="team" if next(looks) < 3 else "product_manager")

        improving.on_pause = opened

        said = improving("improve", "start", "w1", "--gates", "timebox")

        assert said.code == 0
        assert len(improving.pauses) == 4
        assert "time is up" in said.out

    def test_a_practice_edition_that_is_finished_names_it_as_what_comes_next(self, improving: Terminal) -> None:
        assert "mlew improve start w1" in improving("status").out
        assert "mlew improve start w1" in improving("resume").err
