"""`mlew mocks`."""

from datetime import datetime
from pathlib import Path

import pytest

from mlew.domain.feedback_session import FeedbackSession
from mlew.domain.gate import Decision
from mlew.domain.iteration import Iteration
from mlew.domain.mock import Mock
from mlew.domain.press_release import Message, PressRelease
from mlew.domain.site import SiteFile
from mlew.services.mocks.changing import change_mock
from mlew.services.mocks.ensuring import ensure_mock
from mlew.services.mocks.publishing import publish_version
from mlew.services.workshop_state import change
from tests.fakes import FakeHosting
from tests.unit.cli.terminal import Terminal
from tests.unit.services.workbench import Bench


@pytest.fixture
def room(running: Terminal) -> Terminal:
    """A deployment that hosts mocks; none is made yet."""
    running.hosting = FakeHosting()
    return running


def live(room: Terminal, bench: Bench, pair: str = "a", title: str = "Fax reader") -> Mock:
    work = room.bench.work
    mock = ensure_mock(work, bench.workshop, pair)
    return publish_version(work, bench.workshop, mock, version="1" * 16, title=title, by="tester")


def test_a_workshop_without_mocks_says_so(room: Terminal) -> None:
    said = room("mocks", "list")
    assert said.code == 0
    assert "no such mock" in said.out


def test_the_list_shows_state_and_address_and_no_secret(room: Terminal, bench: Bench) -> None:
    mock = live(room, bench)
    room("mocks", "passcode", "set")
    said, data = room("mocks", "list"), room("mocks", "list", "--json").data
    assert f"https://mocks.example/m/{mock.id}/" in said.out
    assert "live" in said.out
    [shown] = data["mocks"]
    assert (shown["state"], shown["protected"], shown["address"]) == (
        "live",
        True,
        f"https://mocks.example/m/{mock.id}/",
    )
    stored = room.stores.mocks.get("w1", mock.id)
    assert stored.passcode is not None
    for secret in (stored.key, stored.passcode.hash, stored.passcode.signing_key, stored.passcode.salt):
        assert secret not in str(data) + said.out


def test_of_two_rounds_the_newer_mock_is_opened(room: Terminal, bench: Bench) -> None:
    live(room, bench)
    change(room.stores.workshops, "w1", edition="improvement", edition_round=2)
    later = ensure_mock(room.bench.work, room.stores.workshops.get("w1"), "a")
    newer = publish_version(room.bench.work, bench.workshop, later, version="2" * 16, title="New", by="tester")

    assert room("mocks", "open", "--pair", "a").code == 0
    assert newer.id in room.browsed[-1]


def test_a_mock_that_failed_tells_why_and_how_it_is_made_again(room: Terminal, bench: Bench) -> None:
    work = room.bench.work
    mock = ensure_mock(work, bench.workshop, "a")
    change_mock(room.stores.mocks, mock, state="failed", failure="ModelRefused: declined")
    for said in (room("mocks", "list"), room("status")):
        assert "ModelRefused: declined" in said.out
        assert "mlew mocks publish --pair a -w w1" in said.out


def test_open_is_a_preview_that_is_not_counted(room: Terminal, bench: Bench) -> None:
    mock = live(room, bench)
    said = room("mocks", "open")
    assert said.out.strip() == f"https://mocks.example/m/{mock.id}/?preview=1"
    assert room.browsed == [said.out.strip()]
    room("mocks", "open", "--no-browser")
    assert len(room.browsed) == 1


def test_of_several_mocks_one_has_to_be_named(room: Terminal, bench: Bench) -> None:
    live(room, bench)
    live(room, bench, "b", "Router")
    said = room("mocks", "open")
    assert said.code == 2
    assert "--pair a / --pair b" in said.err
    assert room("mocks", "open", "--pair", "b").code == 0
    assert room("mocks", "open", "--pair", "z").code == 2


def test_a_mock_that_is_not_shown_cannot_be_opened(room: Terminal, bench: Bench) -> None:
    ensure_mock(room.bench.work, bench.workshop, "a")
    assert room("mocks", "open").code == 3


