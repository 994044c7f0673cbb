import re
from datetime import datetime
from pathlib import Path

import pytest

from mlew.domain.feedback_session import FeedbackSession
from mlew.domain.iteration import Iteration
from mlew.domain.schedule import PATTERNS
from mlew.services.workshop_state import change
from tests.unit.cli.terminal import Terminal
from tests.unit.services.workbench import Bench


@pytest.fixture
def planned(bench: Bench) -> Bench:
    """The workshop has a start in its plan, and half of METHOD's minutes."""
    plan = bench.workshop.plan.model_copy(
        update={"starts": datetime.fromisoformat("2026-04-02T13:00"), "time_zone": "Asia/Tokyo"}
    )
    change(bench.stores.workshops, "w1", plan=plan, time_scale=0.5)
    return bench


def test_a_folders_agenda_starts_when_it_is_told_to(mlew: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "discovery"
    mlew("init", str(folder), "--lang", "en")

    said = mlew("agenda", str(folder), "--start", "2026-12-01T13:00")

    assert said.code == 0
    assert "13:00–13:05" in said.out
    assert "Tuesday, 1 December 2026" in said.out


@pytest.mark.usefixtures("planned")
def test_a_workshops_agenda_follows_its_plan_and_scale(running: Terminal) -> None:
    data = running("agenda", "--json").data

    assert data["slots"][0]["starts"].startswith("2026-04-02 13:00")
    assert data["slots"][-1]["ends"].startswith("2026-04-02 14:45")


def test_a_calendar_is_written_with_the_appointments_of_the_pairs(
    running: Terminal, planned: Bench, tmp_path: Path
) -> None:
    session = FeedbackSession(pair="a", mock="Fax reader", who="shops", starts="2026-04-10T10:00", expected=5)
    planned.put("iteration", Iteration(pair="a", milestones=(), sessions=(session,)), "a")
    file = tmp_path / "day.ics"

    said = running("agenda", "--ics", str(file))

    assert said.code == 0
    text = file.read_text(encoding="utf-8")
    assert text.startswith("BEGIN:VCALENDAR")
    assert "Fax reader" in text
    assert str(file) in said.err


@pytest.mark.usefixtures("planned")
def test_a_file_that_is_there_is_written_over_only_if_forced(running: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "day.ics"
    file.write_text("mine", encoding="utf-8")

    assert running("agenda", "--ics", str(file)).code == 4
    assert file.read_text(encoding="utf-8") == "mine"
    assert running("agenda", "--ics", str(file), "--force").code == 0
    assert file.read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")


def test_without_a_start_it_says_where_to_write_one(running: Terminal) -> None:
    assert running("agenda").code == 2


@pytest.mark.parametrize("start", ["tomorrow", "2026-13-01", ""])
def test_a_start_that_is_no_time_is_refused(running: Terminal, start: str) -> None:
    said = running("agenda", "--start", start)

    assert said.code == 2
    assert "2026-04-01T13:00" in said.err


@pytest.mark.usefixtures("planned")
def test_a_calendar_that_cannot_be_written_is_an_error(running: Terminal, tmp_path: Path) -> None:
    assert running("agenda", "--ics", str(tmp_path / "no" / "day.ics")).code == 2


@pytest.mark.usefixtures("planned")
def test_the_improvement_edition_has_a_day_of_its_own(running: Terminal, planned: Bench, tmp_path: Path) -> None:
    change(planned.stores.workshops, "w1", edition="improvement", edition_round=2, minutes=PATTERNS["message"])
    practice, improvement = tmp_path / "practice.ics", tmp_path / "improvement.ics"

    assert running("agenda").code == 2, "the plan has the start of the practice edition only"
    said = running("agenda", "--start", "2026-04-09T13:00", "--ics", str(improvement), "--json")
    running("agenda", "--edition", "practice", "--ics", str(practice))

    boxes = {slot["id"]: slot for slot in said.data["slots"]}
    assert boxes["invent-again"]["starts"].startswith("2026-04-09 13:15"), "half of 5 + 5 + 10 + 10 minutes"
    assert boxes["closing"]["ends"].startswith("2026-04-09 14:30")
    assert "improvement edition" in improvement.read_text(encoding="utf-8")
    assert not uids(improvement) & uids(practice)


def test_a_folder_has_an_agenda_of_the_improvement_edition_too(mlew: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "discovery"
    mlew("init", str(folder), "--lang", "ja")

    said = mlew("agenda", str(folder), "--edition", "improvement", "--start", "2026-12-01T13:00")

    assert said.code == 0
    assert "改善編" in said.out
    assert "| 13:10–13:30 | 20 | Listen | 反応をもとにジャーニーを直す | グループ |" in said.out
    assert "全体で 180 分" in said.out


def uids(file: Path) -> set[str]:
    return set(re.findall(r"UID:.*", file.read_text(encoding="utf-8")))
