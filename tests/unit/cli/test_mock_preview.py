"""A MockSpec shown on this machine while it is written."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mlew.cli.mocks.preview_server import PreviewServer
from mlew.cli.mocks.preview_site import PreviewSite
from mlew.documents import render
from mlew.errors import InputError
from tests.mocks.samples import sample
from tests.unit.cli.terminal import Terminal

Answer = tuple[int, dict[str, str], str]


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    file = tmp_path / "mock.md"
    file.write_text(render(sample("en"), "en"), encoding="utf-8")
    return file


@contextmanager
def served(file: Path) -> Iterator[PreviewServer]:
    with PreviewServer(PreviewSite(file, "en"), 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def get(server: PreviewServer, path: str = "/", *, method: str = "GET", host: str = "") -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    connection.request(method, path, body=b"x" if method == "POST" else None, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, text


def test_pages_are_served_as_the_edge_would_and_ask_for_the_next_version(spec: Path) -> None:
    with served(spec) as server:
        status, headers, page = get(server)
        first = sample("en").screens[0].id
        assert status == 200
        assert "'unsafe-inline'" not in headers["content-security-policy"]
        assert sample("en").landing.headline in page
        assert '<script src="/-/reload.js" defer></script></head>' in page
        assert get(server, "/mock.css")[1]["content-type"] == "text/css; charset=utf-8"
        assert get(server, f"/s/{first}/?t=x")[0] == 200
        assert get(server, "/-/reload.js")[0] == 200


def test_the_page_follows_the_file(spec: Path) -> None:
    with served(spec) as server:
        before = get(server, "/-/version")[2]
        assert get(server, "/-/version")[2] == before
        text = spec.read_text(encoding="utf-8")
        spec.write_text(text.replace(sample("en").landing.headline, "Something new"), encoding="utf-8")
        assert get(server, "/-/version")[2] != before
        assert "Something new" in get(server)[2]


@pytest.mark.parametrize("content", [b"", b"# <script>alert(1)</script>", b"\xff\xfe", None])
def test_a_file_that_is_half_written_says_so_until_it_is_whole(spec: Path, content: bytes | None) -> None:
    whole = spec.read_bytes()
    with served(spec) as server:
        get(server)
        if content is None:
            spec.unlink()
        else:
            spec.write_bytes(content)
        _, _, page = get(server)
        assert "The mock cannot be shown" in page
        assert "<script>alert" not in page
        spec.write_bytes(whole)
        assert sample("en").landing.headline in get(server)[2]


def test_nothing_else_of_the_machine_is_served(spec: Path) -> None:
    with served(spec) as server:
        for path in ("/../mock.md", "/%2e%2e/mock.md", "/mock.md", "//etc/passwd"):
            assert get(server, path)[0] == 404
        assert get(server, host="evil.example")[0] == 403
        assert get(server, "/v1/events", method="POST", host="evil.example")[0] == 403
        assert get(server, "/v1/events", method="POST")[0] == 202


def test_json_is_taken_too(tmp_path: Path) -> None:
    file = tmp_path / "mock.json"
    file.write_text(sample("ja").model_dump_json(), encoding="utf-8")
    page = PreviewSite(file, "ja").file("")
    assert page is not None
    assert sample("ja").landing.headline in page.content.decode()
    file.write_text('{"pair": 1}', encoding="utf-8")
    with pytest.raises(InputError, match=r"mock\.json: "):
        PreviewSite(file, "ja").check()


def test_the_command_says_where_and_serves_until_it_is_stopped(mlew: Terminal, spec: Path) -> None:
    stopped: list[object] = []
    mlew.serves = stopped.append
    said = mlew("mocks", "preview", str(spec), "--no-browser")
    assert said.code == 0
    assert said.out.startswith("http://127.0.0.1:")
    assert len(stopped) == 1
    assert mlew.browsed == []


def test_a_file_that_cannot_be_shown_is_refused_before_anything_is_served(mlew: Terminal, tmp_path: Path) -> None:
    assert mlew("mocks", "preview", str(tmp_path / "nothing.md")).code == 2
    (tmp_path / "empty.md").write_text("", encoding="utf-8")
    assert mlew("mocks", "preview", str(tmp_path / "empty.md")).code == 2


def test_a_port_that_is_taken_is_said(mlew: Terminal, spec: Path) -> None:
    with served(spec) as server:
        said = mlew("mocks", "preview", str(spec), "--port", str(server.server_address[1]))
        assert said.code == 20
