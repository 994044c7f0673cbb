"""`mlew usecases push` against GenU's routes on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.genu_server import TOKEN, GenuServer, genu_server
from tests.unit.cli.terminal import Said, Terminal
from tests.unit.usecases.genu.lint.cases import source, template


@pytest.fixture
def server() -> Iterator[GenuServer]:
    with genu_server() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two use cases, one of them without a description."""
    path = tmp_path / "files"
    path.mkdir()
    (path / "1.json").write_bytes(source(title="聞き取り").raw)
    (path / "2.json").write_bytes(source(title="発明", description="").raw)
    return path


class Push:
    """The command with a token on stdin."""

    def __init__(self, mlew: Terminal, server: GenuServer) -> None:
        self.mlew, self.server = mlew, server

    def __call__(self, *arguments: str, token: str = TOKEN) -> Said:
        self.mlew.types = [token]
        return self.mlew("usecases", "push", "--genu-url", self.server.url, "--token-stdin", *arguments)


@pytest.fixture
def push(mlew: Terminal, server: GenuServer) -> Push:
    return Push(mlew, server)


def test_creates_and_says_where(push: Push, folder: Path) -> None:
    said = push(str(folder), "--share")

    assert said.code == 0
    assert [(i["title"], i["isShared"]) for i in push.server.items] == [("聞き取り", True), ("発明", True)]
    assert "description" not in push.server.items[1]
    assert "1/2  聞き取り  created" in said.err
    assert f"聞き取り: {push.server.url}/use-case-builder/execute/id-1\n" in said.out
    assert "2 created, 0 updated" in said.out
    assert TOKEN not in said.out + said.err


def test_a_second_time_changes_nothing(push: Push, folder: Path) -> None:
    push(str(folder), "--share")
    asked = len(push.server.asked)

    said = push(str(folder), "--share", "--update", "--json")

    assert said.data["counts"] == {"created": 0, "updated": 0, "unchanged": 2, "kept": 0, "failed": 0}
    assert all(call.startswith("GET") for call in push.server.asked[asked:])


def test_a_dry_run_writes_nothing(push: Push, folder: Path) -> None:
    said = push(str(folder), "--share", "--dry-run")

    assert said.code == 0
    assert "nothing was written" in said.out
    assert push.server.items == []


def test_updates_if_asked(push: Push, folder: Path) -> None:
    push(str(folder))
    (folder / "1.json").write_bytes(source(title="聞き取り", description="新しい説明").raw)

    assert push(str(folder), "--json").data["counts"]["kept"] == 2
    assert push(str(folder), "--update", "--json").data["counts"]["updated"] == 1
    assert push.server.items[0]["description"] == "新しい説明"


def test_a_file_with_errors_is_not_pushed_and_stops_no_other(push: Push, folder: Path) -> None:
    (folder / "0.json").write_bytes(template("{{text:C++}}").raw)
    (folder / "3.json").write_text("{", encoding="utf-8")

    assert "✗" in push(str(folder), "--dry-run").out
    said = push(str(folder), "--json")

    assert said.code == 2
    assert [r["state"] for r in said.data["results"]] == ["failed", "created", "created", "failed"]
    assert "label-hangs" in said.data["results"][0]["message"]
    assert said.data["results"][1]["url"] == f"{push.server.url}/use-case-builder/execute/id-1"


def test_a_fixed_model_may_go_to_a_newer_genu(push: Push, folder: Path) -> None:
    (folder / "1.json").write_bytes(source(fixedModelId="a.model").raw)

    assert push(str(folder / "1.json")).code == 2
    assert push(str(folder / "1.json"), "--genu-version", "5").code == 0
    assert push.server.items[0]["fixedModelId"] == "a.model"


def test_faults_of_the_server(push: Push, folder: Path) -> None:
    push.server.faults = [429, 0, -500, 429, 0, 502, 0, 0, 500, 500, 500, 500]

    said = push(str(folder), "--json")

    assert said.data["counts"]["created"] == 2
    assert [i["title"] for i in push.server.items] == ["聞き取り", "発明"]


def test_what_comes_on_stdin_must_be_a_token(push: Push, folder: Path) -> None:
    assert push(str(folder), token=f'"Bearer {TOKEN}"').code == 0
    for wrong in ("", "secret", "a.b", "a.b.c.d", "a.\x07.c"):
        said = push(str(folder), token=wrong)
        assert said.code == 2
        assert "no ID token" in said.err


def test_nothing_on_stdin(mlew: Terminal, server: GenuServer, folder: Path) -> None:
    assert mlew("usecases", "push", "--genu-url", server.url, "--token-stdin", str(folder)).code == 2
    assert mlew("usecases", "push", "--genu-url", server.url, str(folder)).code == 2


def test_a_token_that_is_over(push: Push, folder: Path) -> None:
    said = push(str(folder), token="a.b.c")

    assert said.code == 20
    assert "does not accept this sign-in" in said.err


def test_the_token_goes_only_over_an_encrypted_line(mlew: Terminal, folder: Path) -> None:
    mlew.types = [TOKEN]

    said = mlew("usecases", "push", "--genu-url", "http://genu.example", "--token-stdin", str(folder))

    assert said.code == 2
    assert "not encrypted" in said.err


def test_no_token_is_left_on_the_disk(push: Push, folder: Path, tmp_path: Path) -> None:
    push(str(folder))

    assert not any(TOKEN.encode() in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_in_japanese(push: Push, folder: Path) -> None:
    said = push(str(folder), "--lang", "ja")

    assert "作成 2 件" in said.out
