"""`mlew metrics`: numbers that people can rely on, and what stands beside them."""

import csv
import io
import json
from pathlib import Path

import pytest

from mlew.domain.mock import Mock
from mlew.errors import SetupError
from mlew.services.replaying import Replayed
from tests.unit.cli.terminal import Terminal
from tests.unit.metrics.sample_report import mocks, sample_numbers
from tests.unit.services.workbench import Bench

EVERY = ("summary", "funnel", "timeline", "elements", "voices", "sessions")


@pytest.fixture
def published(running: Terminal, bench: Bench) -> tuple[Mock, ...]:
    """Mocks of pairs a and b with visits, and one more of pair b that nobody has opened."""
    made = [mock.model_copy(update={"pair": "ab"[min(n, 1)], "round": 1 + n}) for n, mock in enumerate(mocks("en"))]
    for mock in made:
        bench.stores.mocks.create(mock)
    running.numbers = sample_numbers("en")
    return tuple(made)


@pytest.mark.parametrize("name", EVERY)
def test_without_hosting_it_says_that_nothing_is_measured(running: Terminal, name: str) -> None:
    said = running("metrics", name)
    assert said.code == SetupError.exit_code
    assert "this deployment measures nothing" in said.err


@pytest.mark.parametrize("name", EVERY)
def test_without_a_mock_it_says_so(running: Terminal, name: str) -> None:
    running.numbers = sample_numbers("en", visitors=0)
    assert running("metrics", name).code == 3


@pytest.mark.usefixtures("published")
def test_while_intake_is_off_the_numbers_are_shown_with_a_warning(running: Terminal) -> None:
    running.intake = "off"
    said = running("metrics", "summary")
    assert said.code == 0
    assert "Intake is off" in said.err


@pytest.mark.usefixtures("published")
def test_a_workshop_side_by_side(running: Terminal) -> None:
    said = running("metrics", "summary")
    assert said.code == 0
    assert all(mock.title.split()[0] in said.out for mock in mocks("en"))
    assert "63% (24/38) [47–77%]" in said.out
    assert "Not counted: bots 4 sessions" in said.out


def test_an_address_that_is_only_reserved_has_no_numbers(
    running: Terminal, bench: Bench, published: tuple[Mock, ...]
) -> None:
    nothing = {"version": "", "proven": "", "page": "", "steps": (), "published_at": None}
    changes = {"id": "r" * 16, "pair": "a", "origin": "site", "state": "new", **nothing}
    bench.stores.mocks.create(published[0].model_copy(update=changes))
    assert "r" * 16 not in running("metrics", "summary", "--pair", "a", "--json").out
    assert published[0].id in running("metrics", "funnel", "--pair", "a", "--json").out


@pytest.mark.usefixtures("published")
def test_one_mock_by_population(running: Terminal, published: tuple[Mock, ...]) -> None:
    said = running("metrics", "summary", "--pair", "a")
    assert "everybody" in said.out and "customers" in said.out and "inside" in said.out
    alone = running("metrics", "summary", "--mock", published[0].id, "--population", "external", "--json").data
    (summary,) = alone["summaries"]
    assert alone["population"] == "external"
    assert [one["population"] for one in summary["populations"]] == ["external"]
    assert summary["total"]["sessions"] == summary["populations"][0]["figures"]["sessions"] == 17


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.usefixtures("published")
def test_every_command_has_json_that_names_its_mocks(running: Terminal, name: str, published: tuple[Mock, ...]) -> None:
    said = running("metrics", name, "--json")
    assert said.code == 0
    assert said.data["workshop"] == "w1"
    assert all(mock.id in said.out for mock in published)


@pytest.mark.parametrize("name", EVERY)
def test_no_data_is_said(running: Terminal, name: str, published: tuple[Mock, ...]) -> None:
    said = running("metrics", name, "--mock", published[2].id)
    assert said.code == 0
    assert any(word in said.out for word in ("No data", "No comment", "No such session"))
    assert "0%" not in said.out


@pytest.mark.usefixtures("published")
def test_the_funnel_shows_steps_with_bars(running: Terminal) -> None:
    said = running("metrics", "funnel", "--pair", "a")
    assert "Started" in said.out and "Look at the forecast" in said.out and "Result reached" in said.out
    assert "█" * 16 in said.out  # all who started


