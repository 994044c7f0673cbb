"""Which browser prints, on each system; the PDF itself is looked at in tests/browser."""

from pathlib import Path

import pytest

from mlew.adapters.browser_print import find_browser, print_page
from mlew.errors import SetupError


def nothing(_: str) -> str | None:
    return None


@pytest.mark.parametrize(
    ("platform", "place", "folders"),
    [
        ("linux", "/snap/bin/chromium", ()),
        ("linux", "/opt/microsoft/msedge/msedge", ()),
        ("darwin", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", ()),
        ("darwin", f"{Path.home()}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge", ()),
        ("win32", "C:/Programs/Google/Chrome/Application/chrome.exe", (Path("C:/Programs"),)),
        ("win32", "C:/Local/Microsoft/Edge/Application/msedge.exe", (Path("C:/Programs"), Path("C:/Local"))),
    ],
)
def test_it_is_found_where_installers_put_it(platform: str, place: str, folders: tuple[Path, ...]) -> None:
    found = find_browser(
        which=nothing, is_there=lambda path: path.as_posix() == place, platform=platform, folders=folders
    )

    assert found == Path(place)


def test_the_path_comes_first() -> None:
    found = find_browser(which={"chromium": "/bin/chromium"}.get, is_there=lambda _: True, platform="linux")

    assert found == Path("/bin/chromium")


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_there_may_be_none(platform: str) -> None:
    assert find_browser(which=nothing, is_there=lambda _: False, platform=platform) is None


def script(folder: Path, text: str) -> Path:
    file = folder / "browser"
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def test_what_the_browser_made_is_returned(tmp_path: Path) -> None:
    browser = script(
        tmp_path,
        'for option; do case "$option" in --print-to-pdf=*) out="${option#--print-to-pdf=}";; '
        'file://*) page="${option#file://}";; esac; done; cat "$page" > "$out"',
    )

    assert print_page(browser, "<p>日本語</p>") == "<p>日本語</p>".encode()


@pytest.mark.parametrize("text", ["exit 1", "exit 0"])
def test_a_browser_that_prints_nothing_is_an_error_that_says_what_to_do(tmp_path: Path, text: str) -> None:
    with pytest.raises(SetupError) as raised:
        print_page(script(tmp_path, text), "<p>")
    assert "print it to a PDF" in raised.value.hint


def test_a_browser_that_is_none_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SetupError):
        print_page(tmp_path / "nowhere", "<p>")
