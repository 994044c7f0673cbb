"""`mlew improve minutes`."""

from mlew.domain.schedule import PATTERNS
from tests.unit.cli.improving_cases import begin
from tests.unit.cli.terminal import Terminal
from tests.unit.services.improving import FinishedPractice


class TestMinutes:
    def test_without_minutes_it_shows_them_and_the_usual_patterns(self, improving: Terminal) -> None:
        begin(improving)
        said = improving("improve", "minutes")

        assert "--pattern invention  10/10/30/20/20" in said.out

    def test_they_can_be_changed(self, improving: Terminal, finished: FinishedPractice) -> None:
        begin(improving)

        assert improving("improve", "minutes", "50,10,10,10,10").code == 0
        assert finished.workshop.minutes["listen"] == 50
        assert improving("improve", "minutes", "50,10,10,10,11").code == 2
        assert improving("improve", "minutes", "--pattern", "message", "--json").data["minutes"] == PATTERNS["message"]

    def test_outside_of_the_edition_nothing_is_changed(self, improving: Terminal) -> None:
        assert improving("improve", "minutes", "50,10,10,10,10").code == 4
