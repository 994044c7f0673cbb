from datetime import UTC
from zoneinfo import ZoneInfo

from mlew.cli.metrics.asked import Asked
from mlew.cli.metrics.last_voices import SHOWN, LastVoices
from mlew.domain.figures import ALWAYS
from mlew.domain.mock import Population
from mlew.domain.voice import Voice
from mlew.domain.workshop import Workshop, WorkshopPlan
from mlew.services.reading_metrics import ReadingMetrics
from tests.fakes.clock import START
from tests.fakes.visits import InMemoryVisitStore
from tests.unit.metrics.sample_report import mocks

BEGIN = int(START.astimezone(UTC).timestamp() * 1000)


class Counted(InMemoryVisitStore):
    """Remembers how many comments were read."""

    read = 0

    def voices(self, mock: str, after: str = "", limit: int = 50) -> tuple[list[Voice], str]:
        found, cursor = super().voices(mock, after, limit)
        self.read += len(found)
        return found, cursor


def asked(store: InMemoryVisitStore, population: Population | None = None) -> Asked:
    workshop = Workshop(id="w1", tenant="local", plan=WorkshopPlan(), created_at=START, created_by="maki")
    return Asked(ReadingMetrics(store), workshop, mocks("en")[:2], ZoneInfo("UTC"), ALWAYS, population)


def comment(store: InMemoryVisitStore, number: int, *, mock: int = 0, population: Population = "open") -> None:
    voice = Voice(at=BEGIN + number, session=f"s{number:04d}", event="1", population=population, text=f"#{number}")
    store.add_voices(mocks("en")[mock].id, [voice])


def texts(last: LastVoices) -> list[str]:
    return [voice.text for _, voice in last.look()]


def test_the_newest_of_all_mocks_stand_last() -> None:
    store = InMemoryVisitStore()
    for number in range(10):
        comment(store, number, mock=number % 2)
    assert texts(LastVoices(asked(store))) == ["#4", "#5", "#6", "#7", "#8", "#9"]


def test_what_was_read_is_not_read_again_and_nothing_is_missed() -> None:
    store = Counted()
    last = LastVoices(asked(store))
    for number in range(130):
        comment(store, number)
        if number % 7 == 0:
            assert texts(last)[-1] == f"#{number}"
    assert len(texts(last)) == SHOWN
    before = store.read
    assert texts(last)[-1] == "#129"
    assert store.read - before <= 50


def test_others_than_the_population_asked_for_are_left_out() -> None:
    store = InMemoryVisitStore()
    comment(store, 1, population="internal")
    comment(store, 2, population="external")
    assert texts(LastVoices(asked(store, "internal"))) == ["#1"]