def test_links_stay_the_same_and_lead_to_their_population(room: Terminal, bench: Bench) -> None:
    mock = live(room, bench)
    first = room("mocks", "links", "--json").data["links"]
    assert [link["population"] for link in first] == ["internal", "external"]
    assert all(link["address"].startswith(f"https://mocks.example/m/{mock.id}/?t=") for link in first)
    assert room("mocks", "links", "--json").data["links"] == first
    assert room("mocks", "links", "--population", "external", "--json").data["links"] == first[1:]


def test_every_name_of_a_list_gets_a_link(room: Terminal, bench: Bench, tmp_path: Path) -> None:
    live(room, bench)
    names = tmp_path / "testers.txt"
    names.write_text("\ufeffTester 1\r\n\r\n試す人 2\r\n", encoding="utf-8")
    said = room("mocks", "links", "--population", "internal", "--testers", str(names))
    assert "Tester 1" in said.out and "試す人 2" in said.out
    links = room("mocks", "links", "--population", "internal", "--testers", str(names), "--json").data["links"]
    assert [link["tester"] for link in links] == ["Tester 1", "試す人 2"]


@pytest.mark.parametrize(
    ("content", "options"),
    [
        (b"Tester", ()),
        (b"", ("--population", "internal")),
        (b"A\nA\n", ("--population", "internal")),
        (b"\xff\xfe\x00", ("--population", "internal")),
    ],
)
def test_a_list_that_cannot_be_is_refused(
    room: Terminal, bench: Bench, tmp_path: Path, content: bytes, options: tuple[str, ...]
) -> None:
    live(room, bench)
    names = tmp_path / "testers.txt"
    names.write_bytes(content)
    assert room("mocks", "links", "--testers", str(names), *options).code == 2


