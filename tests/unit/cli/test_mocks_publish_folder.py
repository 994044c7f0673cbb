"""`mlew mocks publish DIR`."""

from pathlib import Path

import pytest

from mlew.services.mocks.ensuring import ensure_mock
from mlew.services.mocks.publishing import publish_version
from mlew.services.mocks.publishing_site import site_mock
from tests.fakes import FakeHosting
from tests.unit.cli.terminal import Terminal
from tests.unit.services.workbench import Bench

LOOSE = {"content-security-policy": "default-src 'self'; script-src 'self' 'unsafe-inline'"}
START = "<!doctype html><title>Fax reader</title><script type=module src=/assets/index-B1c2D3e4.js></script>"


@pytest.fixture
def room(running: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("COLUMNS", "200")
    running.hosting = FakeHosting()
    running.hosting.visitor.headers = LOOSE
    return running


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(START, encoding="utf-8")
    (folder / "assets" / "index-B1c2D3e4.js").write_text("document.title = 'x'", encoding="utf-8")
    return folder


def test_a_folder_is_published_at_an_address_of_its_own(room: Terminal, dist: Path) -> None:
    (dist / ".env").write_text("TOKEN=x", encoding="utf-8")
    said = room("mocks", "publish", str(dist), "--pair", "a", "--json")
    assert said.code == 0
    data = said.data
    assert (data["state"], data["origin"], data["proven"]) == ("live", "site", True)
    assert data["address"] == f"https://sites.example/m/{data['id']}/"
    assert [one["rule"] for one in data["findings"]] == ["secret-left-out"]
    assert ".env" in said.err
    assert "one origin" in said.err
    again = room("mocks", "publish", str(dist), "--pair", "a", "--json").data
    assert again["address"] == data["address"]


def test_the_path_is_told_beforehand(room: Terminal, dist: Path, bench: Bench) -> None:
    told = room("mocks", "publish", "--pair", "a", "--base-path")
    published = room("mocks", "publish", str(dist), "--pair", "a", "--json").data
    assert told.out.strip() == f"/m/{published['id']}/"
    assert room("mocks", "publish", "--pair", "a", "--base-path", "--json").data == {
        "mock": published["id"],
        "base_path": f"/m/{published['id']}/",
    }


def test_a_script_that_needs_the_root_is_refused_with_the_command_to_build_it_again(
    room: Terminal, dist: Path, bench: Bench
) -> None:
    script = dist / "assets" / "index-B1c2D3e4.js"
    script.write_text('\nimport("/assets/index-B1c2D3e4.js")', encoding="utf-8")
    said = room("mocks", "publish", str(dist), "--pair", "a")
    mock = site_mock(room.bench.work, bench.workshop, "a")
    assert said.code == 2
    assert f"npx vite build --base=/m/{mock.id}/" in said.err
    assert "assets/index-B1c2D3e4.js:2" in said.err
    assert mock.version == ""
    assert room("mocks", "publish", str(dist), "--pair", "a", "--as-is").code == 0


def test_what_cannot_be_published_is_told_all_at_once_in_the_readers_language(room: Terminal, dist: Path) -> None:
    (dist / "index.html").rename(dist / "home.html")
    (dist / "a.png").write_text("<html>", encoding="utf-8")
    said = room("mocks", "publish", str(dist), "--pair", "a", "--lang", "ja")
    assert said.code == 2
    assert "index.html がありません" in said.err
    assert "中身が拡張子と違います: a.png" in said.err


def test_a_link_out_of_the_folder_is_refused(room: Terminal, dist: Path, tmp_path: Path) -> None:
    (tmp_path / "x.css").write_text("a{}", encoding="utf-8")
    (dist / "x.css").symlink_to(tmp_path / "x.css")
    said = room("mocks", "publish", str(dist), "--pair", "a")
    assert (said.code, "x.css" in said.err) == (2, True)


def test_the_edge_is_waited_for(room: Terminal, dist: Path) -> None:
    hosting = room.hosting
    assert hosting is not None
    mock = room("mocks", "publish", str(dist), "--pair", "a", "--json").data["id"]
    hosting.visitor.behind[mock] = hosting.sites.pointers[mock]
    room.on_pause = hosting.visitor.behind.clear
    (dist / "index.html").write_text("<title>Second</title>", encoding="utf-8")
    assert room("mocks", "publish", str(dist), "--pair", "a", "--json").data["title"] == "Second"
    assert len(room.pauses) == 1


def test_an_edge_that_never_follows_ends_the_wait(room: Terminal, dist: Path) -> None:
    hosting = room.hosting
    assert hosting is not None
    mock = room("mocks", "publish", str(dist), "--pair", "a", "--json").data["id"]
    hosting.visitor.behind[mock] = hosting.sites.pointers[mock]
    (dist / "index.html").write_text("<title>Second</title>", encoding="utf-8")
    assert room("mocks", "publish", str(dist), "--pair", "a").code == 15


def test_as_is_goes_with_a_folder(room: Terminal) -> None:
    assert room("mocks", "publish", "--pair", "a", "--as-is").code == 2


def test_an_address_that_is_only_reserved_is_no_second_mock(room: Terminal, dist: Path, bench: Bench) -> None:
    work = room.bench.work
    ours = ensure_mock(work, bench.workshop, "a")
    publish_version(work, bench.workshop, ours, version="1" * 16, title="Ours", by="tester")
    room("mocks", "publish", "--pair", "a", "--base-path")
    (dist / "index.html").unlink()
    assert room("mocks", "publish", str(dist), "--pair", "a").code == 2
    assert "address reserved" in room("mocks", "list").out
    assert "アドレスのみ確保" in room("mocks", "list", "--lang", "ja").out
    assert room("mocks", "passcode", "set", "--pair", "a").code == 0
    assert work.stores.mocks.get("w1", ours.id).passcode is not None


def test_a_reserved_address_alone_can_have_its_passcode(room: Terminal, dist: Path) -> None:
    room("mocks", "publish", "--pair", "a", "--base-path")
    assert room("mocks", "passcode", "set", "--pair", "a").code == 0
    (dist / "index.html").write_text("<title>x</title>", encoding="utf-8")
    assert room("mocks", "publish", str(dist), "--pair", "a").code == 0
    assert "address reserved" not in room("mocks", "list").out