def test_screens_beside_the_funnel_are_listed_below_it_and_exported(
    running: Terminal, published: tuple[Mock, ...], bench: Bench
) -> None:
    first, *rest = published[0].steps
    steps = (first.model_copy(update={"title": "Nothing found", "course": "abnormal"}), *rest[1:])
    bench.stores.mocks.update(published[0].model_copy(update={"steps": steps}))

    funnel, below = running("metrics", "funnel", "--pair", "a").out.split("When things went wrong")
    assert "Nothing found" not in funnel and rest[0].id not in funnel
    assert "Nothing found" in below and rest[0].id in below.split("Other screens")[1]
    (data,) = running("metrics", "funnel", "--pair", "a", "--json").data["funnels"]
    assert [step["id"] for step in data["beside"]] == [first.id, rest[0].id]
    exported = running("metrics", "export", "summary", "--pair", "a").out
    assert f",wrong:{first.id}," in exported and f",other:{rest[0].id}," in exported


@pytest.mark.usefixtures("published")
def test_times_are_those_of_the_workshop(running: Terminal) -> None:
    said = running("metrics", "timeline", "--pair", "a")
    assert "2026-04-01 09:00" in said.out  # 00:30 UTC
    days = running("metrics", "timeline", "--pair", "a", "--by", "day", "--json").data
    assert [len(one["points"]) for one in days["timelines"]] == [1]


@pytest.mark.usefixtures("published")
def test_a_period_is_widened_to_quarters_and_said(running: Terminal) -> None:
    said = running("metrics", "summary", "--pair", "a", "--since", "2026-04-01T12:07", "--until", "2026-04-01T12:50")
    assert "2026-04-01 12:00 – 2026-04-01 13:00" in said.out
    assert "Asia/Tokyo" in said.out
    data = running("metrics", "summary", "--pair", "a", "--until", "2026-04-01", "--json").data
    assert data["until"] == "2026-04-02T00:00:00+09:00"
    assert data["summaries"][0]["total"]["sessions"] == 39


@pytest.mark.parametrize("time", ["yesterday", "2026-13-01", "2026-04-01T25:00", "", "0001-01-01", "0001-01-01T01:00"])
@pytest.mark.usefixtures("published")
def test_what_is_no_time_is_refused(running: Terminal, time: str) -> None:
    said = running("metrics", "summary", "--since", time)
    assert said.code == 2
    assert "is no time" in said.err
    assert running("metrics", "summary", "--until", "9999-12-31").code == 2


@pytest.mark.usefixtures("published")
def test_a_period_that_ends_before_it_begins_is_refused(running: Terminal) -> None:
    said = running("metrics", "summary", "--since", "2026-04-02", "--until", "2026-04-01")
    assert "the period ends before it begins" in said.err


def test_sessions_and_voices_by_page(running: Terminal, published: tuple[Mock, ...]) -> None:
    first = published[0].id
    for name in ("sessions", "voices"):
        page = running("metrics", name, "--mock", first, "--limit", "3", "--json").data["mocks"][0]
        rest = running("metrics", name, "--mock", first, "--after", page["cursor"], "--json").data["mocks"][0]
        every = running("metrics", name, "--mock", first, "--json").data["mocks"][0]
        assert len(page[name]) <= 3 < len(every[name])
        assert page[name] + rest[name] == every[name]
    said = running("metrics", "sessions", "--mock", first, "--limit", "3")
    assert f"mlew metrics sessions --mock {first} --after" in said.err


@pytest.mark.usefixtures("published")
def test_a_cursor_belongs_to_one_mock(running: Terminal) -> None:
    assert "--mock" in running("metrics", "voices", "--after", "x").err


@pytest.mark.usefixtures("published")
def test_sessions_that_are_not_counted_say_why(running: Terminal) -> None:
    said = running("metrics", "sessions", "--pair", "a")
    assert "bot" in said.out and "preview" in said.out


def test_two_mocks_are_compared_and_what_is_not_sure_is_said(running: Terminal, published: tuple[Mock, ...]) -> None:
    said = running("metrics", "compare", "--pair", "a", "--with", published[1].id)
    assert said.code == 0
    assert "not sure" in said.out and "points" in said.out
    nothing = running("metrics", "compare", "--pair", "a", "--with", published[2].id)
    assert "no data" in nothing.out


@pytest.mark.usefixtures("published")
def test_two_periods_of_a_mock_are_compared(running: Terminal) -> None:
    data = running("metrics", "compare", "--pair", "a", "--split", "2026-04-01T13:00", "--json").data
    parts = [data["comparison"][side]["total"]["sessions"] for side in ("first", "second")]
    assert sum(parts) == 39 and all(parts)
    given = ("--against", "2026-04-01T09:00/2026-04-01T13:00", "--since", "2026-04-01T13:00")
    again = running("metrics", "compare", "--pair", "a", *given, "--json").data
    assert [again["comparison"][side]["total"]["sessions"] for side in ("first", "second")] == parts


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--with", "b", "--split", "2026-04-01"),
        ("--pair", "a", "--with", "z"),
        ("--pair", "a", "--against", "april"),
        ("--pair", "a", "--split", "2026-03-01", "--since", "2026-04-01"),
    ],
)
@pytest.mark.usefixtures("published")
def test_a_comparison_of_who_knows_what_is_refused_with_a_hint(running: Terminal, options: tuple[str, ...]) -> None:
    said = running("metrics", "compare", *options)
    assert said.code == 2
    assert "→" in said.err


