"""A page of ours printed to PDF by a browser that is installed: Chrome, Chromium or Edge, without a window.

All of them take the same options (Chrome for Developers, "Chrome Headless mode"): --headless=new, --print-to-pdf,
--no-pdf-header-footer.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from mlew.errors import SetupError

_ON_PATH = (
    "google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge", "microsoft-edge-stable",
    "chrome", "msedge",
)  # fmt: skip
_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)
_LINUX = ("/snap/bin/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge")
_SECONDS = 60


def find_browser(
    *,
    which: Callable[[str], str | None] = shutil.which,
    is_there: Callable[[Path], bool] = Path.is_file,
    platform: str = sys.platform,
    folders: Sequence[Path] = (),
) -> Path | None:
    """On the PATH first, then where installers put them; None if there is none. `folders`: of programs, on Windows."""
    for name in _ON_PATH:
        if found := which(name):
            return Path(found)
    return next(filter(is_there, _usual_places(platform, folders)), None)


def print_page(browser: Path, page: str) -> bytes:
    """The PDF of a page that is one file. Raises SetupError if the browser does not print.

    The browser gets a profile of its own, so that a window which is open does not take the order, and the page may
    load nothing. Started as root it needs --no-sandbox; the page is one that we wrote.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_text(page, encoding="utf-8")
        command = [
            str(browser), "--headless=new", "--disable-gpu", "--no-first-run", "--disable-extensions",
            f"--user-data-dir={Path(folder) / 'profile'}", "--no-pdf-header-footer", f"--print-to-pdf={made}",
            *(["--no-sandbox"] if _is_root() else []), source.as_uri(),
        ]  # fmt: skip
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603 – found above
            return made.read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise SetupError.told("browser.not-printed", browser=browser) from error


def _usual_places(platform: str, folders: Sequence[Path]) -> Iterator[Path]:
    if platform == "darwin":
        for root in (Path("/Applications"), Path.home() / "Applications"):
            yield from (root / name for name in _MAC)
    elif platform == "win32":
        yield from (root / name for root in folders for name in _WINDOWS)
    else:
        yield from map(Path, _LINUX)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