def test_links_are_written_to_be_printed(room: Terminal, bench: Bench, tmp_path: Path) -> None:
    live(room, bench, title="<b>Fax & reader</b>")
    folder = tmp_path / "room"
    said = room("mocks", "links", "--out", str(folder))
    assert said.code == 0
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "01-a-internal.png", "01-a-internal.svg", "02-a-external.png", "02-a-external.svg", "links.html"
    ]  # fmt: skip
    page = (folder / "links.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;Fax &amp; reader&lt;/b&gt;" in page and "<b>" not in page
    assert page.count("<svg") == 2
    assert "http" not in page.replace("https://mocks.example/", "")  # it loads nothing from anywhere
    assert (folder / "01-a-internal.png").read_bytes().startswith(b"\x89PNG")

    assert room("mocks", "links", "--out", str(folder)).code == 4
    assert room("mocks", "links", "--out", str(folder), "--force").code == 0


def test_the_page_is_in_the_language_of_the_workshop(room: Terminal, bench: Bench, tmp_path: Path) -> None:
    change(bench.stores.workshops, "w1", plan=bench.workshop.plan.model_copy(update={"locale": "ja"}))
    live(room, bench)
    room("mocks", "links", "--out", str(tmp_path))
    page = (tmp_path / "links.html").read_text(encoding="utf-8")
    assert '<html lang="ja">' in page
    assert "お客様へ" in page


def test_a_file_keeps_the_testers_name_as_far_as_files_can(room: Terminal, bench: Bench, tmp_path: Path) -> None:
    live(room, bench)
    names = tmp_path / "testers.txt"
    names.write_text("../試す 人/x", encoding="utf-8")
    folder = tmp_path / "out"
    room("mocks", "links", "--population", "external", "--testers", str(names), "--out", str(folder))
    assert "01-a-external-試す-人-x.svg" in [path.name for path in folder.iterdir()]


def test_a_passcode_is_shown_once_changed_and_taken_away(room: Terminal, bench: Bench) -> None:
    live(room, bench)
    first = room("mocks", "passcode", "set", "--json").data["passcode"]
    assert room("mocks", "passcode", "set").code == 4
    second = room("mocks", "passcode", "rotate", "--json").data["passcode"]
    assert first != second
    assert room("mocks", "passcode", "clear").code == 0
    assert room("mocks", "passcode", "rotate").code == 3


def test_what_is_destroyed_has_to_be_said_and_confirmed(room: Terminal, bench: Bench) -> None:
    mock = live(room, bench)
    assert room("mocks", "destroy").code == 2
    assert room("mocks", "destroy", "--all", "--pair", "a").code == 2
    room.types = ["n"]
    room("mocks", "destroy", "--all")
    assert room.stores.mocks.get("w1", mock.id).state == "live"
    room.types = ["y"]
    assert room("mocks", "destroy", "--all").code == 0
    assert room.stores.mocks.get("w1", mock.id).state == "destroyed"
    assert room("mocks", "destroy", "--all", "--yes").code == 0


def test_what_an_earlier_call_left_of_a_destroyed_mock_goes_with_the_next(room: Terminal, bench: Bench) -> None:
    mock = live(room, bench)
    assert room("mocks", "destroy", "--pair", "a", "--yes").code == 0
    assert room.hosting is not None
    left = SiteFile(path="index.html", content=b"x", media="text/html")
    room.hosting.sites.put(mock.id, "1" * 16, (left,))
    assert room("mocks", "destroy", "--pair", "a").code == 0
    assert room.hosting.sites.files == {}


def test_a_mock_is_made_again_by_its_state_machine(room: Terminal, bench: Bench) -> None:
    bench.put("press_release", PressRelease(pair="a", message=Message(headline="New")), "a")
    bench.gate("iterate", round_=2)
    decision = Decision(verb="ask_again", by="someone", at=bench.clock.now(), comment="more")
    bench.stores.gates.decide("w1", "iterate", 2, decision)

    def ends() -> None:
        live(room, bench)
        room.mock_runs.states.update(dict.fromkeys(room.mock_runs.states, "succeeded"))

    room.on_pause = ends
    said = room("mocks", "publish", "--pair", "a", "--json")
    assert said.code == 0
    assert said.data["state"] == "live"
    [given] = room.mock_runs.inputs.values()
    assert given == {"workshop": "w1", "pair": "a", "round": 3}


def test_a_mock_that_cannot_be_made_ends_with_the_code_of_its_error(room: Terminal, bench: Bench) -> None:
    bench.put("press_release", PressRelease(pair="a", message=Message(headline="New")), "a")
    mock = ensure_mock(room.bench.work, bench.workshop, "a")

    def ends() -> None:
        change_mock(room.stores.mocks, mock, state="failed", failure="SiteBroken: index.html: answered 500")
        room.mock_runs.states.update(dict.fromkeys(room.mock_runs.states, "failed"))

    room.on_pause = ends
    said = room("mocks", "publish", "--pair", "a")
    assert said.code == 16
    assert "answered 500" in said.out


def test_without_a_press_release_there_is_nothing_to_make(room: Terminal) -> None:
    assert room("mocks", "publish", "--pair", "a").code == 2
    assert room("mocks", "publish").code == 2


def test_a_deployment_without_hosting_says_so(running: Terminal, bench: Bench) -> None:
    assert running("mocks", "publish", "--pair", "a").code == 20
    assert running("status").code == 0


def test_a_finished_workshop_ends_with_the_addresses_and_its_checklist(
    room: Terminal, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "250")
    mock = live(room, bench)
    change_mock(room.stores.mocks, mock, proven=mock.version)
    change(bench.stores.workshops, "w1", state="finished")
    said = room("watch")
    assert f"https://mocks.example/m/{mock.id}/" in said.out
    assert "One can click through the mock to the end." in said.out
    assert "There is no usable mock." in said.out  # pair b's
    assert room("status", "--json").data["mocks"][0]["pair"] == "a"


def test_the_calendar_carries_the_links_of_the_sessions(room: Terminal, bench: Bench, tmp_path: Path) -> None:
    plan = bench.workshop.plan.model_copy(update={"starts": datetime.fromisoformat("2026-04-02T13:00")})
    change(bench.stores.workshops, "w1", plan=plan)
    live(room, bench)
    at = "2026-04-10T10:00"
    sessions = (
        FeedbackSession(pair="a", who="shops", starts=at, population="external"),
        FeedbackSession(pair="b", who="staff", starts=at),
    )
    bench.put("iteration", Iteration(pair="a", milestones=(), sessions=sessions), "a")
    room("agenda", "--ics", str(tmp_path / "day.ics"))
    text = (tmp_path / "day.ics").read_text(encoding="utf-8").replace("\n ", "")
    _, external = room("mocks", "links", "--json").data["links"]
    assert text.count(external["address"]) == 2  # as the event's address, and in its text
    assert text.count("/m/") == 2