@pytest.mark.parametrize("what", ["sessions", "voices", "summary"])
def test_an_export_has_everything_whatever_a_page_holds(
    running: Terminal, tmp_path: Path, what: str, published: tuple[Mock, ...]
) -> None:
    file = tmp_path / "out.csv"
    assert running("metrics", "export", what, "-o", str(file)).code == 0
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    told = running("metrics", "export", what, "--json").data
    assert len(rows) == len(told) > 0
    assert list(rows[0]) == list(told[0])
    if what == "sessions":
        assert len(rows) == 46 + 23  # those that are not counted too
        assert {row["mock"] for row in rows} == {published[0].id, published[1].id}


def test_an_export_of_nothing_is_a_head_or_an_empty_list(running: Terminal, published: tuple[Mock, ...]) -> None:
    said = running("metrics", "export", "voices", "--mock", published[2].id)
    assert said.out.count("\n") == 1
    assert running("metrics", "export", "voices", "--mock", published[2].id, "--format", "json").data == []


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("command", [("export", "voices"), ("report",)])
def test_a_file_that_is_there_is_left_alone_unless_forced(
    running: Terminal, tmp_path: Path, command: tuple[str, ...]
) -> None:
    file = tmp_path / "kept.json"
    file.write_text("mine")
    assert running("metrics", *command, "-o", str(file)).code == 4
    assert file.read_text() == "mine"
    assert running("metrics", *command, "-o", str(file), "--force").code == 0
    assert file.read_text() != "mine"
    assert running("metrics", *command, "-o", str(file / "where.json")).code == 2


@pytest.mark.usefixtures("published")
def test_a_json_file_by_its_name(running: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "voices.json"
    said = running("metrics", "export", "voices", "-o", str(file), "--json")
    assert said.data["rows"] == len(json.loads(file.read_text()))


@pytest.mark.usefixtures("published")
def test_the_report_is_one_file_in_the_language_asked_for(running: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "metrics.html"
    said = running("metrics", "report", "-o", str(file), "--lang", "ja", "--browser")
    assert said.code == 0
    assert '<html lang="ja">' in file.read_text()
    assert running.browsed == [file.as_uri()]


def stop() -> None:
    raise KeyboardInterrupt


@pytest.mark.usefixtures("published")
def test_watching_ends_with_the_numbers(running: Terminal) -> None:
    running.on_pause = stop
    said = running("metrics", "watch")
    assert said.code == 0
    assert "39 visitors" in said.err
    assert "b  " in said.err or "a  " in said.err  # the last comments
    assert "Task success" in said.out
    assert running("metrics", "watch", "--json").data["summaries"][0]["total"]["visitors"] == 39


@pytest.mark.usefixtures("published")
def test_the_live_picture_shows_funnel_answers_and_comments(running: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LINES", "80")
    running.screen = True
    running.on_pause = stop
    said = running("metrics", "watch", "--pair", "a")
    assert said.code == 0
    assert "Look at the forecast" in said.err and "█" in said.err
    assert "Last comments" in said.err and "Would use it" in said.err
    monkeypatch.setenv("LINES", "20")
    small = running("metrics", "watch", "--pair", "a")
    assert "Started 38 → 32 → 31 → 28 → 24 → 24 Result reached" in small.err
    assert "Last comments" in small.err


@pytest.mark.usefixtures("published")
def test_a_replay_needs_an_archive_a_stopped_intake_and_a_yes(running: Terminal) -> None:
    assert "keeps no archive" in running("metrics", "replay", "--pair", "a", "--yes").err
    calls: list[str] = []

    def again(mock: str, run: str) -> Replayed:
        calls.append(mock)
        return Replayed(5)

    running.replay = again
    assert running("metrics", "replay", "--pair", "a", "--yes").code == 2
    running.intake = "off"
    running.types = ["n"]
    assert running("metrics", "replay", "--pair", "a").code == 0
    assert calls == []
    said = running("metrics", "replay", "--pair", "a", "--yes", "--json")
    assert said.data["requests"] == 5
    assert calls == [mocks("en")[0].id]
